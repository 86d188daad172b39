import { describe, expect, it } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import {
  type TypedHours,
  byDates,
  countedWeeks,
  emptyHours,
  readSlots,
  stayAt,
  typeStay,
} from "#app/requests/rules/ask-form-hours.ts";
import {
  addWeek,
  chooseWeeks,
  clearDays,
  copyFirstWeek,
  copyMonday,
  copyPreviousWeek,
  drawingOf,
  mondaysOf,
  openingWeek,
  removeWeek,
  takeDrawing,
} from "#app/requests/rules/ask-form-weeks.ts";
import { draw } from "#app/requests/rules/draw-week.ts";

const day = (text: string) => text as CalendarDay;
const type = (hours: TypedHours, at: number, start = "08:00", end = "18:00") =>
  typeStay(hours, at, 0, { start, end, nextDay: false });
const weeks = (count: number): TypedHours => ({ ...emptyHours(), weeks: count });
const filled = (hours: TypedHours) =>
  hours.days.flatMap((_, at) => (stayAt(hours, at, 0).start === "" ? [] : [at]));
const rota = (...mondays: string[]) =>
  mondays.reduce((hours, monday) => addWeek(hours, monday), weeks(byDates));

describe("copying", () => {
  it("Monday goes to Tuesday to Friday of its week, not further", () => {
    expect(filled(copyMonday(type(weeks(1), 0), 0))).toEqual([0, 1, 2, 3, 4]);
    expect(filled(copyMonday(type(weeks(6), 35), 5))).toEqual([35, 36, 37, 38, 39]);
  });

  it("the first week goes to every other that counts, of a cycle or of a rota", () => {
    expect(filled(copyFirstWeek(type(weeks(3), 2)))).toEqual([2, 9, 16]);
    expect(filled(copyFirstWeek(type(rota("2026-11-02", "2026-11-16"), 84)))).toEqual([84, 91]);
  });

  it("the week before goes to a week, never before the first", () => {
    expect(filled(copyPreviousWeek(type(weeks(3), 7), 2))).toEqual([7, 14]);
    expect(filled(copyPreviousWeek(type(weeks(3), 7), 0))).toEqual([7]);
    expect(filled(copyPreviousWeek(type(rota("2026-11-02"), 77), 12))).toEqual([77]);
  });

  it("clearing empties the weeks that count, and keeps the others", () => {
    expect(filled(clearDays(type(type(weeks(2), 0), 21)))).toEqual([21]);
  });
});

describe("weeks given one by one", () => {
  it("are added by any of their days, once, in order, and removed with their hours", () => {
    const hours = type(rota("2026-11-18", "2026-11-02", "2026-11-20"), 91);
    expect(hours.mondays).toEqual(["2026-11-02", "2026-11-16"]);
    const earlier = addWeek(hours, "2026-10-28");
    expect(earlier.mondays[0]).toBe("2026-10-26");
    expect(filled(earlier)).toEqual([98]);
    expect(filled(removeWeek(earlier, "2026-10-26"))).toEqual([91]);
    expect(filled(removeWeek(hours, "2026-11-16"))).toEqual([]);
    expect(addWeek(hours, "next week")).toBe(hours);
  });

  it("begin with the week of the start", () => {
    expect(chooseWeeks(weeks(1), byDates, day("2026-11-04")).mondays).toEqual(["2026-11-02"]);
    expect(chooseWeeks(rota("2026-12-07"), byDates, day("2026-11-04")).mondays).toEqual(["2026-12-07"]);
  });
});

describe("the weeks of a cycle", () => {
  it("fall on Mondays that follow each other from the start, as many weeks apart as there are", () => {
    const from = day("2027-01-06");
    const falls = countedWeeks(weeks(6)).map((week) => mondaysOf(weeks(6), week, from));
    expect(falls.map(([first]) => first!).sort()).toEqual([
      "2027-01-04",
      "2027-01-11",
      "2027-01-18",
      "2027-01-25",
      "2027-02-01",
      "2027-02-08",
    ]);
    expect(mondaysOf(weeks(6), openingWeek(weeks(6), from), from)).toEqual(["2027-01-04", "2027-02-15"]);
    expect(openingWeek(rota("2026-12-07", "2027-01-11"), from)).toBe(13);
  });
});

describe("drawing", () => {
  it("on a cycle keeps the weeks that do not count", () => {
    const hours = type(weeks(2), 70);
    const { line } = drawingOf(hours);
    const stroke = { fromDay: 7, toDay: 7, start: 480, end: 720, fill: true };
    expect(filled(takeDrawing(hours, draw(line, stroke))!)).toEqual([7, 70]);
  });

  it("joins the Sunday night of a rota with the Monday after, where that week is given", () => {
    const night = (hours: TypedHours, next: number) => {
      const evening = draw(drawingOf(hours).line, {
        fromDay: 6,
        toDay: 6,
        start: 1320,
        end: 1440,
        fill: true,
      });
      const morning = { fromDay: next, toDay: next, start: 0, end: 360, fill: true };
      return readSlots(takeDrawing(hours, draw(evening, morning))!).pattern.rota!.map(({ slots }) => slots);
    };
    expect(night(rota("2026-11-02", "2026-11-09"), 7)).toEqual([
      [{ weekday: 7, start: 1320, end: 1800 }],
      [],
    ]);
    expect(night(rota("2026-11-02", "2026-11-16"), 14)).toEqual([
      [{ weekday: 7, start: 1320, end: 1440 }],
      [{ weekday: 1, start: 0, end: 360 }],
    ]);
  });
});
