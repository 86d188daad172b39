import { describe, expect, it } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import {
  calendarProblem,
  chooseFound,
  foundCalendar,
  readTravel,
} from "#app/requests/rules/ask-form-calendar.ts";
import { type TypedHours, byDates, emptyHours, readSlots } from "#app/requests/rules/ask-form-hours.ts";

const monday = "2026-11-02" as CalendarDay;
/** A shift of 8 hours on a day counted from the first Monday. */
const shift = (day: number, start = 1320, length = 480) => {
  const from = instantAt(addDays(monday, day), start).getTime();
  return { start: from, end: from + length * 60_000 };
};
const read = (shifts: ReturnType<typeof shift>[], typed: Partial<TypedHours> = {}): TypedHours => ({
  ...emptyHours(),
  calendar: { shifts, leftOut: { allDay: 1 } },
  ...typed,
});
/** Nights of a nurse: Monday and Tuesday, then Friday, and so on. */
const nights = [0, 1, 11, 14, 15, 25, 28, 29, 39].map((day) => shift(day));

describe("a calendar that was read", () => {
  it("is told with its travel, and with the weeks that repeat", () => {
    const found = foundCalendar(read(nights, { travelBefore: "30", travelAfter: "45" }))!;
    expect(found).toMatchObject({ shifts: 9, firstDay: "2026-11-02", lastDay: "2026-12-11" });
    expect(found.rota.rota![0]).toEqual({
      monday,
      slots: [
        { weekday: 1, start: 1290, end: 1845 },
        { weekday: 2, start: 1290, end: 1845 },
      ],
    });
    expect(found.cycle).toMatchObject({ cycleWeeks: 2 });
    expect(found.leftOut).toEqual({ allDay: 1, joined: 0 });
  });

  it("repeats its weeks though it begins or ends in the middle of one", () => {
    expect(foundCalendar(read(nights.slice(1)))!.cycle).toMatchObject({ cycleWeeks: 2 });
    expect(foundCalendar(read([...nights, shift(42)]))!.cycle).toMatchObject({ cycleWeeks: 2 });
    expect(foundCalendar(read([shift(2), shift(7), shift(14)]))!.cycle).toBeNull();
  });

  it("has two stays a day at most: those closest together become one", () => {
    const found = foundCalendar(read([shift(0, 360, 60), shift(0, 600, 60), shift(0, 700, 60)]))!;
    expect(found.rota.rota![0]!.slots.map(({ start, end }) => [start, end])).toEqual([
      [360, 420],
      [600, 760],
    ]);
    expect(found.leftOut.joined).toBe(1);
  });

  it("may ask for more care than a day holds, which is said before anything is kept", () => {
    const hours = read([shift(0, 0, 1440)], { travelBefore: "30" });
    expect(calendarProblem(hours)).toMatchObject({ name: "calendar", code: "calendarTooLong" });
    expect(foundCalendar(hours)).toBeNull();
  });
});

describe("the family decides", () => {
  it("to repeat the weeks, to keep the dates, or nothing", () => {
    const repeated = chooseFound(read(nights), "repeat");
    expect(repeated).toMatchObject({ weeks: 2, calendar: null });
    expect(readSlots(repeated).pattern.slots).toHaveLength(3);
    const dated = chooseFound(read(nights), "dates");
    expect(dated).toMatchObject({ weeks: byDates, calendar: null });
    expect(dated.mondays).toHaveLength(6);
    expect(readSlots(dated).pattern).toEqual(foundCalendar(read(nights))!.rota);
    expect(chooseFound(read(nights), "nothing")).toEqual({ ...emptyHours(), calendar: null });
  });

  it("after a travel that is a number of minutes", () => {
    expect(readTravel({ ...emptyHours(), travelBefore: "25" })).toEqual({
      travel: { before: 25, after: 0 },
      problems: [],
    });
    const wrong = readTravel({ ...emptyHours(), travelBefore: "une heure", travelAfter: "500" });
    expect(wrong.problems.map(({ name, code }) => `${name} ${code}`)).toEqual([
      "travelBefore travel",
      "travelAfter travel",
    ]);
  });
});
