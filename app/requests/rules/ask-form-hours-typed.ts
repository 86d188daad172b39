// The hours as the form holds them: kept from what is posted, or written from a pattern. Browsers load it.
import { printClock } from "#app/calendar/rules/clock-text.ts";
import { type CalendarDay, isDay, mondayOf } from "#app/calendar/rules/day.ts";
import {
  type RotaWeek,
  type WeeklyPattern,
  compareSlots,
  maxRotaWeeks,
  minutesOfDay,
} from "#app/calendar/rules/weekly-pattern.ts";
import type { Answers } from "./ask-form-answers.ts";
import {
  type TypedHours,
  type TypedSlot,
  byDates,
  cycleChoices,
  dayIndex,
  daysOfCycle,
  emptyDays,
  emptyHours,
  isEmptyStay,
  slotName,
  staysADay,
  weekOf,
} from "./ask-form-hours.ts";

/** The hours as posted, right or wrong; weeks that the page did not show stay as they were. */
export function keepHours(answers: Answers, previous: TypedHours = emptyHours()): TypedHours {
  const typed = (day: number, stay: number): TypedSlot => ({
    start: answers.text(slotName(day, stay, "start")),
    end: answers.text(slotName(day, stay, "end")),
    nextDay: answers.flag(slotName(day, stay, "nextDay")),
  });
  const shown = new Set(answers.list("shown").map(Number));
  const mondays = answers.has("mondays") ? keepMondays(answers.list("mondays")) : previous.mondays;
  const days = emptyDays(daysOfCycle + 7 * mondays.length).map((_, day) => {
    if (!shown.has(weekOf(day))) return previous.days[day] ?? [];
    return Array.from({ length: staysADay }, (_, stay) => typed(day, stay)).filter(
      (each) => !isEmptyStay(each),
    );
  });
  const weeks = Number(answers.text("weeks") || previous.weeks);
  return {
    weeks: weeks === byDates || cycleChoices.some((each) => each === weeks) ? weeks : previous.weeks,
    days,
    mondays,
    startOn: answers.text("startOn"),
    flexibleWeeks: answers.text("flexibleWeeks"),
    travelBefore: answers.text("travelBefore"),
    travelAfter: answers.text("travelAfter"),
    calendar: previous.calendar,
  };
}

/** Days that are Mondays, each once, in order. */
export function keepMondays(texts: string[]): CalendarDay[] {
  const mondays = texts.filter(isDay).filter((day) => mondayOf(day) === day);
  return [...new Set(mondays)].sort().slice(0, maxRotaWeeks);
}

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
