import type { SignedVisit } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { type OffByFacility, type OffRun, runsOff } from "../rules/calendar-stays.ts";
import { type CalendarPeriod, gridDays } from "../rules/calendar-period.ts";
import { type AbsenceCode, type Standing, standingAt } from "../rules/presence.ts";
import { loadStays } from "./load-stays.server.ts";

export type FamilyStay = {
  contractId: string;
  day: CalendarDay;
  childId: string;
  childName: string;
  facilityName: string;
  plannedStart: Date;
  plannedEnd: Date;
  arrivedAt: Date | null;
  leftAt: Date | null;
  standing: Standing;
  absenceCode: AbsenceCode | null;
  /** The family may still say that the child will not come, or will come after all. */
  mayReport: boolean;
};

export type FamilyCalendarView = {
  today: CalendarDay;
  now: Date;
  period: CalendarPeriod;
  children: { id: string; name: string }[];
  /** What the list tells: the days ahead when no period was asked for. */
  list: { from: CalendarDay; to: CalendarDay };
  /** Those of the list, and of the whole weeks around the period, for the grid. */
  stays: FamilyStay[];
  closures: (OffRun & { facilityName: string })[];
};

/** A day off that several facilities share is said once, with their names. */
function closuresOf(off: OffByFacility, names: Map<string, string>): FamilyCalendarView["closures"] {
  const shared = new Map<string, OffRun & { facilityName: string }>();
  for (const [facilityId, days] of off) {
    for (const run of runsOff(days)) {
      const key = JSON.stringify(run);
      const name = names.get(facilityId) ?? "";
      const known = shared.get(key);
      shared.set(key, { ...run, facilityName: known ? `${known.facilityName}, ${name}` : name });
    }
  }
  return [...shared.values()].sort((one, other) => one.from.localeCompare(other.from));
}

/** Days that the list tells ahead, at least: near the end of a month there is a next week to see. */
const daysAhead = 20;

/**
 * All the children of a family, in all their facilities.
 * @param asked whether the address names the period: the list then tells all of it, past days too
 */
export async function readFamilyCalendar(
  visit: SignedVisit,
  period: CalendarPeriod,
  asked: boolean,
): Promise<FamilyCalendarView> {
  const ahead = addDays(visit.today, daysAhead);
  const list = asked
    ? { from: period.from, to: period.to }
    : { from: visit.today, to: ahead > period.to ? ahead : period.to };
  const grid = gridDays(period);
  const to = grid.to > list.to ? grid.to : list.to;
  const of = { householdIds: visit.scope.householdIds };
  const { stays, contracts, off } = await loadStays(visit, of, grid.from, to);
  const facilityNames = new Map<string, string>();
  const children = new Map<string, string>();
  for (const { facilityId, facilityName, childId, firstName } of contracts.values()) {
    facilityNames.set(facilityId, facilityName);
    children.set(childId, firstName);
  }
  const shown = stays.map((stay): FamilyStay => {
    const { childId, firstName, facilityName } = contracts.get(stay.contractId)!;
    const { contractId, day, plannedStart, plannedEnd, arrivedAt, leftAt, absenceCode, state } = stay;
    const open = state === "planned" || state === "absent";
    return {
      contractId,
      day,
      childId,
      childName: firstName,
      facilityName,
      plannedStart,
      plannedEnd,
      arrivedAt,
      leftAt,
      standing: standingAt(stay, visit.now),
      absenceCode,
      mayReport: open && plannedStart > visit.now,
    };
  });
  return {
    today: visit.today,
    now: visit.now,
    period,
    list,
    children: [...children].map(([id, name]) => ({ id, name })),
    stays: shown,
    closures: closuresOf(off, facilityNames),
  };
}
