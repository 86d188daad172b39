import { type LoaderFunctionArgs, type LinksFunction } from "@remix-run/node";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { TabletPage } from "#app/attendance/views/tablet-page.tsx";
import type { PageHandle } from "#app/platform/web/page.ts";

/** A shell without any data: it is kept by the browser, and the day comes apart (docs/decisions/008). */
export const handle: PageHandle = { interactive: true, bare: true, words: ["tablet"] };

export const links: LinksFunction = () => [
  { rel: "manifest", href: "/pointage/manifeste", crossOrigin: "use-credentials" },
  { rel: "apple-touch-icon", href: "/pointage-icone-192.png" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return { title: visit.t("tablet:title") };
}

const clock = (): Date => new Date();

export default function Tablet(): ReactNode {
  return <TabletPage clock={clock} />;
}
