// Stays over a period: those written in the day plans, and those that contracts book further ahead.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type DayOff } from "./days-off.ts";
import { type RunningContract, plannedStays } from "./planned-stays.ts";
import type { AbsenceCode, PresenceFacts } from "./presence.ts";

export type CalendarStay = PresenceFacts & {
  contractId: string;
  /** Null for a stay that is booked but not yet written in a day plan. */
  presenceId: string | null;
  version: number;
  day: CalendarDay;
  absenceCode: AbsenceCode | null;
  /** The last touch on it; null for one that nobody has touched. */
  markedAt: Date | null;
};

type WrittenStay = PresenceFacts & {
  id: string;
  contractId: string;
  version: number;
  day: CalendarDay;
  absenceCode: AbsenceCode | null;
  markedAt: Date | null;
};

/**
 * In order of time.
 * @param aheadFrom the first day for which a contract speaks where no day plan does: the past is what was written
 */
export function calendarStays(
  written: WrittenStay[],
  contracts: (RunningContract & { id: string; facilityId: string })[],
  { aheadFrom, to, off }: { aheadFrom: CalendarDay; to: CalendarDay; off: OffByFacility },
): CalendarStay[] {
  const stays: CalendarStay[] = written.map(({ id, ...stay }) => ({ ...stay, presenceId: id }));
  const known = new Set(
    stays.map(({ contractId, plannedStart }) => `${contractId} ${plannedStart.getTime()}`),
  );
  for (const { id, facilityId, ...contract } of contracts) {
    for (const { day, start, end } of plannedStays(contract, aheadFrom, to, off.get(facilityId)!)) {
      if (known.has(`${id} ${start.getTime()}`)) continue;
      stays.push({
        contractId: id,
        presenceId: null,
        version: 0,
        day,
        plannedStart: start,
        plannedEnd: end,
        state: "planned",
        arrivedAt: null,
        leftAt: null,
        absenceCode: null,
        markedAt: null,
      });
    }
  }
  return stays.sort((one, other) => one.plannedStart.getTime() - other.plannedStart.getTime());
}

export type OffByFacility = Map<string, Map<CalendarDay, DayOff>>;

export type OffRun = { from: CalendarDay; to: CalendarDay; off: DayOff };

const sameReason = (one: DayOff, other: DayOff): boolean =>
  one.reason === other.reason && ("label" in one && "label" in other ? one.label === other.label : false);

/** Days off that follow each other for the same reason, put together. */
export function runsOff(off: Map<CalendarDay, DayOff>): OffRun[] {
  const runs: OffRun[] = [];
  for (const [day, each] of [...off].sort(([one], [other]) => one.localeCompare(other))) {
    const last = runs.at(-1);
    const next = last && Date.parse(day) - Date.parse(last.to) === 86_400_000;
    if (last && next && sameReason(last.off, each)) last.to = day;
    else runs.push({ from: day, to: day, off: each });
  }
  return runs;
}
