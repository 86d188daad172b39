// The places of each section over two weeks. A pattern that has been held stays held: whatever the dates of the
// contracts and offers, no section is ever over its licence.
import { type WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type Grid, capacityGrid, cellsOf, fits } from "#app/facilities/rules/capacity.ts";
import type { DemoSection } from "./facility.ts";

/** Takes the hours of a pattern in a section when all have a place left; says whether it did. */
export type HoldPlace = (section: DemoSection, pattern: WeeklyPattern) => boolean;

export function placeHolder(): HoldPlace {
  const grids = new Map<string, Grid>();
  return (section, pattern) => {
    let left = grids.get(section.id);
    if (!left) {
      left = capacityGrid(
        section.bands.map(({ weekday, start, end, places }) => ({
          weekday,
          startMinute: start,
          endMinute: end,
          places,
        })),
      );
      grids.set(section.id, left);
    }
    if (pattern.slots.length === 0 || !fits(left, pattern)) return false;
    for (const cell of cellsOf(pattern)) left[cell]!--;
    return true;
  };
}
