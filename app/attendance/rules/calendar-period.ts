// The period that a calendar page shows, as its address says: ?semaine=2026-11-23 or ?mois=2026-11.
import {
  type CalendarDay,
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  isDay,
  mondayOf,
  monthOf,
} from "#app/calendar/rules/day.ts";

export type CalendarPeriod = {
  unit: "month" | "week";
  /** First and last day of the month or week. */
  from: CalendarDay;
  to: CalendarDay;
  /** Addresses of the periods around it, of today's, and of the other unit. */
  links: { previous: string; next: string; now: string; month: string; week: string };
};

const monthAddress = (day: CalendarDay): string => `?mois=${monthOf(day)}`;
const weekAddress = (day: CalendarDay): string => `?semaine=${mondayOf(day)}`;

const yearsAround = 3;

/** A day typed in an address, when it exists and somebody could mean it: three years around today. */
export function dayAround(text: string | null, today: CalendarDay): CalendarDay | null {
  if (text === null || !isDay(text)) return null;
  return Math.abs(daysBetween(today, text)) <= yearsAround * 366 ? text : null;
}

/** @param unit what the page shows without an address */
export function calendarPeriod(
  search: URLSearchParams,
  today: CalendarDay,
  unit: CalendarPeriod["unit"],
): CalendarPeriod {
  const month = dayAround(`${search.get("mois") ?? ""}-01`, today);
  const week = dayAround(search.get("semaine"), today);
  const shown = month ? "month" : week ? "week" : unit;
  const day = month ?? week ?? today;
  // Seen from a month that holds today, "this week" is today's.
  const inMonth = monthOf(day) === monthOf(today) ? today : day;
  const links = { month: monthAddress(day), week: weekAddress(shown === "month" ? inMonth : day) };
  if (shown === "month") {
    const from = firstOfMonth(day);
    return {
      unit: shown,
      from,
      to: addDays(addMonths(from, 1), -1),
      links: {
        ...links,
        previous: monthAddress(addMonths(from, -1)),
        next: monthAddress(addMonths(from, 1)),
        now: monthAddress(today),
      },
    };
  }
  const from = mondayOf(day);
  return {
    unit: shown,
    from,
    to: addDays(from, 6),
    links: {
      ...links,
      previous: weekAddress(addDays(from, -7)),
      next: weekAddress(addDays(from, 7)),
      now: weekAddress(today),
    },
  };
}

/** The days that a month's grid draws: whole weeks, Monday first. */
export function gridDays({ from, to }: Pick<CalendarPeriod, "from" | "to">): {
  from: CalendarDay;
  to: CalendarDay;
} {
  return { from: mondayOf(from), to: addDays(mondayOf(to), 6) };
}
