import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { FacilityLimits } from "#app/facilities/rules/limits.ts";
import { tryWeek } from "#app/facilities/rules/try-week.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type AgreementRow, heldRows } from "../rules/agreement.ts";
import { type PlaceBreach, newBreaches } from "../rules/place-breach.ts";
import { findAgreement } from "../store/agreements.server.ts";
import { readCapacity } from "./read-capacity.server.ts";

export type HoursToCheck = Holding & { sectionId: string };

/** What the hours held until now already break, at the days of a period. */
function standingBreaches(limits: FacilityLimits, rows: AgreementRow[], period: HoursToCheck): PlaceBreach[] {
  return heldRows(rows).flatMap((row) => {
    const startOn = row.startOn > period.startOn ? row.startOn : period.startOn;
    if (row.sectionId !== period.sectionId || (row.endOn !== null && row.endOn < startOn)) return [];
    const tried = tryWeek(limits, { ...row, startOn, policy: "overCapacity" });
    return tried.ok ? [] : tried.breaches;
  });
}

/**
 * The rules that hours would break in a facility from today on: places up to the over-capacity that the law allows
 * and the facility chose, weekly hours, staff. None: there is room.
 * @param except the agreement that changes: its hours are counted as they would be
 */
export async function checkPlace(
  tx: Database,
  {
    facilityId,
    periods,
    except,
    today,
  }: {
    facilityId: string;
    periods: readonly HoursToCheck[];
    except: string | null;
    today: CalendarDay;
  },
): Promise<PlaceBreach[]> {
  const rows = except ? ((await findAgreement(tx, except))?.rows ?? []) : [];
  const breaches: PlaceBreach[] = [];
  for (const each of periods) {
    const period = each.startOn < today ? { ...each, startOn: today } : each;
    if (period.endOn !== null && period.endOn < period.startOn) continue;
    const { limits } = await readCapacity(tx, { facilityId, from: period.startOn, to: period, except });
    const tried = tryWeek(limits, { ...period, policy: "overCapacity" });
    if (!tried.ok) breaches.push(...newBreaches(tried.breaches, standingBreaches(limits, rows, period)));
  }
  return breaches;
}
