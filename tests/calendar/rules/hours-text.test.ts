import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClock, printClock } from "#app/calendar/rules/clock-text.ts";
import { parseHours, printHours } from "#app/calendar/rules/hours-text.ts";
import { parseWeekdays, printWeekdays } from "#app/calendar/rules/weekdays-text.ts";
import type { Weekday } from "#app/calendar/rules/day.ts";
import { anyPattern } from "./arbitraries.ts";

const problem = (text: string): string => {
  const read = parseHours(text);
  return read.ok ? `read as ${printHours(read.pattern)}` : read.problem.code;
};
const again = (text: string): string => {
  const read = parseHours(text);
  return read.ok ? printHours(read.pattern) : read.problem.code;
};

describe("hours written in a file", () => {
  it("what is printed is read back as the same hours", () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        expect(parseHours(printHours(pattern))).toEqual({ ok: true, pattern });
      }),
    );
  });

  it("times and days come back too", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (m) => parseClock(printClock(m)) === m));
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    fc.assert(
      fc.property(days, (drawn) => {
        const sorted = drawn.sort() as Weekday[];
        expect(parseWeekdays(printWeekdays(sorted))).toEqual(sorted);
      }),
    );
  });

  it("a working week and a night are read", () => {
    expect(parseHours("lun-ven 08:00-18:00; sam 22:00-06:00+1")).toEqual({
      ok: true,
      pattern: {
        cycleWeeks: 1,
        slots: [
          ...[1, 2, 3, 4, 5].map((weekday) => ({ week: 0, weekday, start: 480, end: 1080 })),
          { week: 0, weekday: 6, start: 1320, end: 1800 },
        ],
      },
    });
  });

  it("the habits of people who type are understood", () => {
    expect(again("Lundi – Vendredi  8 h – 18 h 30")).toBe("lun-ven 08:00-18:30");
    expect(again("lun, mar ,jeu 7h15 à 12h")).toBe("lun,mar,jeu 07:15-12:00");
    expect(again("1-5 07:30-09:00 16:00-18:30")).toBe("lun-ven 07:30-09:00 16:00-18:30");
    expect(again("mon-fri 8:00-18:00\nsun 00:00-24:00")).toBe("lun-ven 08:00-18:00; dim 00:00-24:00");
    expect(again("sam-lun 9h-12h")).toBe("lun,sam,dim 09:00-12:00");
  });

  it("weeks A and B alternate; days without a letter hold for both", () => {
    expect(again("lun 8h-18h; A mar 8h-12h; B: mer 20:00-06:00 +1")).toBe(
      "A lun 08:00-18:00; A mar 08:00-12:00; B lun 08:00-18:00; B mer 20:00-06:00+1",
    );
  });

  it("longer cycles number their weeks, and a week without care keeps its turn", () => {
    const text = "1/4: lun-ven 06:00-14:00; 2/4: lun-ven 13:00-21:30; 4/4: ven,sam 20:00-07:00+1";
    expect(again(text)).toBe(text);
    expect(again("2/3 lun 8h-12h; 3/3 : -; mar 9h-12h")).toBe(
      "1/3: mar 09:00-12:00; 2/3: lun 08:00-12:00; 2/3: mar 09:00-12:00; 3/3: mar 09:00-12:00",
    );
    expect(again("1/1: lun 8h-12h")).toBe("lun 08:00-12:00");
    expect(again("2/2: lun 8h-12h")).toBe("B lun 08:00-12:00");
    expect(again("1: 8h-12h")).toBe("days");
  });

  it("a week of a rota is named by its Monday, alone or beside hours that repeat", () => {
    const text = "2026-11-30: lun,mar 21:00-07:00+1; 2026-11-30: dim 21:00-07:00+1; 2026-12-07: -";
    expect(again(text)).toBe("2026-11-30: lun,mar,dim 21:00-07:00+1; 2026-12-07: -");
    expect(again("2026-12-07 lun 8h-12h\n2026-11-30: mer 8h-12h\nlun-ven 8h-18h")).toBe(
      "lun-ven 08:00-18:00; 2026-11-30: mer 08:00-12:00; 2026-12-07: lun 08:00-12:00",
    );
  });

  it("weeks that do not exist or do not agree are refused", () => {
    expect(problem("5/4: lun 8h-12h")).toBe("cycle");
    expect(problem("0/4: lun 8h-12h")).toBe("cycle");
    expect(problem("1/13: lun 8h-12h")).toBe("cycle");
    expect(problem("1/4: lun 8h-12h; 1/3: mar 8h-12h")).toBe("cycle");
    expect(problem("A lun 8h-12h; 1/3: mar 8h-12h")).toBe("cycle");
    expect(problem("2026-12-01: lun 8h-12h")).toBe("monday");
    expect(problem("2026-02-30: lun 8h-12h")).toBe("monday");
    expect(problem("2026-11-30: -")).toBe("empty");
    expect(problem("2026-11-30: dim 22:00-06:00+1; 2026-12-07: lun 05:00-12:00")).toBe("overlap");
    expect(problem("2026-11-30: dim 22:00-06:00+1; lun 05:00-12:00")).toBe("overlap");
  });

  it("what is wrong is named", () => {
    expect(problem("")).toBe("empty");
    expect(problem("le matin")).toBe("days");
    expect(problem("matin")).toBe("unreadable");
    expect(problem("lun 8h")).toBe("hours");
    expect(problem("lun 25:00-26:00")).toBe("hours");
    expect(problem("lun 18:00-08:00")).toBe("endBeforeStart");
    expect(problem("lun 08:00-10:00+1")).toBe("tooLong");
    expect(problem("lun 08:00-12:00; lun 11:00-14:00")).toBe("overlap");
    expect(problem("dim 22:00-06:00+1; lun 05:00-12:00")).toBe("overlap");
  });

  it("a text that means nothing is never read as hours, and nothing breaks the reader", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseHours(text);
        if (read.ok) expect(parseHours(printHours(read.pattern))).toEqual(read);
      }),
    );
    expect(["12", "7:5", "7h60", "24:01", "midi", ""].map(parseClock)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(["8-9", "", "lun-", "1-2-3", "xyz", "0"].map(parseWeekdays)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
