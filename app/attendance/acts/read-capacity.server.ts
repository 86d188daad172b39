import { readHeldHours } from "#app/allocation/acts/read-held-hours.server.ts";
import { type CalendarDay, addDays, mondayOf } from "#app/calendar/rules/day.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import { horizonOf } from "#app/facilities/rules/horizon.ts";
import { overCapacityRule, staffRatio } from "#app/facilities/rules/limit-parameters.ts";
import { wholeWeeks } from "#app/facilities/rules/limit-weeks.ts";
import { type FacilityLimits, type LimitsAsked, limitsByQuarter } from "#app/facilities/rules/limits.ts";
import { settingsOn } from "#app/facilities/rules/settings.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { daysOff } from "../rules/days-off.ts";
import { type PlaceRules, findPlaceRules } from "../store/place-rules.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

export type CapacityAsked = {
  facilityId: string;
  from: CalendarDay;
  /** The last day; or hours to be held, as far as they are worth looking at (`horizonOf`). */
  to: CalendarDay | Holding;
  /** An agreement whose hours are about to change: it is counted out. */
  except?: string | null;
};

export type Capacity = {
  facility: Omit<PlaceRules, "staffBands" | "settings" | "closures">;
  limits: FacilityLimits;
  /** The same limits, if these hours were held too. */
  withHeld: (sectionId: string, holding: Holding) => FacilityLimits;
};

/**
 * What a facility may hold over whole weeks and what it holds: contracts, and offers that wait for an answer. Beyond
 * its licence only where it chose so, and as far as the law goes. Inside a transaction, what a new place is checked on.
 */
export async function readCapacity(
  db: Database,
  { facilityId, from, to, except = null }: CapacityAsked,
): Promise<Capacity> {
  // The week of the first day counts whole, and the night before it reaches into it.
  const since = addDays(mondayOf(from), -1);
  const { staffBands, settings, closures, ...facility } = await findPlaceRules(db, facilityId, since);
  const ids = facility.sections.map(({ id }) => id);
  const held = await readHeldHours(db, ids, since, except ?? undefined);
  const bands = facility.sections.flatMap((section) => section.bands);
  const last = typeof to === "string" ? to : horizonOf(to, bands, [...held.values()].flat());
  const clock = wholeWeeks(from, last);
  const town = await readTownCalendar(db, from);
  const asked: LimitsAsked = {
    clock,
    kind: facility.kind,
    sections: facility.sections.map((section) => ({ ...section, holdings: held.get(section.id) ?? [] })),
    staffBands,
    settings: settingsOn(settings, from),
    off: daysOff(addDays(clock.from, -1), clock.to, { kind: facility.kind, closures }, town),
    parameters: {
      overCapacity: await readParameter(db, "over-capacity", from, overCapacityRule),
      staffRatio: await readParameter(db, "staff-ratio", from, staffRatio),
    },
    policy: "overCapacity",
  };
  return {
    facility,
    limits: limitsByQuarter(asked),
    withHeld: (sectionId, holding) =>
      limitsByQuarter({
        ...asked,
        sections: asked.sections.map((section) =>
          section.id === sectionId ? { ...section, holdings: [...section.holdings, holding] } : section,
        ),
      }),
  };
}
