// The places of each section over two weeks. A pattern that has been held stays held: whatever the dates of the
// contracts and offers, no section is ever over its licence. The hours of the demonstration repeat every week or every
// other week, so that a typical fortnight says it all, far quicker than real days.
import { type WeeklyPattern, typicalWeeks } from "#app/calendar/rules/weekly-pattern.ts";
import type { DemoSection } from "./facility.ts";

const quartersOfWeek = 7 * 96;

/** The quarters that hours of a week of the fortnight touch; what passes its end wraps to its beginning. */
function cellsOf(
  week: number,
  { weekday, start, end }: { weekday: number; start: number; end: number },
): number[] {
  const midnight = week * quartersOfWeek + (weekday - 1) * 96;
  const [first, last] = [midnight + Math.floor(start / 15), midnight + Math.ceil(end / 15)];
  return Array.from({ length: last - first }, (_, index) => (first + index) % (2 * quartersOfWeek));
}

function cellsOfPattern(pattern: WeeklyPattern): number[] {
  const weeks = typicalWeeks(pattern);
  return [0, 1].flatMap((week) => weeks[week % weeks.length]!.flatMap((slot) => cellsOf(week, slot)));
}

function licensed({ bands }: DemoSection): Int16Array {
  const grid = new Int16Array(2 * quartersOfWeek);
  for (const band of bands)
    for (const week of [0, 1]) for (const cell of cellsOf(week, band)) grid[cell]! += band.places;
  return grid;
}

/** Takes the hours of a pattern in a section when all have a place left; says whether it did. */
export type HoldPlace = (section: DemoSection, pattern: WeeklyPattern) => boolean;

export function placeHolder(): HoldPlace {
  const grids = new Map<string, Int16Array>();
  return (section, pattern) => {
    const left = grids.get(section.id) ?? licensed(section);
    grids.set(section.id, left);
    if (pattern.cycleWeeks > 2) throw new RangeError("The demonstration knows cycles of one or two weeks.");
    // Hours that pass midnight may touch a quarter where the next begin: each quarter counts once.
    const cells = new Set(cellsOfPattern(pattern));
    if (cells.size === 0 || [...cells].some((cell) => left[cell]! < 1)) return false;
    for (const cell of cells) left[cell]!--;
    return true;
  };
}
