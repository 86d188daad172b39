// The public holidays of the law: eleven everywhere in France, two more in Alsace and Moselle.
// Those voted for one year, or known from a file, are imported rows of the school calendar.
import { type CalendarDay, addDays, asDay } from "./day.ts";

export type LocalLaw = "alsace-moselle" | null;

/** `code` is found in the words as `calendar:publicHoliday.<code>`. */
export type PublicHoliday = { day: CalendarDay; code: string; source: string };

type Holiday = {
  code: string;
  /** A fixed "MM-DD", or days after Easter Sunday. */
  on: string | number;
  /** First year in force. */
  since: number;
  source: string;
  local?: "alsace-moselle";
};

const national = "Code du travail, article L3133-1";
const local = "Code du travail, article L3134-13 (ordonnance du 16 août 1892)";

const holidays: Holiday[] = [
  {
    code: "newYear",
    on: "01-01",
    since: 1810,
    source: `${national} ; avis du Conseil d'État du 23 mars 1810`,
  },
  { code: "goodFriday", on: -2, since: 1892, source: local, local: "alsace-moselle" },
  { code: "easterMonday", on: 1, since: 1886, source: `${national} ; loi du 8 mars 1886` },
  { code: "labourDay", on: "05-01", since: 1947, source: `${national} ; loi du 30 avril 1947` },
  { code: "victoryDay", on: "05-08", since: 1982, source: `${national} ; loi 81-893 du 2 octobre 1981` },
  { code: "ascension", on: 39, since: 1802, source: `${national} ; arrêté du 29 germinal an X` },
  { code: "whitMonday", on: 50, since: 1886, source: `${national} ; loi du 8 mars 1886` },
  { code: "nationalDay", on: "07-14", since: 1880, source: `${national} ; loi du 6 juillet 1880` },
  { code: "assumption", on: "08-15", since: 1802, source: `${national} ; arrêté du 29 germinal an X` },
  { code: "allSaints", on: "11-01", since: 1802, source: `${national} ; arrêté du 29 germinal an X` },
  { code: "armistice", on: "11-11", since: 1922, source: `${national} ; loi du 24 octobre 1922` },
  { code: "christmas", on: "12-25", since: 1802, source: `${national} ; arrêté du 29 germinal an X` },
  { code: "saintStephen", on: "12-26", since: 1892, source: local, local: "alsace-moselle" },
];

/** Easter Sunday of the Gregorian calendar (the anonymous computus, as published by Meeus). */
export function easterSunday(year: number): CalendarDay {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  const [month, day] = [Math.floor(days / 31), (days % 31) + 1];
  return asDay(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

/** The public holidays of a year, in order; two may fall on one day, such as Ascension on 1 May 2008. */
export function publicHolidays(year: number, { localLaw }: { localLaw: LocalLaw }): PublicHoliday[] {
  const easter = easterSunday(year);
  return holidays
    .filter(({ since, local: law }) => year >= since && (!law || law === localLaw))
    .map(({ code, on, source }) => ({
      day: typeof on === "number" ? addDays(easter, on) : asDay(`${year}-${on}`),
      code,
      source,
    }))
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** A year of each law, worked out once. */
const years = new Map<string, Map<CalendarDay, PublicHoliday>>();

/** The holiday of a day, the first of two; null on any other day. */
export function publicHolidayOn(
  day: CalendarDay,
  { localLaw }: { localLaw: LocalLaw },
): PublicHoliday | null {
  const year = day.slice(0, 4);
  const key = `${year} ${localLaw}`;
  let found = years.get(key);
  if (!found) {
    const lastFirst = publicHolidays(Number(year), { localLaw }).reverse();
    found = new Map(lastFirst.map((each) => [each.day, each]));
    years.set(key, found);
  }
  return found.get(day) ?? null;
}

export function isPublicHoliday(day: CalendarDay, law: { localLaw: LocalLaw }): boolean {
  return publicHolidayOn(day, law) !== null;
}
