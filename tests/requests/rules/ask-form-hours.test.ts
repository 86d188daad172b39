import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDay, Weekday } from "#app/calendar/rules/day.ts";
import {
  type Slot,
  type WeeklyPattern,
  compareSlots,
  overlappingSlots,
  weeklyMinutes,
} from "#app/calendar/rules/weekly-pattern.ts";
import { readAnswers } from "#app/requests/rules/ask-form-answers.ts";
import { applyExample } from "#app/requests/rules/ask-form-examples.ts";
import {
  type TypedHours,
  copyMonday,
  copyWeekA,
  emptyHours,
  keepHours,
  readHours,
  readSlots,
  typeStay,
  typedDays,
} from "#app/requests/rules/ask-form-hours.ts";
import { form, officeWeek, today } from "#tests/requests/ask-draft.ts";

const type = (day: number, start: string, end: string, nextDay = false, hours = emptyHours(), stay = 0) =>
  typeStay(hours, day, stay, { start, end, nextDay });
const problems = (hours: TypedHours) => readSlots(hours).problems.map(({ name, code }) => `${name} ${code}`);

describe("hours typed day by day", () => {
  it("become the stays of the week, nights included", () => {
    expect(readSlots(type(0, "08:00", "18:00")).pattern.slots).toEqual([
      { week: 0, weekday: 1, start: 480, end: 1080 },
    ]);
    expect(readSlots(type(4, "22:00", "06:00", true)).pattern.slots).toEqual([
      { week: 0, weekday: 5, start: 1320, end: 1800 },
    ]);
    expect(readSlots(type(0, "16:00", "00:00")).pattern.slots[0]!.end).toBe(1440);
  });

  it("say what is wrong, where, with the day", () => {
    expect(problems(type(0, "18:00", "08:00"))).toEqual(["days[0].slots[0].end endBeforeStart"]);
    expect(problems(type(1, "08:00", "10:00", true))).toEqual(["days[1].slots[0].end tooLong"]);
    expect(problems(type(2, "", "10:00"))).toEqual(["days[2].slots[0].start startMissing"]);
    expect(problems(type(3, "10:00", ""))).toEqual(["days[3].slots[0].end endMissing"]);
    expect(problems(type(5, "huit heures", "10:00"))).toEqual(["days[5].slots[0].start time"]);
    expect(readSlots(type(1, "9:00", "8:00")).problems[0]!.values).toEqual({ weekday: 2 });
  });

  it("name the two stays that overlap, across midnight too", () => {
    const night = type(6, "22:00", "06:00", true);
    const both = type(0, "05:00", "09:00", false, night);
    expect(readSlots(both).problems).toEqual([
      {
        name: "days[0].slots[0].start",
        code: "overlap",
        values: {
          firstWeekday: 7,
          firstStart: 1320,
          firstEnd: 1800,
          secondWeekday: 1,
          secondStart: 300,
          secondEnd: 540,
        },
      },
    ]);
  });

  it("of week B count only when the weeks alternate", () => {
    const hours = type(7, "08:00", "12:00");
    expect(readSlots(hours).pattern).toEqual({ cycleWeeks: 1, slots: [] });
    expect(readSlots({ ...hours, alternate: true }).pattern).toEqual({
      cycleWeeks: 2,
      slots: [{ week: 1, weekday: 1, start: 480, end: 720 }],
    });
  });

  it("need at least a stay, a start day to come, and how flexible it is", () => {
    const read = (change: Partial<TypedHours>) => {
      const result = readHours(
        {
          alternate: false,
          days: typedDays(officeWeek)!,
          startOn: "2026-11-02",
          flexibleWeeks: "0",
          ...change,
        },
        today,
      );
      return result.ok ? "right" : result.problems.map(({ code }) => code);
    };
    expect(read({})).toBe("right");
    expect(read({ days: emptyHours().days })).toEqual(["noHours"]);
    expect(read({ startOn: "" })).toEqual(["startOn"]);
    expect(read({ startOn: "2026-09-13" })).toEqual(["startPast"]);
    expect(read({ startOn: "2028-09-15" })).toEqual(["startTooFar"]);
    expect(read({ flexibleWeeks: "3" })).toEqual(["flexibleWeeks"]);
  });

  it("of a child to be born start after the birth", () => {
    const hours = {
      ...emptyHours(),
      days: typedDays(officeWeek)!,
      startOn: "2026-11-02",
      flexibleWeeks: "0",
    };
    const read = readHours(hours, today, "2027-01-10" as CalendarDay);
    expect(!read.ok && read.problems.map(({ code }) => code)).toEqual(["startBeforeBirth"]);
    expect(readHours(hours, today, "2026-10-10" as CalendarDay).ok).toBe(true);
  });

  it("of an example fill week A, and leave week B to a parent who alternates", () => {
    const filled = applyExample({ ...emptyHours(), alternate: true }, "nursery", "nights");
    expect(readSlots(filled).pattern).toMatchObject({ cycleWeeks: 2 });
    expect(readSlots(filled).pattern.slots.map(({ week }) => week)).toEqual([0, 0, 0, 0]);
  });

  it("are kept from a form as typed", () => {
    const kept = keepHours(
      readAnswers(
        form({
          "days[0].slots[0].start": "08:00",
          "days[0].slots[0].end": "07:00",
          "days[9].slots[1].start": "12:00",
          "days[9].slots[1].nextDay": "on",
          startOn: "2026-11-02",
        }),
      ),
    );
    expect(kept.days[0]).toEqual([{ start: "08:00", end: "07:00", nextDay: false }]);
    expect(kept.days[9]).toEqual([{ start: "12:00", end: "", nextDay: true }]);
    expect(kept).toMatchObject({ alternate: false, startOn: "2026-11-02", flexibleWeeks: "" });
  });
});

describe("copying", () => {
  it("Monday goes to Tuesday to Friday of its week, not further", () => {
    const { days } = copyMonday(type(0, "08:00", "18:00"), 0);
    expect(days.map((stays) => stays.length > 0 && stays[0]!.start)).toEqual([
      ...Array.from({ length: 5 }, () => "08:00"),
      ...Array.from({ length: 9 }, () => false),
    ]);
    const weekB = copyMonday(type(7, "08:00", "18:00"), 1);
    expect(readSlots({ ...weekB, alternate: true }).pattern.slots).toHaveLength(5);
  });

  it("week A goes to week B", () => {
    const { pattern } = readSlots({ ...copyWeekA(type(2, "08:00", "18:00")), alternate: true });
    expect(pattern.slots.map(({ week }) => week)).toEqual([0, 1]);
  });
});

describe("any week", () => {
  const slot = fc
    .record({
      week: fc.constantFrom(0 as const, 1 as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      start: fc.nat(1439),
      length: fc.integer({ min: 1, max: 1440 }),
    })
    .map(({ week, weekday, start, length }): Slot => ({
      week,
      weekday: weekday as Weekday,
      start,
      end: start + length,
    }));

  it("shown in the form reads back the same", () => {
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 14 }), (slots) => {
        const pattern: WeeklyPattern = { cycleWeeks: 2, slots: [...slots].sort(compareSlots) };
        fc.pre(overlappingSlots(pattern) === null);
        const days = typedDays(pattern);
        fc.pre(days !== null);
        const read = readSlots({ ...emptyHours(), alternate: true, days: days! });
        expect(read.problems).toEqual([]);
        expect(read.pattern).toEqual(pattern);
        expect(weeklyMinutes(read.pattern)).toBe(weeklyMinutes(pattern));
      }),
    );
  });
});
