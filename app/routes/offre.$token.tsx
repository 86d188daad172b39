import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { answerOffer } from "#app/allocation/acts/answer-offer.server.ts";
import { readOfferByLink } from "#app/allocation/acts/read-offer.server.ts";
import { choiceOf } from "#app/allocation/rules/offer-choice.ts";
import { answerForm } from "#app/allocation/rules/offer-form.ts";
import { OfferPage } from "#app/allocation/views/offer-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const offer = await readOfferByLink(visit, params.token ?? "");
  const { pathname, searchParams } = new URL(request.url);
  return {
    title: visit.t("allocation:offer.title", {
      child: offer.childFirstName || visit.t("allocation:family.unborn"),
    }),
    offer,
    at: pathname,
    choice: choiceOf(searchParams),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const form = await readForm(request, answerForm);
  if (!form.ok) throw data(null, 400);
  const { reponse: answer, version } = form.value;
  const answered = await answerOffer(visit, { token: params.token ?? "" }, { answer, version });
  if (!answered.ok) return data({ error: answered.error }, 409);
  return redirect(new URL(request.url).pathname, 303);
}

export default function Offer(): ReactNode {
  const { offer, at, choice } = useLoaderData<typeof loader>();
  return (
    <OfferPage offer={offer} at={at} choice={choice} error={useActionData<typeof action>()?.error ?? null} />
  );
}
