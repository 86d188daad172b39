import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { staffRatio } from "#app/facilities/rules/limit-parameters.ts";
import { settingsOn } from "#app/facilities/rules/settings.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type BandFigures, type SiteBand, bandFigures } from "../rules/site-bands.ts";
import type { ListedPresence } from "../store/presences.server.ts";
import { findSiteDay, listBirthDays, listSiteBands } from "../store/site-day.server.ts";

export type SiteBandView = SiteBand & { figures: BandFigures; article: string };

/** The bands of a day of a site, each with its children and the adults they need; none when it does not open. */
export async function readSiteBands(
  { db, now }: { db: Database; now: Date },
  facilityId: string,
  day: CalendarDay,
  rows: readonly ListedPresence[],
): Promise<SiteBandView[]> {
  const bands = await listSiteBands(db, facilityId, day);
  if (bands.length === 0) return [];
  const { settings, plan, counts } = await findSiteDay(db, facilityId, day);
  const ratio = await readParameter(db, "staff-ratio", day, staffRatio);
  const birthDays = await listBirthDays(db, [...new Set(rows.map(({ childId }) => childId))]);
  const stays = rows.map((row) => ({ ...row, birthDay: birthDays.get(row.childId) ?? null }));
  const { hasPedt } = settingsOn(settings, day);
  return bands.map((band) => ({
    ...band,
    figures: bandFigures(band, { bands, stays, counts, plan }, { day, now, hasPedt, ratio }),
    article: ratio.afterSchool.article,
  }));
}
