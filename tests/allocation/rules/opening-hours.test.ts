import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Opening, withinOpening } from "#app/allocation/rules/opening-hours.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { inWeek, minutesOfWeek } from "#app/calendar/rules/intervals.ts";
import { parseHours, printHours } from "#app/calendar/rules/hours-text.ts";
import { type WeeklyPattern, slotsOn } from "#app/calendar/rules/weekly-pattern.ts";
import { anyPattern, anySlot } from "../../calendar/rules/arbitraries.ts";

const read = (text: string): WeeklyPattern => {
  const hours = parseHours(text);
  if (!hours.ok) throw new Error(hours.problem.code);
  return hours.pattern;
};
const openings = (text: string): Opening[] =>
  read(text).slots.map(({ weekday, start, end }) => ({ weekday, startMinute: start, endMinute: end }));
const offered = (asked: string, open: string): string =>
  printHours(withinOpening(read(asked), openings(open)));

describe("hours within opening hours", () => {
  it("a Sunday night that is open from midnight only goes to the Monday of the next week of the cycle", () => {
    expect(offered("3/3: dim 22:00-06:00+1; 1/3: mar 8h-10h", "lun 00:00-24:00; mar 8h-18h")).toBe(
      "1/3: lun 00:00-06:00; 1/3: mar 08:00-10:00",
    );
  });

  it("the Monday after a week of the rota begins with the night of that week, not with that of the cycle", () => {
    expect(offered("dim 22:00-06:00+1; 2026-11-30: mar 8h-10h", "lun-mar 00:00-24:00")).toBe(
      "lun 00:00-06:00; 2026-11-30: lun 00:00-06:00; 2026-11-30: mar 08:00-10:00; 2026-12-07: -",
    );
    expect(offered("mar 8h-10h; 2026-11-30: dim 22:00-06:00+1", "lun-mar 00:00-24:00")).toBe(
      "mar 08:00-10:00; 2026-11-30: -; 2026-12-07: lun 00:00-06:00; 2026-12-07: mar 08:00-10:00",
    );
  });

  it("day after day, gives just the minutes that are asked and open", () => {
    fc.assert(
      fc.property(
        anyPattern,
        fc.array(anySlot, { minLength: 1, maxLength: 7 }),
        fc.nat(40),
        (asked, open, week) => {
          const monday = addDays(asDay("2026-09-28"), 7 * week);
          const isOpen = new Uint8Array(minutesOfWeek);
          for (const each of open.flatMap(inWeek)) isOpen.fill(1, each.start, each.end);
          /** How many stays hold each minute of three weeks, on the clocks. */
          const minutesOf = (pattern: WeeklyPattern): Uint8Array => {
            const taken = new Uint8Array(22 * 1440);
            for (let day = -1; day < 21; day++) {
              for (const { start, end } of slotsOn(pattern, addDays(monday, day)))
                for (let at = start; at < end; at++) taken[(day + 1) * 1440 + at]! += 1;
            }
            return taken.slice(1440);
          };
          const opening = open.map(({ weekday, start, end }) => ({
            weekday,
            startMinute: start,
            endMinute: end,
          }));
          const expected = minutesOf(asked).map((stays, at) => stays * isOpen[at % minutesOfWeek]!);
          expect(minutesOf(withinOpening(asked, opening))).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });
});
