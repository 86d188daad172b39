// The hours of a contract as the database compares them, so that no child is held twice: a day of the calendar, every
// so many days, between two minutes of that day.
import { type CalendarDay, addDays, daysBetween, mondayOf, weekdayOf } from "#app/calendar/rules/day.ts";
import {
  type WeekSlot,
  type WeeklyPattern,
  minutesOfDay,
  slotsOn,
  weekOfCycle,
} from "#app/calendar/rules/weekly-pattern.ts";

export type HeldHours = {
  /** Days since 1 January 1970. */
  firstDay: number;
  lastDay: number;
  step: 7 | 14;
  startMinute: number;
  endMinute: number;
};

export type HeldPeriod = { pattern: WeeklyPattern; startOn: CalendarDay; endOn: CalendarDay | null };

const epoch = "1970-01-01" as CalendarDay;
const endOfTime = "9999-12-31" as CalendarDay;
/** Hours that do not simply repeat are written day by day, for two years when the contract has no end. */
const daysWritten = 730;

export const serialOf = (day: CalendarDay): number => daysBetween(epoch, day);

/** A stay cut at midnight, the second piece on the next day. */
function pieces({ start, end }: WeekSlot, firstDay: number, lastDay: number, step: 7 | 14): HeldHours[] {
  const first = { firstDay, lastDay, step, startMinute: start, endMinute: Math.min(end, minutesOfDay) };
  if (end <= minutesOfDay) return [first];
  const after = { startMinute: 0, endMinute: end - minutesOfDay };
  return [first, { firstDay: firstDay + 1, lastDay: lastDay + 1, step, ...after }];
}

function repeating({ pattern, startOn, endOn }: HeldPeriod): HeldHours[] {
  const step = pattern.cycleWeeks === 2 ? 14 : 7;
  const last = endOn ?? endOfTime;
  return pattern.slots.flatMap((slot) => {
    let day = addDays(startOn, (slot.weekday - weekdayOf(startOn) + 7) % 7);
    if (pattern.cycleWeeks === 2 && weekOfCycle(mondayOf(day)) !== slot.week) day = addDays(day, 7);
    return day <= last ? pieces(slot, serialOf(day), serialOf(last), step) : [];
  });
}

function dayByDay({ pattern, startOn, endOn }: HeldPeriod): HeldHours[] {
  const last = endOn ?? addDays(startOn, daysWritten);
  const held: HeldHours[] = [];
  for (let day = startOn; day <= last; day = addDays(day, 1)) {
    for (const slot of slotsOn(pattern, day)) held.push(...pieces(slot, serialOf(day), serialOf(day), 7));
  }
  return held;
}

/** Weeks that are alike, or A and B, are written once; longer cycles and rotas day by day. */
export function contractHours(period: HeldPeriod): HeldHours[] {
  const repeats = period.pattern.cycleWeeks <= 2 && !period.pattern.rota?.length;
  return repeats ? repeating(period) : dayByDay(period);
}
