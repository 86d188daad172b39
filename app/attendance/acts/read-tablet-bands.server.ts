import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { dayOff } from "../rules/days-off.ts";
import { tabletBand } from "../rules/site-bands.ts";
import type { TabletBand } from "../rules/tablet-bands.ts";
import type { FacilityFile } from "../store/facilities.server.ts";
import type { ListedPresence } from "../store/presences.server.ts";
import { loadSiteDay } from "./load-site-day.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

/** The bands of the days that a tablet keeps; none elsewhere than at a site of after-school care, nor on a day off. */
export async function readTabletBands(
  db: Database,
  facility: FacilityFile,
  days: readonly CalendarDay[],
  rows: readonly ListedPresence[],
): Promise<TabletBand[]> {
  if (facility.kind !== "afterSchool") return [];
  const found: TabletBand[] = [];
  for (const day of days) {
    if (dayOff(day, facility, await readTownCalendar(db, day))) continue;
    const site = await loadSiteDay(db, facility.id, day, rows);
    if (site) found.push(...site.bands.map((band) => tabletBand(band, site, { ...site, day })));
  }
  return found;
}
