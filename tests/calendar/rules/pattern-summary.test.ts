import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupDays } from "#app/calendar/rules/pattern-summary.ts";
import { compareSlots } from "#app/calendar/rules/weekly-pattern.ts";
import { parseHours } from "#app/calendar/rules/hours-text.ts";
import { anyPattern } from "./arbitraries.ts";

const read = (text: string) => {
  const hours = parseHours(text);
  if (!hours.ok) throw new Error(hours.problem.code);
  return hours.pattern;
};

describe("days that are alike", () => {
  it("five equal days make one line", () => {
    expect(groupDays(read("lun-ven 08:00-18:00"))).toEqual([
      {
        week: null,
        weekdays: [1, 2, 3, 4, 5],
        runs: [{ from: 1, to: 5 }],
        hours: [{ start: 480, end: 1080 }],
      },
    ]);
  });

  it("a Wednesday apart leaves two runs, and each week its own lines", () => {
    expect(groupDays(read("A lun,mar,jeu,ven 8h-18h; A mer 8h-12h; B lun 8h-18h"))).toMatchObject([
      {
        week: 0,
        runs: [
          { from: 1, to: 2 },
          { from: 4, to: 5 },
        ],
      },
      { week: 0, runs: [{ from: 3, to: 3 }] },
      { week: 1, weekdays: [1] },
    ]);
  });

  it("no hour is lost or made in putting days together", () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        const slots = groupDays(pattern).flatMap(({ week, weekdays, hours }) =>
          weekdays.flatMap((weekday) => hours.map((each) => ({ week: week ?? 0, weekday, ...each }))),
        );
        expect(slots.sort(compareSlots)).toEqual(pattern.slots);
      }),
    );
  });
});
