import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { readDirectory } from "#app/facilities/acts/read-directory.server.ts";
import { DirectoryPage } from "#app/facilities/views/directory-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const view = await readDirectory(visit, new URL(request.url).searchParams);
  return { title: visit.t("facilities:directory.title"), view };
}

export default function Directory(): ReactNode {
  return <DirectoryPage view={useLoaderData<typeof loader>().view} />;
}
