import { describe, expect, it } from "vitest";
import type { BillingRule } from "#app/attendance/rules/billed-hours.ts";
import type { ChildStay } from "#app/attendance/rules/stay-record.ts";
import { exact, minutesOf, ms, seen, stay } from "./series.ts";

const day = "2026-10-05";
const counted = (each: ChildStay, billing: Partial<BillingRule>, asOf?: number) =>
  minutesOf([each], {
    rules: { ...exact, billing: { ...exact.billing, ...billing } },
    ...(asOf === undefined ? {} : { asOf }),
  });

describe("planned from 8 h 30 to 17 h, there from 8 h 22 to 17 h 08", () => {
  const came = stay(day, 510, 1020, seen(day, 502, 1028));

  it("by half-hours begun: nine and a half hours, done and billed", () => {
    expect(counted(came, { roundingMinutes: 30 })).toMatchObject({ realised: 570, billed: 570, extra: 16 });
  });

  it("with a tolerance of ten minutes: eight and a half", () => {
    const rule = { roundingMinutes: 30, toleranceMinutes: 10 };
    expect(counted(came, rule)).toMatchObject({ realised: 510, billed: 510 });
  });

  it("to the minute: what was really done", () => {
    expect(counted(came, {})).toMatchObject({ realised: 526, billed: 526 });
  });
});

describe("hours billed", () => {
  it("hours of the contract are due although the child left early; hours done are fewer", () => {
    const left = stay(day, 510, 1020, seen(day, 540, 905));
    expect(counted(left, { roundingMinutes: 30 })).toMatchObject({ billed: 510, realised: 390 });
  });

  it("rounding never goes beyond hours planned on odd minutes", () => {
    const came = stay(day, 515, 1010, seen(day, 520, 1009));
    expect(counted(came, { roundingMinutes: 30 })).toMatchObject({ realised: 495, billed: 495 });
  });

  it("an absence is due, and so is a stay that nobody marked, but not before its time", () => {
    expect(counted(stay(day, 510, 1020, { state: "absent" }), {}).billed).toBe(510);
    expect(counted(stay(day, 510, 1020), {}).billed).toBe(510);
    expect(counted(stay(day, 510, 1020), {}, ms(day, 600)).billed).toBe(90);
  });

  it("a child still there owes what has passed", () => {
    const there = stay(day, 510, 1020, { state: "arrived", arrivedAt: ms(day, 500) });
    expect(counted(there, {}, ms(day, 600))).toMatchObject({ billed: 100, realised: 100, toCome: 420 });
  });

  it("a child who came and went before its hours owes both", () => {
    const early = stay(day, 510, 1020, seen(day, 400, 430));
    expect(counted(early, {})).toMatchObject({ billed: 540, realised: 30, absent: 510 });
  });
});
