import { type Weekday, weekdays } from "./day.ts";
import { runsOf } from "./pattern-summary.ts";

const french = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];
const english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** "lun", "Lundi", "mon" and "1" are Monday. */
function parseWeekday(text: string): Weekday | null {
  if (/^[1-7]$/.test(text)) return Number(text) as Weekday;
  const short = text.toLowerCase().replace(/\.$/, "").slice(0, 3);
  if (text.length < 3) return null;
  return weekdays.find((each) => french[each - 1] === short || english[each - 1] === short) ?? null;
}

/**
 * Days from "1-5", "1,2,4,5", "lun-ven" or "samedi, dimanche", in order and once each; null when unreadable.
 * A range may pass Sunday: "sam-lun" is Saturday, Sunday and Monday.
 */
export function parseWeekdays(text: string): Weekday[] | null {
  const found = new Set<Weekday>();
  for (const part of text.split(",")) {
    const bounds = part.split(/[-–]/).map((each) => parseWeekday(each.trim()));
    const [from, to = from] = bounds;
    if (!from || !to || bounds.length > 2) return null;
    for (let day = from; ; day = ((day % 7) + 1) as Weekday) {
      found.add(day);
      if (day === to) break;
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** "lun-ven", "lun,mar,jeu,ven": what `parseWeekdays` reads back. */
export function printWeekdays(days: Weekday[]): string {
  return runsOf(days)
    .flatMap(({ from, to }) => {
      if (to - from >= 2) return [`${french[from - 1]}-${french[to - 1]}`];
      return from === to ? [french[from - 1]!] : [french[from - 1]!, french[to - 1]!];
    })
    .join(",");
}
