// The hours as the form holds them, written from a pattern. Browsers load it.
import { printClock } from "#app/calendar/rules/clock-text.ts";
import {
  type RotaWeek,
  type WeeklyPattern,
  compareSlots,
  minutesOfDay,
} from "#app/calendar/rules/weekly-pattern.ts";
import {
  type TypedHours,
  type TypedSlot,
  byDates,
  dayIndex,
  daysOfCycle,
  emptyDays,
  staysADay,
} from "./ask-form-hours.ts";

const typedStay = ({ start, end }: { start: number; end: number }): TypedSlot => ({
  start: printClock(start),
  // A time input cannot show 24:00.
  end: printClock(end % minutesOfDay),
  nextDay: end > minutesOfDay,
});

/** Weeks that repeat as the form shows them; null when a day has more stays than there is room for. */
export function typedDays({ slots }: Pick<WeeklyPattern, "slots">): TypedSlot[][] | null {
  const days = emptyDays();
  for (const slot of [...slots].sort(compareSlots)) days[dayIndex(slot)]!.push(typedStay(slot));
  return days.every((stays) => stays.length <= staysADay) ? days : null;
}

/** The hours with weeks given one by one in place of any before; null as `typedDays`. */
export function typeRota(hours: TypedHours, rota: RotaWeek[]): TypedHours | null {
  const given = rota.flatMap(({ slots }) => {
    const week = slots.map((each) => ({ ...each, week: 0 }));
    return typedDays({ slots: week })?.slice(0, 7) ?? [];
  });
  if (given.length < 7 * rota.length) return null;
  return {
    ...hours,
    weeks: byDates,
    mondays: rota.map(({ monday }) => monday),
    days: [...hours.days.slice(0, daysOfCycle), ...given],
  };
}

/** The hours with weeks that repeat in place of the first ones; null as `typedDays`. */
export function typeCycle(
  hours: TypedHours,
  { cycleWeeks, slots }: Pick<WeeklyPattern, "cycleWeeks" | "slots">,
): TypedHours | null {
  const typed = typedDays({ slots });
  if (!typed) return null;
  return {
    ...hours,
    weeks: cycleWeeks,
    days: hours.days.map((present, day) => (day < cycleWeeks * 7 ? typed[day]! : present)),
  };
}
