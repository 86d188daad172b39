// Weeks of the ask form copied, added and removed, and when each of them falls. Browsers load it.
import { type CalendarDay, addDays, isDay, mondayOf } from "#app/calendar/rules/day.ts";
import {
  type RotaWeek,
  type WeeklyPattern,
  maxCycleWeeks,
  maxRotaWeeks,
  weekOfCycle,
} from "#app/calendar/rules/weekly-pattern.ts";
import {
  type TypedHours,
  byDates,
  countedWeeks,
  daysOfCycle,
  emptyDays,
  mondayOfWeek,
  readSlots,
  weekOf,
} from "./ask-form-hours.ts";
import { typeCycle, typeRota } from "./ask-form-hours-typed.ts";

const isFrom = (week: number, day: number): boolean => weekOf(day) === week;

/** Each day of some weeks taken from another day. */
function copyDays(hours: TypedHours, from: (day: number) => number): TypedHours {
  const days = hours.days.map((stays, day) =>
    from(day) === day ? stays : structuredClone(hours.days[from(day)]!),
  );
  return { ...hours, days };
}

/** Monday's stays on Tuesday to Friday of the same week. */
export function copyMonday(hours: TypedHours, week: number): TypedHours {
  return copyDays(hours, (day) => (isFrom(week, day) && day % 7 < 5 ? week * 7 : day));
}

/** The first week that counts, on all the others that do. */
export function copyFirstWeek(hours: TypedHours): TypedHours {
  const weeks = countedWeeks(hours);
  return copyDays(hours, (day) => (weeks.includes(weekOf(day)) ? weeks[0]! * 7 + (day % 7) : day));
}

/** The week before, on a week that is not the first. */
export function copyPreviousWeek(hours: TypedHours, week: number): TypedHours {
  if (!countedWeeks(hours).includes(week - 1)) return hours;
  return copyDays(hours, (day) => (isFrom(week, day) ? day - 7 : day));
}

/** Empties the weeks that count. */
export function clearDays(hours: TypedHours): TypedHours {
  const weeks = countedWeeks(hours);
  return { ...hours, days: hours.days.map((stays, day) => (weeks.includes(weekOf(day)) ? [] : stays)) };
}

type GivenWeek = { monday: CalendarDay; days: TypedHours["days"] };

const givenWeeks = ({ mondays, days }: TypedHours): GivenWeek[] =>
  mondays.map((monday, index) => {
    const from = daysOfCycle + 7 * index;
    return { monday, days: days.slice(from, from + 7) };
  });

function withGiven(hours: TypedHours, weeks: GivenWeek[]): TypedHours {
  const ordered = [...weeks].sort((a, b) => (a.monday < b.monday ? -1 : 1));
  return {
    ...hours,
    mondays: ordered.map(({ monday }) => monday),
    days: [...hours.days.slice(0, daysOfCycle), ...ordered.flatMap(({ days }) => days)],
  };
}

/** Adds the week of any day; one that is there already, or one too many, changes nothing. */
export function addWeek(hours: TypedHours, day: string): TypedHours {
  if (!isDay(day)) return hours;
  const monday = mondayOf(day);
  if (hours.mondays.includes(monday) || hours.mondays.length >= maxRotaWeeks) return hours;
  return withGiven(hours, [...givenWeeks(hours), { monday, days: emptyDays(7) }]);
}

export function removeWeek(hours: TypedHours, monday: string): TypedHours {
  return withGiven(
    hours,
    givenWeeks(hours).filter((week) => week.monday !== monday),
  );
}

/** Chooses how many weeks repeat; weeks given one by one begin with that of the start. */
export function chooseWeeks(hours: TypedHours, weeks: number, from: CalendarDay): TypedHours {
  const chosen = { ...hours, weeks };
  return weeks === byDates && hours.mondays.length === 0 ? addWeek(chosen, from) : chosen;
}

/** The Mondays on which a week falls first and next, from a day on; a week given by its Monday falls once. */
export function mondaysOf(hours: TypedHours, week: number, from: CalendarDay): CalendarDay[] {
  const given = mondayOfWeek(hours, week);
  if (given) return [given];
  const away = week - weekOfCycle(from, hours.weeks);
  const first = addDays(mondayOf(from), 7 * ((away + hours.weeks) % hours.weeks));
  return [first, addDays(first, 7 * hours.weeks)];
}

/** The week that counts on the first day, or the first after it. */
export function openingWeek(hours: TypedHours, from: CalendarDay): number {
  const firstMonday = (week: number): string => mondaysOf(hours, week, from)[0]!;
  const weeks = countedWeeks(hours);
  const coming = weeks.filter((week) => firstMonday(week) >= mondayOf(from));
  const ordered = coming.sort((a, b) => (firstMonday(a) < firstMonday(b) ? -1 : 1));
  return ordered[0] ?? weeks[0] ?? 0;
}

const weeksBetween = (from: CalendarDay, to: CalendarDay): number =>
  (Date.parse(to) - Date.parse(from)) / (7 * 86_400_000);

/**
 * The weeks that count as one line to draw on: those given one by one keep their distance, so that the night of a
 * Sunday goes on with the Monday of the week after, and only with that one.
 * @returns the line, and the place on it of each week that counts
 */
export function drawingOf(hours: TypedHours): { line: WeeklyPattern; places: Map<number, number> } {
  const { pattern } = readSlots(hours);
  const { mondays } = hours;
  const weeks = countedWeeks(hours);
  if (hours.weeks !== byDates) return { line: pattern, places: new Map(weeks.map((week) => [week, week])) };
  const places = weeks.map((week, index) => [week, weeksBetween(mondays[0]!, mondays[index]!)] as const);
  const slots = (pattern.rota ?? []).flatMap((week, index) =>
    week.slots.map((each) => ({ ...each, week: places[index]![1] })),
  );
  return { line: { cycleWeeks: (places.at(-1)?.[1] ?? 0) + 2, slots }, places: new Map(places) };
}

/** The hours after a stroke on the line; null when a day has no room for them. */
export function takeDrawing(hours: TypedHours, line: WeeklyPattern): TypedHours | null {
  if (hours.weeks !== byDates) return typeCycle(hours, line);
  const { places } = drawingOf(hours);
  const rota = hours.mondays.map((monday, index): RotaWeek => {
    const place = places.get(maxCycleWeeks + index);
    return { monday, slots: line.slots.filter(({ week }) => week === place) };
  });
  return typeRota(hours, rota);
}
