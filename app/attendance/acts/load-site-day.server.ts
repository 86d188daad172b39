import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type StaffRatio, staffRatio } from "#app/facilities/rules/limit-parameters.ts";
import { settingsOn } from "#app/facilities/rules/settings.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import type { BandStay, SiteBand } from "../rules/site-bands.ts";
import type { ListedPresence } from "../store/presences.server.ts";
import { type SiteDay, findSiteDay, listBirthDays, listSiteBands } from "../store/site-day.server.ts";

export type LoadedSiteDay = Omit<SiteDay, "settings"> & {
  bands: SiteBand[];
  stays: (ListedPresence & BandStay)[];
  hasPedt: boolean;
  ratio: StaffRatio;
};

/** What the bands of a day of a site are counted from; null on a weekday on which it does not open. */
export async function loadSiteDay(
  db: Database,
  facilityId: string,
  day: CalendarDay,
  rows: readonly ListedPresence[],
): Promise<LoadedSiteDay | null> {
  const bands = await listSiteBands(db, facilityId, day);
  if (bands.length === 0) return null;
  const { settings, plan, counts } = await findSiteDay(db, facilityId, day);
  const ratio = await readParameter(db, "staff-ratio", day, staffRatio);
  const birthDays = await listBirthDays(db, [...new Set(rows.map(({ childId }) => childId))]);
  const stays = rows.map((row) => ({ ...row, birthDay: birthDays.get(row.childId) ?? null }));
  const { hasPedt } = settingsOn(settings, day);
  return { bands, stays, plan, counts, hasPedt, ratio };
}
