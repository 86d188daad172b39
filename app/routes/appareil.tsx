import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import type { ReactNode } from "react";
import { pairDevice } from "#app/access/acts/pair-device.server.ts";
import { PairPage } from "#app/access/views/pair-page.tsx";
import { anyone } from "#app/access/visit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return { title: visit.t("access:pair.title") };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const code = String((await request.formData()).get("code") ?? "").slice(0, 40);
  const paired = await pairDevice(visit, code, context.network);
  if (paired instanceof Response) return paired;
  return data({ error: paired.error, code }, paired.error.endsWith("tooOften") ? 429 : 422);
}

export default function Pair(): ReactNode {
  return <PairPage reply={useActionData<typeof action>()} />;
}
