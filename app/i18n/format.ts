// How days, hours and sums are written for a reader. Everything is shown in the town's time.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Language } from "./translator.ts";

/** The town's zone, as in calendar/rules/instant.ts, which browsers do not load. */
const zone = "Europe/Paris";

const locales: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };

const formats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, known);
  return known;
}

/** French counts the first day of a month: "1er décembre". */
const firstOfMonth = (text: string, language: Language): string =>
  language === "fr" ? text.replace(/\b1 (?=\p{L})/u, "1er ") : text;

/** A number is never parted from its unit at the end of a line. */
const nbsp = "\u00a0";

/** The first of a month is an ordinal in French: "1er mars 2027". */
const ordinal = (text: string, language: Language): string =>
  language === "fr" ? text.replace(/(^|\s)1 (?=\p{L})/u, "$11er ") : text;

const noon = (day: CalendarDay): Date => new Date(`${day}T12:00:00Z`);

/** "mardi 3 mars 2027" */
export function formatDay(day: CalendarDay | string, language: Language): string {
  const format = dateFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return ordinal(firstOfMonth(format.format(noon(day as CalendarDay)), language), language);
}

/** "3 mars 2027" */
export function formatDate(day: CalendarDay | string, language: Language): string {
  const format = dateFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return ordinal(firstOfMonth(format.format(noon(day as CalendarDay)), language), language);
}

/** "mar. 3 mars" */
export function formatShortDay(day: CalendarDay | string, language: Language): string {
  const format = dateFormat(language, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
  return ordinal(firstOfMonth(format.format(noon(day as CalendarDay)), language), language);
}

/** "mars 2027" from "2027-03" */
export function formatMonth(month: string, language: Language): string {
  return dateFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    noon(`${month}-01` as CalendarDay),
  );
}

/** "mars 27" from "2027-03" */
export function formatShortMonth(month: string, language: Language): string {
  return dateFormat(language, { month: "short", year: "2-digit", timeZone: "UTC" }).format(
    noon(`${month}-01` as CalendarDay),
  );
}

/** "lundi" for 1 … "dimanche" for 7 */
export function formatWeekday(
  weekday: number,
  language: Language,
  length: "long" | "short" = "long",
): string {
  return dateFormat(language, { weekday: length, timeZone: "UTC" }).format(
    noon(`2024-01-0${weekday}` as CalendarDay),
  );
}

/** "22 h 00" (French) or "22:00" from minutes of the day; 1440 and more is the next day's clock time. */
export function formatMinute(minute: number, language: Language): string {
  const inDay = minute === 1440 ? 1440 : minute % 1440;
  const [hours, minutes] = [Math.floor(inDay / 60), String(inDay % 60).padStart(2, "0")];
  return language === "fr"
    ? `${hours}${nbsp}h${nbsp}${minutes}`
    : `${String(hours).padStart(2, "0")}:${minutes}`;
}

/** "22 h 00" from an instant */
export function formatTime(instant: Date | string, language: Language): string {
  const [hours, minutes] = dateFormat("en", {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone: zone,
  })
    .format(new Date(instant))
    .split(":");
  return formatMinute(Number(hours) * 60 + Number(minutes), language);
}

/** "mardi 3 mars 2027 à 22 h 00" */
export function formatInstant(instant: Date | string, language: Language): string {
  const day = dateFormat("en", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone })
    .format(new Date(instant))
    .split("/")
    .reverse()
    .join("-");
  const joint = language === "fr" ? " à " : " at ";
  return formatDay(day, language) + joint + formatTime(instant, language);
}

/** A length: "7 h 30", "45 min", "8 h" */
export function formatLength(minutes: number, language: Language): string {
  const rounded = Math.round(minutes);
  const [hours, rest] = [Math.floor(rounded / 60), rounded % 60];
  if (hours === 0) return `${rest}${nbsp}min`;
  const grouped = formatNumber(hours, language);
  return rest === 0 ? `${grouped}${nbsp}h` : `${grouped}${nbsp}h${nbsp}${String(rest).padStart(2, "0")}`;
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** "76 %" from 0.76 */
export function formatPercent(ratio: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 0 }).format(
    ratio,
  );
}

/** "76,03 %" from 7603 */
export function formatHundredths(percent: number, language: Language): string {
  const two = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locales[language], { style: "percent", ...two }).format(percent / 10_000);
}

/** "22 mois" up to three years, then "5 ans" */
export function formatAge(months: number, language: Language): string {
  const [value, unit] = months < 36 ? [months, "month"] : [Math.floor(months / 12), "year"];
  return new Intl.NumberFormat(locales[language], { style: "unit", unit, unitDisplay: "long" }).format(value);
}
