// "These hours, this child, from this date": what the search page reads from its address.
import { type CalendarDay, addDays, addMonths } from "#app/calendar/rules/day.ts";
import { parseHours, printHours } from "#app/calendar/rules/hours-text.ts";
import { calendarDay } from "#app/calendar/rules/schemas.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { z } from "#app/zod.ts";
import { ageInMonths } from "./child-age.ts";
import { usualEnd } from "./usual-end.ts";

/** Weeks that many families ask for; words in `allocation:search.usual.*`. */
export const usualWeeks = {
  day: "lun-ven 8h-18h",
  mornings: "lun-ven 8h-12h",
  early: "lun-ven 5h30-14h",
  late: "lun-ven 13h-21h30",
  nights: "A: lun-ven 18h30-8h+1",
  wednesday: "mer 8h-18h",
} as const;
export type UsualWeek = keyof typeof usualWeeks;
export const usualWeekNames = Object.keys(usualWeeks) as UsualWeek[];

/** Nobody can say who will have a place later than that. */
const farthestDays = 730;
const oldestMonths = 72;

/** As typed, to be shown again. */
export type TypedSearch = {
  heures: string;
  semaine: string;
  naissance: string;
  debut: string;
  fin: string;
  quartier: string;
};

export type SearchedNeed = {
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  /** The last day looked at. */
  endOn: CalendarDay;
  ageMonths: number;
  quarterName: string | null;
};

type Field = keyof TypedSearch;
export type SearchRead =
  | { asked: false; typed: TypedSearch }
  | { asked: true; typed: TypedSearch; errors: Partial<Record<Field, string>>; need: SearchedNeed | null };

const dayOrNull = z.string().trim().pipe(calendarDay).nullable().catch(null);
const readDay = (text: string): CalendarDay | null => dayOrNull.parse(text);
const error = (name: string): string => `allocation:search.error.${name}`;

/** What a request already says; it stands until something else is typed. */
export type KnownNeed = {
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  birthDay: CalendarDay | null;
};

export function typedSearch(
  search: URLSearchParams,
  today: CalendarDay,
  known: KnownNeed | null,
): TypedSearch {
  const text = (name: Field, before: string): string => (search.get(name) ?? before).trim();
  const soonest = known && known.startOn > today ? known.startOn : addDays(today, 14);
  return {
    heures: text("heures", known ? printHours(known.pattern) : ""),
    semaine: text("semaine", ""),
    // Of a request, the birth day stays out of the address.
    naissance: known?.birthDay ?? text("naissance", ""),
    debut: text("debut", soonest),
    fin: text("fin", ""),
    quartier: text("quartier", ""),
  };
}

function readPattern({ heures, semaine }: TypedSearch): { pattern: WeeklyPattern } | { error: string } {
  const usual = usualWeekNames.find((name) => name === semaine);
  const text = heures !== "" || !usual ? heures : usualWeeks[usual];
  const read = parseHours(text);
  return read.ok ? { pattern: read.pattern } : { error: `calendar:hoursError.${read.problem.code}` };
}

/** Contracts run to the end of the school year: nothing is said beyond it. */
function lastDayOf(startOn: CalendarDay, fin: CalendarDay | null): CalendarDay {
  const usual = usualEnd(startOn);
  return fin && fin < usual ? fin : usual;
}

/** @param known what the request searched for says, when there is one */
export function readSearch(
  search: URLSearchParams,
  today: CalendarDay,
  quarters: readonly string[],
  known: KnownNeed | null,
): SearchRead {
  const typed = typedSearch(search, today, known);
  if (!search.has("heures") && !search.has("semaine") && !known) return { asked: false, typed };
  const errors: Partial<Record<Field, string>> = {};
  const hours = readPattern(typed);
  if ("error" in hours) errors.heures = hours.error;
  const startOn = readDay(typed.debut);
  if (!startOn) errors.debut = error("day");
  else if (startOn < today) errors.debut = error("past");
  else if (startOn > addDays(today, farthestDays)) errors.debut = error("far");
  const fin = typed.fin === "" ? null : readDay(typed.fin);
  if (typed.fin !== "" && !fin) errors.fin = error("day");
  else if (fin && startOn && fin < startOn) errors.fin = error("order");
  const born = readDay(typed.naissance);
  // A child on its way is looked for too, from its birth on.
  if (!born || born > addMonths(today, 10)) errors.naissance = error("birth");
  else if (startOn && born > startOn) errors.naissance = error("unborn");
  else if (startOn && ageInMonths({ birthDay: born, expectedOn: null }, startOn)! >= oldestMonths)
    errors.naissance = error("school");
  if ("error" in hours || !startOn || !born || Object.keys(errors).length > 0)
    return { asked: true, typed, errors, need: null };
  return {
    asked: true,
    typed,
    errors,
    need: {
      pattern: hours.pattern,
      startOn,
      endOn: lastDayOf(startOn, fin),
      ageMonths: ageInMonths({ birthDay: born, expectedOn: null }, startOn)!,
      quarterName: quarters.find((name) => name === typed.quartier) ?? null,
    },
  };
}
