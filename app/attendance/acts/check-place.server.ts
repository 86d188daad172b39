import { readHeldHours } from "#app/allocation/acts/read-held-hours.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import { horizonOf } from "#app/facilities/rules/horizon.ts";
import { overCapacityRule, staffRatio } from "#app/facilities/rules/limit-parameters.ts";
import { wholeWeeks } from "#app/facilities/rules/limit-weeks.ts";
import { type FacilityLimits, limitsByQuarter } from "#app/facilities/rules/limits.ts";
import { settingsOn } from "#app/facilities/rules/settings.ts";
import { tryWeek } from "#app/facilities/rules/try-week.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type AgreementRow, heldRows } from "../rules/agreement.ts";
import { daysOff } from "../rules/days-off.ts";
import { type PlaceBreach, newBreaches } from "../rules/place-breach.ts";
import { findAgreement } from "../store/agreements.server.ts";
import { findPlaceRules } from "../store/place-rules.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

export type HoursToCheck = Holding & { sectionId: string };

/** What a facility may hold over whole weeks, beside everything held but the agreement that changes. */
async function limitsOver(
  db: Database,
  { facilityId, except, period }: { facilityId: string; except: string | null; period: HoursToCheck },
): Promise<FacilityLimits> {
  const { startOn } = period;
  const place = await findPlaceRules(db, facilityId, startOn);
  const ids = place.sections.map(({ id }) => id);
  const held = await readHeldHours(db, ids, startOn, except ?? undefined);
  const all = [...held.values()].flat();
  const clock = wholeWeeks(
    startOn,
    horizonOf(
      period,
      place.sections.flatMap(({ bands }) => bands),
      all,
    ),
  );
  const town = await readTownCalendar(db, startOn);
  return limitsByQuarter({
    clock,
    kind: place.kind,
    sections: place.sections.map((section) => ({ ...section, holdings: held.get(section.id) ?? [] })),
    staffBands: place.staffBands,
    settings: settingsOn(place.settings, startOn),
    off: daysOff(addDays(clock.from, -1), clock.to, place, town),
    parameters: {
      overCapacity: await readParameter(db, "over-capacity", startOn, overCapacityRule),
      staffRatio: await readParameter(db, "staff-ratio", startOn, staffRatio),
    },
    policy: "overCapacity",
  });
}

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
    const limits = await limitsOver(tx, { facilityId, except, period });
    const tried = tryWeek(limits, { ...period, policy: "overCapacity" });
    if (!tried.ok) breaches.push(...newBreaches(tried.breaches, standingBreaches(limits, rows, period)));
  }
  return breaches;
}
