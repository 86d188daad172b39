// The places of each section over two weeks. A pattern that has been held stays held: whatever the dates of the
// contracts and offers, no section is ever over its licence. The hours of the demonstration repeat every week or every
// other week, so that a typical fortnight says it all, far quicker than real days.
import { type WeeklyPattern, typicalWeeks } from "#app/calendar/rules/weekly-pattern.ts";
import type { DemoSection } from "./facility.ts";

const quartersOfWeek = 7 * 96;

type Hours = { weekday: number; start: number; end: number };

/** Calls with the quarters that hours of a week touch, until one is refused; what passes the fortnight's end wraps. */
function everyCell(week: number, { weekday, start, end }: Hours, visit: (cell: number) => boolean): boolean {
  const midnight = week * quartersOfWeek + (weekday - 1) * 96;
  const last = midnight + Math.ceil(end / 15);
  for (let cell = midnight + Math.floor(start / 15); cell < last; cell++)
    if (!visit(cell % (2 * quartersOfWeek))) return false;
  return true;
}

function everyCellOf(pattern: WeeklyPattern, visit: (cell: number) => boolean): boolean {
  const weeks = typicalWeeks(pattern);
  return [0, 1].every((week) => weeks[week % weeks.length]!.every((slot) => everyCell(week, slot, visit)));
}

function licensed({ bands }: DemoSection): Int16Array {
  const grid = new Int16Array(2 * quartersOfWeek);
  for (const band of bands)
    for (const week of [0, 1]) everyCell(week, band, (cell) => ((grid[cell]! += band.places), true));
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
    const isFree = pattern.slots.length > 0 && everyCellOf(pattern, (cell) => left[cell]! >= 1);
    if (!isFree) return false;
    // One stay may end in the quarter where the next begins: each quarter counts once.
    const cells = new Set<number>();
    everyCellOf(pattern, (cell) => cells.add(cell).size > 0);
    for (const cell of cells) left[cell]!--;
    return true;
  };
}
