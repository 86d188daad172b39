import { expect, test } from "vitest";
import { asDay } from "#app/calendar/rules/day.ts";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { readSimulationAsked, usualPair, windowProblem } from "#app/commission/rules/simulation-form.ts";
import { compareGroups, groupsOfRequest } from "#app/commission/rules/simulation-groups.ts";

const bands: TimeBands = {
  ordinary: [{ weekdays: [1, 2, 3, 4, 5], start: 420, end: 1140 }],
  night: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: 1320, end: 1800 }],
};
const today = asDay("2026-11-24");
const weekdays = (days: number[], start = 480, end = 1080): WeeklyPattern => ({
  cycleWeeks: 1,
  slots: days.map((weekday) => ({ week: 0, weekday: weekday as 1, start, end })),
});
const request = {
  pattern: weekdays([1, 2, 3, 4, 5]),
  child: { birthDay: asDay("2025-09-01"), expectedOn: null },
  startOn: asDay("2027-01-04"),
  quarter: "Borny",
};
const stating = (...codes: string[]) => ({
  resident: true,
  stated: codes.map((code) => ({ code, proofState: "stated" as const, validUntil: null })),
});
const of = (
  values: Partial<Omit<typeof request, "quarter">> & { quarter?: string | null },
  facts = stating(),
) => groupsOfRequest({ ...request, ...values }, facts, { bands, startFrom: today });

test("Hours, days and age come from what is asked for", () => {
  expect(of({})).toMatchObject({ hours: "standard", days: "upTo5", age: "under2", quarter: "Borny" });
  expect(of({ pattern: weekdays([6, 7], 540, 1020) })).toMatchObject({ hours: "atypical", days: "upTo2" });
  expect(of({ pattern: weekdays([1, 2, 3], 1260, 1800) })).toMatchObject({ hours: "night", days: "upTo3" });
  expect(of({ child: { birthDay: asDay("2026-11-01"), expectedOn: null } }).age).toBe("under1");
});

test("A week out of two counts for half", () => {
  const slots = [1, 2, 3, 4, 5].map((weekday) => ({ week: 0, weekday: weekday as 1, start: 480, end: 1080 }));
  expect(of({ pattern: { cycleWeeks: 2, slots } }).days).toBe("upTo3");
});

test("The family is what it says it is, proved or not; a parent alone first", () => {
  expect(of({}, stating("both-parents-work")).family).toBe("bothWork");
  expect(of({}, stating("both-parents-work", "single-parent")).family).toBe("singleParent");
  expect(of({}, stating("caf-referral")).income).toBe("minimum");
  expect(of({}, stating("integration-path")).income).toBe("minimum");
  expect(of({})).toMatchObject({ family: "other", income: "other" });
});

test("A family without a quarter lives elsewhere, or has not said where", () => {
  expect(of({ quarter: null }, { ...stating(), resident: false } as never).quarter).toBe("#outside");
  expect(of({ quarter: null }).quarter).toBe("#unknown");
  expect(["#unknown", "Sablon", "#outside", "Borny"].sort(compareGroups("quarter"))).toEqual([
    "Borny",
    "Sablon",
    "#outside",
    "#unknown",
  ]);
});

test("An address that says nothing is the nurseries, the year to come, the grid in force and a draft", () => {
  expect(readSimulationAsked(new URLSearchParams("du=demain"), today)).toEqual({
    careKind: "nursery",
    compare: false,
    a: null,
    b: null,
    startFrom: today,
    startTo: "2027-11-24",
    facilityIds: [],
  });
  const grids = [
    { id: "next", status: "adopted" as const, validFrom: asDay("2027-01-01") },
    { id: "now", status: "adopted" as const, validFrom: asDay("2026-01-01") },
    { id: "example", status: "example" as const, validFrom: asDay("2015-01-01") },
    { id: "draft", status: "draft" as const, validFrom: asDay("2015-01-01") },
  ];
  expect(usualPair(grids, today)).toMatchObject({ a: { id: "now" }, b: { id: "draft" } });
  expect(usualPair(grids.slice(1, 2), today)).toMatchObject({ a: { id: "now" }, b: { id: "now" } });
});

test("Dates that cannot be are told", () => {
  const of2 = (startFrom: string, startTo: string) =>
    windowProblem({ startFrom: asDay(startFrom), startTo: asDay(startTo) }, today);
  expect(of2("2026-11-24", "2028-11-24")).toBeNull();
  expect(of2("2026-11-23", "2027-01-01")).toMatchObject({ field: "startFrom" });
  expect(of2("2027-01-02", "2027-01-01")).toMatchObject({ field: "startTo" });
  expect(of2("2027-01-02", "2030-01-01")).toMatchObject({ field: "startTo" });
});
