import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { readPlaceSearch } from "#app/allocation/acts/read-place-search.server.ts";
import { SearchPage } from "#app/allocation/views/search-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const page = await readPlaceSearch(visit, new URL(request.url).searchParams);
  return { title: visit.t("allocation:search.title"), page };
}

export default function Places(): ReactNode {
  return <SearchPage page={useLoaderData<typeof loader>().page} />;
}
