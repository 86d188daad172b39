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
import { typedHours } from "#app/requests/rules/ask-form-hours-schema.ts";
import {
  type TypedHours,
  byDates,
  emptyHours,
  readSlots,
  typeStay,
} from "#app/requests/rules/ask-form-hours.ts";
import { readHours } from "#app/requests/rules/ask-form-hours-read.ts";
import { typeCycle, typeRota, typedDays } from "#app/requests/rules/ask-form-hours-typed.ts";
import { keepHours } from "#app/requests/rules/ask-form-hours-kept.ts";
import { addWeek } from "#app/requests/rules/ask-form-weeks.ts";
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
    expect(readSlots({ ...hours, weeks: 2 }).pattern).toEqual({
      cycleWeeks: 2,
      slots: [{ week: 1, weekday: 1, start: 480, end: 720 }],
    });
  });

  it("need at least a stay, a start day to come, and how flexible it is", () => {
    const read = (change: Partial<TypedHours>) => {
      const result = readHours(
        {
          ...emptyHours(),
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
    const filled = applyExample({ ...emptyHours(), weeks: 2 }, "nursery", "nights");
    expect(readSlots(filled).pattern).toMatchObject({ cycleWeeks: 2 });
    expect(readSlots(filled).pattern.slots.map(({ week }) => week)).toEqual([0, 0, 0, 0]);
  });

  it("are kept from a form as typed", () => {
    const kept = keepHours(
      readAnswers(
        form({
          "days[0].slots[0].start": "08:00",
          "days[0].slots[0].end": "07:00",
          shown: ["0", "1"],
          "days[9].slots[1].start": "12:00",
          "days[9].slots[1].nextDay": "on",
          startOn: "2026-11-02",
        }),
      ),
    );
    expect(kept.days[0]).toEqual([{ start: "08:00", end: "07:00", nextDay: false }]);
    expect(kept.days[9]).toEqual([{ start: "12:00", end: "", nextDay: true }]);
    expect(kept).toMatchObject({ weeks: 1, startOn: "2026-11-02", flexibleWeeks: "" });
  });
});

describe("weeks given one by one", () => {
  const rota = (...mondays: string[]) =>
    mondays.reduce((hours, monday) => addWeek(hours, monday), { ...emptyHours(), weeks: byDates });
  const monday = 12 * 7;

  it("are a rota, in the order of their Mondays; an empty one is a week without care", () => {
    const hours = type(monday, "08:00", "12:00", false, rota("2026-11-16", "2026-11-02"));
    expect(readSlots(hours)).toEqual({
      pattern: {
        cycleWeeks: 1,
        slots: [],
        rota: [
          { monday: "2026-11-02", slots: [{ weekday: 1, start: 480, end: 720 }] },
          { monday: "2026-11-16", slots: [] },
        ],
      },
      problems: [],
    });
  });

  it("say in which week something is wrong, and that a Sunday night meets the Monday after", () => {
    const hours = rota("2026-11-02", "2026-11-09");
    expect(readSlots(type(monday + 7, "9:00", "8:00", false, hours)).problems).toEqual([
      { name: "days[91].slots[0].end", code: "endBeforeStart", values: { monday: "2026-11-09", weekday: 1 } },
    ]);
    const night = type(monday + 6, "22:00", "06:00", true, hours);
    const both = type(monday + 7, "05:00", "09:00", false, night);
    expect(readSlots(both).problems).toMatchObject([
      { name: "days[91].slots[0].start", code: "overlap", values: { firstWeekday: 7, secondWeekday: 1 } },
    ]);
    const apart = type(
      monday + 7,
      "05:00",
      "09:00",
      false,
      type(monday + 6, "22:00", "06:00", true, rota("2026-11-02", "2026-11-16")),
    );
    expect(readSlots(apart).problems).toEqual([]);
  });

  it("must not all be before the day the place is for", () => {
    const hours = type(monday, "08:00", "12:00", false, rota("2026-11-02"));
    const read = (startOn: string) => {
      const result = readHours({ ...hours, startOn, flexibleWeeks: "0" }, today);
      return result.ok ? "right" : result.problems.map(({ code }) => code);
    };
    expect(read("2026-11-02")).toBe("right");
    expect(read("2026-11-03")).toEqual(["weeksBeforeStart"]);
  });

  it("wait for the family to say what it keeps of a calendar", () => {
    const calendar = { shifts: [], leftOut: {} };
    const hours = { ...type(0, "08:00", "12:00"), startOn: "2026-11-02", flexibleWeeks: "0", calendar };
    const read = readHours(hours, today);
    expect(!read.ok && read.problems).toEqual([{ name: "calendar", code: "calendarUndecided" }]);
  });

  it("read back as they were given", () => {
    const weeks = [
      { monday: "2026-11-02" as CalendarDay, slots: [{ weekday: 2 as Weekday, start: 1320, end: 1800 }] },
      { monday: "2026-11-16" as CalendarDay, slots: [] },
    ];
    expect(readSlots(typeRota(emptyHours(), weeks)!).pattern.rota).toEqual(weeks);
  });
});

describe("a draft", () => {
  it("of two weeks that alternate, as it was kept before, opens as two weeks", () => {
    const days = Array.from({ length: 14 }, (_, day) =>
      day === 7 ? [{ start: "08:00", end: "12:00", nextDay: false }] : [],
    );
    const read = typedHours.parse({ alternate: true, days, startOn: "2026-11-02", flexibleWeeks: "2" });
    expect(read).toMatchObject({ weeks: 2, mondays: [], startOn: "2026-11-02", calendar: null });
    expect(readSlots(read).pattern).toEqual({
      cycleWeeks: 2,
      slots: [{ week: 1, weekday: 1, start: 480, end: 720 }],
    });
    expect(typedHours.parse({ ...read, weeks: undefined, alternate: false }).weeks).toBe(1);
  });

  it("keeps the weeks that the page did not show, and those that do not count any more", () => {
    const before = { ...type(70, "08:00", "12:00"), weeks: 12 };
    const kept = keepHours(readAnswers(form({ weeks: "2", shown: ["0", "1"] })), before);
    expect(kept.weeks).toBe(2);
    expect(kept.days[70]).toEqual(before.days[70]);
    const emptied = keepHours(readAnswers(form({ weeks: "12", shown: ["10"] })), before);
    expect(emptied.days[70]).toEqual([]);
  });

  it("reads back whatever hours it keeps", () => {
    const hours = addWeek({ ...emptyHours(), weeks: byDates }, "2026-11-04");
    expect(hours.mondays).toEqual(["2026-11-02"]);
    expect(typedHours.parse(JSON.parse(JSON.stringify(hours)))).toEqual(hours);
  });
});

describe("any week", () => {
  const slot = fc
    .record({
      week: fc.nat(5),
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
        const pattern: WeeklyPattern = { cycleWeeks: 6, slots: [...slots].sort(compareSlots) };
        fc.pre(overlappingSlots(pattern) === null);
        const typed = typeCycle(emptyHours(), pattern);
        fc.pre(typed !== null);
        const read = readSlots(typed!);
        expect(read.problems).toEqual([]);
        expect(read.pattern).toEqual(pattern);
        expect(weeklyMinutes(read.pattern)).toBe(weeklyMinutes(pattern));
      }),
    );
  });
});
