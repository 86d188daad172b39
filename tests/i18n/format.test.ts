import { describe, expect, it } from "vitest";
import {
  formatAge,
  formatDate,
  formatDay,
  formatInstant,
  formatLength,
  formatMinute,
  formatShortDay,
} from "#app/i18n/format.ts";

/** Intl uses several kinds of spaces; readers see one. */
const plain = (text: string): string => text.replace(/\s/g, " ");

describe("how a family reads days and hours", () => {
  it.each([
    ["a day in full", formatDay("2027-03-02", "fr"), "mardi 2 mars 2027"],
    ["the first of a month", formatDate("2027-01-01", "fr"), "1er janvier 2027"],
    ["a short first of a month", formatShortDay("2027-01-01", "fr"), "ven. 1er janv."],
    ["the eleventh, which is no first", formatDate("2027-01-11", "fr"), "11 janvier 2027"],
    ["a day in English", formatDate("2027-01-01", "en"), "1 January 2027"],
    ["a clock time", formatMinute(1320, "fr"), "22 h 00"],
    ["a clock time of the next day", formatMinute(1800, "fr"), "6 h 00"],
    ["midnight at the end of a day", formatMinute(1440, "fr"), "24 h 00"],
    ["a length", formatLength(2550, "fr"), "42 h 30"],
    ["a short length", formatLength(45, "fr"), "45 min"],
    ["an age in months", formatAge(22, "fr"), "22 mois"],
    ["an age in years", formatAge(62, "fr"), "5 ans"],
  ])("%s", (_what, shown, expected) => {
    expect(plain(shown)).toBe(expected);
  });

  it("an instant is shown on the town's clocks, on both sides of the change to winter time", () => {
    expect(plain(formatInstant("2026-10-25T00:30:00Z", "fr"))).toBe("dimanche 25 octobre 2026 à 2 h 30");
    expect(plain(formatInstant("2026-10-25T01:30:00Z", "fr"))).toBe("dimanche 25 octobre 2026 à 2 h 30");
    expect(plain(formatInstant("2026-10-25T23:30:00Z", "fr"))).toBe("lundi 26 octobre 2026 à 0 h 30");
  });
});
