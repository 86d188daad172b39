// The hours as the form holds them, kept from what is posted. Browsers do not load it.
import { type CalendarDay, isDay, mondayOf } from "#app/calendar/rules/day.ts";
import { maxRotaWeeks } from "#app/calendar/rules/weekly-pattern.ts";
import type { Answers } from "./ask-form-answers.ts";
import {
  type TypedHours,
  type TypedSlot,
  byDates,
  cycleChoices,
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
