// What the cells of a table mean. Null stands for "could not be read"; empty cells never come here.
import { type CalendarDay, isDay } from "#app/calendar/rules/day.ts";

/** Without the spaces around it, unbreakable ones included; null when nothing is left. */
export function cleanCell(text: string): string | null {
  const clean = text.replace(/[\u00A0\u202F]/g, " ").trim();
  return clean === "" ? null : clean;
}

/** Whole numbers, with the spaces of thousands: "1 155", "60", "60,0". */
export function parseWhole(text: string): number | null {
  const value = parseDecimal(text);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}

/** "6,157", "6.157", "1 155,5". */
export function parseDecimal(text: string): number | null {
  const compact = text.replace(/\s/g, "").replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/.test(compact) ? Number(compact) : null;
}

/** "2026-12-31", "31/12/2026", "31-12-2026" or "31.12.2026", with or without a time of midnight. */
export function parseDay(text: string): CalendarDay | null {
  const [date] = text.split(/[ T]00:00/);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(date!);
  const [, day, month, year] = french ?? [];
  const iso = french ? `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}` : date!;
  return isDay(iso) ? iso : null;
}

const yes = ["oui", "o", "yes", "y", "vrai", "true", "1", "x"];
const no = ["non", "n", "no", "faux", "false", "0"];

export function parseYesNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : null;
}

/** What two spellings of one name share: no accents, no case, no punctuation. */
export function matchKey(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
