import { describe, expect, it } from "vitest";
import { oneStay } from "#app/attendance/rules/one-stay.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { type DatedBand, type Holding, placesLeft } from "#app/facilities/rules/capacity.ts";
import { town, usualTown } from "./generated-town.ts";

describe.each(["2026-11-23", "2026-11-27", "2027-08-20"])("occasional care, on %s", (today) => {
  const rows = today === "2026-11-23" ? usualTown() : town(57_463, today);
  const booked = rows.occasionalStay.filter(({ status }) => status === "booked");

  it("has days open at two facilities, hours booked, a family asked and others that wait", () => {
    expect(new Set(rows.occasionalWindow.map(({ facilityId }) => facilityId)).size).toBe(2);
    const of = (status: string) => rows.occasionalStay.filter((stay) => stay.status === status);
    expect(booked.length).toBeGreaterThan(2);
    expect(of("asked")).toHaveLength(1);
    expect(of("asked")[0]!.answerBy! > instantAt(asDay(today), 1440)).toBe(true);
    expect(of("waiting").length).toBeGreaterThan(0);
  });

  it("writes what is booked in the day lists and in the hours of the child", () => {
    const written = rows.presence.filter(({ origin }) => origin === "occasional");
    expect(written.map(({ contractId, plannedStart }) => [contractId, plannedStart])).toEqual(
      booked.map(({ contractId, start }) => [contractId, start]),
    );
    for (const { id } of booked)
      expect(rows.contractHours.some((each) => each.id!.startsWith(`occasional:${id}:`))).toBe(true);
  });

  it("takes no place that is not free, and waits only for hours that are full", () => {
    for (const { sectionId, day: on } of rows.occasionalStay) {
      const day = asDay(on);
      const here = rows.occasionalStay.filter((each) => each.sectionId === sectionId && each.day === on);
      const holding = [...rows.contract, ...rows.offer.filter(({ status }) => status === "open")].filter(
        (each) => each.sectionId === sectionId,
      );
      const taken = here
        .filter(({ status }) => status !== "waiting")
        .map((each) => ({ pattern: oneStay(each as never), startOn: day, endOn: day }));
      const left = placesLeft(
        quarterHours(day, day),
        rows.capacityBand.filter((band) => band.sectionId === sectionId) as unknown as DatedBand[],
        [...holding, ...taken] as unknown as Holding[],
      );
      for (const { start, end, status } of here) {
        const quarter = (at: Date | string): number => (+new Date(at) - +instantAt(day, 0)) / 900_000;
        const least = Math.min(...left.subarray(quarter(start), quarter(end)));
        if (status === "waiting") expect(least).toBeLessThan(1);
        else expect(least).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
