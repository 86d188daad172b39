import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WeeklyPattern, overlappingSlots, weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { type Stroke, draw, isFilled } from "#app/requests/rules/draw-week.ts";

const blank: WeeklyPattern = { cycleWeeks: 1, slots: [] };
const stroke = (fromDay: number, toDay: number, start: number, end: number, fill = true): Stroke => ({
  fromDay,
  toDay,
  start,
  end,
  fill,
});

describe("drawing", () => {
  it("fills one day or several at once", () => {
    expect(draw(blank, stroke(0, 0, 480, 1080)).slots).toEqual([
      { week: 0, weekday: 1, start: 480, end: 1080 },
    ]);
    expect(draw(blank, stroke(4, 0, 480, 1080)).slots).toHaveLength(5);
  });

  it("makes one night of an evening and the morning after", () => {
    const evening = draw(blank, stroke(4, 4, 1320, 1440));
    expect(draw(evening, stroke(5, 5, 0, 360)).slots).toEqual([
      { week: 0, weekday: 5, start: 1320, end: 1800 },
    ]);
  });

  it("makes one night of Sunday evening and Monday morning", () => {
    const evening = draw(blank, stroke(6, 6, 1320, 1440));
    expect(draw(evening, stroke(0, 0, 0, 360)).slots).toEqual([
      { week: 0, weekday: 7, start: 1320, end: 1800 },
    ]);
    const alternating = draw({ cycleWeeks: 2, slots: [] }, stroke(13, 13, 1320, 1440));
    expect(draw(alternating, stroke(0, 0, 0, 360)).slots).toEqual([
      { week: 1, weekday: 7, start: 1320, end: 1800 },
    ]);
  });

  it("rubs out a part, which leaves two stays", () => {
    const day = draw(blank, stroke(0, 0, 480, 1080));
    expect(draw(day, stroke(0, 0, 720, 780, false)).slots.map(({ start, end }) => [start, end])).toEqual([
      [480, 720],
      [780, 1080],
    ]);
    expect(draw(day, stroke(0, 6, 0, 1440, false)).slots).toEqual([]);
  });

  it("never makes a stay of more than a day", () => {
    const { slots } = draw(blank, stroke(0, 6, 0, 1440));
    expect(slots).toHaveLength(7);
    expect(slots.every(({ start, end }) => end - start <= 1440)).toBe(true);
  });

  it("keeps exact minutes typed elsewhere in the week", () => {
    const typed: WeeklyPattern = {
      cycleWeeks: 1,
      slots: [{ week: 0, weekday: 3, start: 437, end: 1003 }],
    };
    expect(draw(typed, stroke(0, 0, 480, 540)).slots[1]).toEqual(typed.slots[0]);
  });
});

const strokes = fc.array(
  fc
    .record({
      fromDay: fc.nat(13),
      toDay: fc.nat(13),
      start: fc.nat(47),
      length: fc.integer({ min: 1, max: 48 }),
      fill: fc.boolean(),
    })
    .map(({ fromDay, toDay, start, length, fill }) =>
      stroke(fromDay, toDay, start * 30, Math.min(1440, (start + length) * 30), fill),
    ),
  { maxLength: 12 },
);

it("whatever is drawn, the week holds the minutes filled last, and no overlap", () => {
  fc.assert(
    fc.property(strokes, (all) => {
      const cells = new Set<number>();
      let pattern: WeeklyPattern = { cycleWeeks: 2, slots: [] };
      for (const each of all) {
        pattern = draw(pattern, each);
        for (let day = Math.min(each.fromDay, each.toDay); day <= Math.max(each.fromDay, each.toDay); day++)
          for (let minute = each.start; minute < each.end; minute += 30)
            if (each.fill) cells.add(day * 1440 + minute);
            else cells.delete(day * 1440 + minute);
      }
      expect(weeklyMinutes(pattern)).toBe((cells.size * 30) / 2);
      expect(overlappingSlots(pattern)).toBeNull();
      for (let day = 0; day < 14; day++)
        for (const minute of [0, 30, 720, 1410])
          expect(isFilled(pattern, day, minute)).toBe(cells.has(day * 1440 + minute));
    }),
    { numRuns: 60 },
  );
});
