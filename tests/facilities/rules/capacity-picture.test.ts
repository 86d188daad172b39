import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import {
  capacityPicture,
  changesBetween,
  halfHours,
  runsOfWeek,
  sameCell,
  shownPart,
} from "#app/facilities/rules/capacity-picture.ts";
import { usualSettings } from "#app/facilities/rules/settings.ts";
import { bandsOf, held, limitsOf, monday, pattern, section, staffOf, times } from "./limits-town.ts";

const period = { from: monday, to: asDay("2026-11-01") };

it("shows the tightest moment of the period, and its first day", () => {
  const usual = held(pattern(8, 12));
  const once = held(pattern(9, 10, [3]), "2026-10-14", "2026-10-14");
  const picture = capacityPicture(limitsOf([section(bandsOf(8, 18, 3), [usual, once])]), period);
  const [cells] = picture.sections.map((each) => each.cells);
  expect(cells![2]![18]).toEqual({ left: 1, tone: "near", cause: "places", day: "2026-10-14" });
  expect(cells![2]![20]).toMatchObject({ left: 2, tone: "room", cause: null });
  expect(cells![2]![40]).toBeNull();
  expect(cells![5]!.every((cell) => cell === null)).toBe(true);
  expect(shownPart(picture)).toEqual({ weekdays: [1, 2, 3, 4, 5], first: 16, last: 35 });
});

it("is amber one child before the rule and red at it, and says which rule", () => {
  const limits = (children: number) =>
    limitsOf([section(bandsOf(8, 18, 20), times(children, held(pattern(8, 18))), { walking: false })], {
      staffBands: staffOf(8, 18, 2),
    });
  const cell = (children: number) => capacityPicture(limits(children), period).sections[0]!.cells[0]![20];
  expect(cell(8)).toMatchObject({ left: 2, tone: "room", cause: null });
  expect(cell(9)).toMatchObject({ left: 1, tone: "near", cause: "ratio" });
  expect(cell(10)).toMatchObject({ left: 0, tone: "full", cause: "ratio" });
  expect(cell(11)).toMatchObject({ left: -1, tone: "over", cause: "ratio" });
});

it("leaves days off out, and the days that are not of the period", () => {
  const asked = [section(bandsOf(8, 18, 3), [held(pattern(8, 18), "2026-10-07", "2026-10-07")])];
  const open = capacityPicture(limitsOf(asked), period);
  const off = capacityPicture(limitsOf(asked, { off: { has: (day) => day === "2026-10-07" } }), period);
  const later = capacityPicture(limitsOf(asked), { ...period, from: addDays(monday, 7) });
  expect(open.sections[0]!.cells[2]![20]!.left).toBe(2);
  expect(off.sections[0]!.cells[2]![20]!.left).toBe(3);
  expect(later.sections[0]!.cells[2]![20]!.left).toBe(3);
  expect(open.days - off.days).toBe(1);
});

it("tells adults planned and needed, and that a plan is missing", () => {
  const asked = [section(bandsOf(8, 18, 20), times(9, held(pattern(8, 18))))];
  const planned = capacityPicture(limitsOf(asked, { staffBands: staffOf(8, 18, 3) }), period);
  expect(planned.staff[0]![20]).toMatchObject({ needed: 2, planned: 3, tone: "room" });
  const missing = capacityPicture(limitsOf(asked, { settings: usualSettings }), period);
  expect(missing.staff[0]![20]).toMatchObject({ needed: 2, planned: null });
});

const hours = fc
  .tuple(fc.integer({ min: 6, max: 20 }), fc.integer({ min: 1, max: 6 }), fc.subarray([1, 2, 3, 4, 5]))
  .filter(([, , days]) => days.length > 0)
  .map(([start, length, days]) => held(pattern(start, start + length, days)));

it("one more child takes at most one place of any moment, and only moments of its own section's hours change", () => {
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 6 }), hours, (holdings, child) => {
      const asked = (more: typeof holdings) =>
        capacityPicture(limitsOf([section(bandsOf(7, 19, 5), more)]), period);
      const [before, after] = [asked(holdings), asked([...holdings, child])];
      for (const { runs } of changesBetween(before, after)) {
        for (const { cell } of runs) expect(cell.before.left - cell.after.left).toBe(1);
      }
    }),
    { numRuns: 20 },
  );
});

it("the table twin says what the grid says: each half-hour once", () => {
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 6 }), (holdings) => {
      const { cells } = capacityPicture(limitsOf([section(bandsOf(7, 19, 4), holdings)]), period)
        .sections[0]!;
      const again = cells.map(() => Array<number | null>(halfHours).fill(null));
      for (const { weekday, start, end, cell } of runsOfWeek(cells, sameCell)) {
        for (let half = start / 30; half < end / 30; half++) {
          expect(again[weekday - 1]![half]).toBeNull();
          again[weekday - 1]![half] = cell.left;
        }
      }
      expect(again).toEqual(cells.map((day) => day.map((cell) => cell?.left ?? null)));
    }),
    { numRuns: 20 },
  );
});
