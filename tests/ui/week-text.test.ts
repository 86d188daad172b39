import { expect, it } from "vitest";
import { type Weekday, asDay } from "#app/calendar/rules/day.ts";
import { translator } from "#app/i18n/resources.server.ts";
import { weekLines } from "#app/ui/week-text.ts";

const on = (weekdays: number[], start: number, end: number, week = 0) =>
  weekdays.map((weekday) => ({ week, weekday: weekday as Weekday, start, end }));
/** With plain spaces where the page keeps "8 h 00" on one line. */
const french = (pattern: Parameters<typeof weekLines>[0]) =>
  weekLines(pattern, translator("fr"), "fr").map((line) => line.replaceAll("\u00a0", " "));

it("says a plain week in one line", () => {
  expect(french({ cycleWeeks: 1, slots: on([1, 2, 3, 4, 5], 480, 1080) })).toEqual([
    "Du lundi au vendredi : 8 h 00 – 18 h 00",
  ]);
});

it("says that a night ends the next day", () => {
  expect(french({ cycleWeeks: 1, slots: on([6], 1320, 1800) })).toEqual([
    "Samedi : 22 h 00 – 6 h 00 (le lendemain)",
  ]);
});

it("puts days and hours together, and names the weeks that alternate", () => {
  const slots = [...on([1, 2, 4, 5], 450, 510), ...on([1, 2, 4, 5], 990, 1110), ...on([3], 480, 720, 1)];
  expect(french({ cycleWeeks: 2, slots })).toEqual([
    "Semaine A, lundi, mardi, jeudi et vendredi : 7 h 30 – 8 h 30 et 16 h 30 – 18 h 30",
    "Semaine B, mercredi : 8 h 00 – 12 h 00",
  ]);
  expect(weekLines({ cycleWeeks: 1, slots: on([1, 2, 3], 480, 720) }, translator("en"), "en")).toEqual([
    "Monday to Wednesday: 08:00 – 12:00",
  ]);
});

it("numbers the weeks of a longer cycle, and names those of a rota by their Monday", () => {
  const rota = [
    { monday: asDay("2026-11-30"), slots: [{ weekday: 1 as const, start: 1260, end: 1860 }] },
    { monday: asDay("2026-12-07"), slots: [] },
  ];
  expect(french({ cycleWeeks: 3, slots: on([1], 480, 720, 2), rota })).toEqual([
    "Semaine 3, lundi : 8 h 00 – 12 h 00",
    "Semaine du 30 novembre 2026, lundi : 21 h 00 – 7 h 00 (le lendemain)",
    "Semaine du 7 décembre 2026 : pas d'accueil",
  ]);
});
