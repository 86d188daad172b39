import { describe, expect, it } from "vitest";
import { calendarPeriod, dayAround, gridDays } from "#app/attendance/rules/calendar-period.ts";
import { runsOff } from "#app/attendance/rules/calendar-stays.ts";
import type { DayOff } from "#app/attendance/rules/days-off.ts";
import { asDay } from "#app/calendar/rules/day.ts";

const today = asDay("2026-11-24");
const period = (address: string) => calendarPeriod(new URLSearchParams(address), today, "month");

describe("the period of a calendar", () => {
  it("is the month, or the week, that the address says", () => {
    expect(period("mois=2027-02")).toMatchObject({ unit: "month", from: "2027-02-01", to: "2027-02-28" });
    expect(period("semaine=2026-12-30")).toMatchObject({
      unit: "week",
      from: "2026-12-28",
      to: "2027-01-03",
      links: { previous: "?semaine=2026-12-21", next: "?semaine=2027-01-04", month: "?mois=2026-12" },
    });
  });

  it("is today's when the address says nothing that can be meant", () => {
    for (const address of ["", "mois=2026-13", "semaine=hier", "mois=9999-12", "semaine=0001-01-01"]) {
      expect(period(address)).toMatchObject({ unit: "month", from: "2026-11-01", to: "2026-11-30" });
    }
    expect(dayAround("2026-02-30", today)).toBeNull();
  });

  it("draws whole weeks, Monday first", () => {
    expect(gridDays(period("mois=2026-11"))).toEqual({ from: "2026-10-26", to: "2026-12-06" });
  });
});

describe("days off that follow each other", () => {
  it("are put together when they have the same reason", () => {
    const closure = { reason: "closure", label: "Été" } as const;
    const holiday = { reason: "publicHoliday", code: "assumption" } as const;
    const off = new Map<ReturnType<typeof asDay>, DayOff>([
      [asDay("2026-08-13"), closure],
      [asDay("2026-08-14"), closure],
      [asDay("2026-08-15"), holiday],
      [asDay("2026-08-17"), closure],
    ]);
    expect(runsOff(off).map(({ from, to }) => [from, to])).toEqual([
      ["2026-08-13", "2026-08-14"],
      ["2026-08-15", "2026-08-15"],
      ["2026-08-17", "2026-08-17"],
    ]);
  });
});
