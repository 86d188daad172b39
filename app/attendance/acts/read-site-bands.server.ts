import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type BandFigures, type SiteBand, bandFigures } from "../rules/site-bands.ts";
import type { ListedPresence } from "../store/presences.server.ts";
import { loadSiteDay } from "./load-site-day.server.ts";

export type SiteBandView = SiteBand & { figures: BandFigures; article: string };

/** The bands of a day of a site, each with its children and the adults they need; none when it does not open. */
export async function readSiteBands(
  { db, now }: { db: Database; now: Date },
  facilityId: string,
  day: CalendarDay,
  rows: readonly ListedPresence[],
): Promise<SiteBandView[]> {
  const site = await loadSiteDay(db, facilityId, day, rows);
  if (!site) return [];
  const { hasPedt, ratio } = site;
  return site.bands.map((band) => ({
    ...band,
    figures: bandFigures(band, site, { day, now, hasPedt, ratio }),
    article: ratio.afterSchool.article,
  }));
}
