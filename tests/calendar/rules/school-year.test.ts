import { describe, expect, it } from "vitest";
import { asDay } from "#app/calendar/rules/day.ts";
import {
  type SchoolPeriod,
  type SchoolPeriodKind,
  isInSchoolTerm,
  schoolPeriodOn,
  schoolTimeOn,
  schoolYearOf,
} from "#app/calendar/rules/school-year.ts";

const period = (
  kind: SchoolPeriodKind,
  from: string,
  to: string | null,
  label: string = kind,
): SchoolPeriod => ({
  kind,
  fromDay: asDay(from),
  toDay: to === null ? null : asDay(to),
  label,
});
const periods = [
  period("term", "2025-09-01", null),
  period("holiday", "2026-04-11", "2026-04-27", "Printemps"),
  period("bridge", "2026-05-15", "2026-05-16"),
  period("holiday", "2026-07-04", "2026-09-01", "Été"),
  period("term", "2026-09-01", null),
  period("public-holiday", "2026-12-26", "2026-12-26"),
  period("holiday", "2027-07-03", null, "Été"),
];
const on = (day: string): string => schoolTimeOn(asDay(day), periods);

describe("the school year", () => {
  it("holidays run to the day before the return", () => {
    expect(on("2026-04-10")).toBe("term");
    expect(on("2026-04-11")).toBe("holidays");
    expect(on("2026-04-26")).toBe("holidays");
    expect(on("2026-04-27")).toBe("term");
    expect(schoolPeriodOn(asDay("2026-04-20"), periods)?.label).toBe("Printemps");
  });

  it("both days of a bridge are off, and so is an imported public holiday", () => {
    expect(["2026-05-14", "2026-05-15", "2026-05-16", "2026-05-17"].map(on)).toEqual([
      "term",
      "holidays",
      "holidays",
      "term",
    ]);
    expect(on("2026-12-26")).toBe("holidays");
  });

  it("a summer whose return is not published yet lasts until what is known ends", () => {
    expect(on("2027-07-02")).toBe("term");
    expect(on("2027-08-31")).toBe("holidays");
    expect(on("2027-09-01")).toBe("unknown");
    const known = [...periods, period("term", "2027-09-02", null)];
    expect(schoolTimeOn(asDay("2027-09-02"), known)).toBe("term");
  });

  it("what no file has said is unknown, and nothing is in term without a file", () => {
    expect(on("2025-08-31")).toBe("unknown");
    expect(schoolTimeOn(asDay("2026-11-23"), [])).toBe("unknown");
    expect(isInSchoolTerm(asDay("2026-11-23"), [])).toBe(false);
    expect(isInSchoolTerm(asDay("2026-11-23"), periods)).toBe(true);
  });

  it("a school year is named after the year it begins in", () => {
    expect(schoolYearOf(asDay("2026-09-01"))).toBe(2026);
    expect(schoolYearOf(asDay("2027-07-03"))).toBe(2026);
    expect(schoolYearOf(asDay("2027-08-28"))).toBe(2027);
  });
});
