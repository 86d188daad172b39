import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupDays } from "#app/calendar/rules/pattern-summary.ts";
import { type WeekSlot, compareSlots, compareWeekSlots } from "#app/calendar/rules/weekly-pattern.ts";
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
        monday: null,
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
        const groups = groupDays(pattern);
        const slotsOf = (group: (typeof groups)[number]): WeekSlot[] =>
          group.weekdays.flatMap((weekday) => group.hours.map((each) => ({ weekday, ...each })));
        const cycle = groups
          .filter(({ monday }) => monday === null)
          .flatMap((group) => slotsOf(group).map((slot) => ({ week: group.week ?? 0, ...slot })));
        expect(cycle.sort(compareSlots)).toEqual(pattern.slots);
        for (const { monday, slots } of pattern.rota ?? []) {
          const given = groups.filter((group) => group.monday === monday);
          expect(given.flatMap(slotsOf).sort(compareWeekSlots)).toEqual(slots);
          expect(given.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
