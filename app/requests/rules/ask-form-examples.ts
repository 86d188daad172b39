// Weeks to start from, then change: words in `families:ask.hours.example.<code>`.
import type { Weekday } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { type TypedHours, weekOf } from "./ask-form-hours.ts";
import { typedDays } from "./ask-form-hours-typed.ts";

type Stay = { weekdays: Weekday[]; start: number; end: number };

const mondayToFriday: Weekday[] = [1, 2, 3, 4, 5];
const classDays: Weekday[] = [1, 2, 4, 5];
const hour = 60;

export const hoursExamples = {
  nursery: {
    office: [{ weekdays: mondayToFriday, start: 8 * hour, end: 18 * hour }],
    early: [{ weekdays: mondayToFriday, start: 5.5 * hour, end: 14 * hour }],
    late: [{ weekdays: mondayToFriday, start: 13.5 * hour, end: 22 * hour }],
    nights: [{ weekdays: [1, 2, 3, 4], start: 20.5 * hour, end: 30.5 * hour }],
  },
  afterSchool: {
    evenings: [{ weekdays: classDays, start: 16.5 * hour, end: 18.5 * hour }],
    bothEnds: [
      { weekdays: classDays, start: 7.5 * hour, end: 8.5 * hour },
      { weekdays: classDays, start: 16.5 * hour, end: 18.5 * hour },
    ],
    wednesdays: [{ weekdays: [3], start: 8 * hour, end: 18 * hour }],
  },
} satisfies Record<CareKind, Record<string, Stay[]>>;

export function exampleCodes(kind: CareKind): string[] {
  return Object.keys(hoursExamples[kind]);
}

/** A week like the example; the other weeks and the dates stay. An unknown code changes nothing. */
export function applyExample(hours: TypedHours, kind: CareKind, code: string, week = 0): TypedHours {
  const stays = (hoursExamples[kind] as Record<string, Stay[]>)[code];
  if (!stays) return hours;
  const slots = stays.flatMap(({ weekdays, start, end }) =>
    weekdays.map((weekday) => ({ week: 0, weekday, start, end })),
  );
  const typed = typedDays({ slots })!;
  const days = hours.days.map((present, day) => (weekOf(day) === week ? typed[day % 7]! : present));
  return { ...hours, days };
}
