import type { LoaderFunctionArgs } from "@remix-run/node";
import { findDeviceVisit } from "#app/access/device-visit.server.ts";
import { anyone } from "#app/access/visit.server.ts";
import { readTabletPlace } from "#app/attendance/acts/read-tablet-day.server.ts";

/** What the tablet installs: the name of its facility when it is paired, and no name else. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const device = await findDeviceVisit(request);
  const { place } = device ? await readTabletPlace(device, null) : { place: null };
  const title = visit.t("tablet:title");
  const name = place ? visit.t("tablet:manifest", { place: place.name }) : title;
  const icons = [192, 512].map((size) => ({
    src: `/pointage-icone-${size}.png`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose: "any maskable",
  }));
  const body = {
    name,
    short_name: title,
    lang: visit.language,
    id: "/pointage",
    start_url: "/pointage",
    scope: "/pointage",
    display: "standalone",
    background_color: "#f6f4f0",
    theme_color: "#0a5358",
    icons: [{ src: "/favicon.svg", sizes: "any", type: "image/svg+xml" }, ...icons],
  };
  return Response.json(body, {
    headers: { "Content-Type": "application/manifest+json", "Cache-Control": "no-store" },
  });
}
