import { describe, expect, it } from "vitest";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { fewerDaysChoices } from "#app/requests/rules/fewer-days.ts";
import { usualTown } from "./generated-town.ts";

const { careRequest, wish } = usualTown();

describe("what families of the demonstration would take", () => {
  it("is fewer days for some, never more than their week has", () => {
    const some = careRequest.filter(({ minDays }) => minDays != null);
    expect(some.length).toBeGreaterThan(500);
    expect(some.length).toBeLessThan(careRequest.length / 2);
    for (const { minDays, pattern } of some)
      expect(fewerDaysChoices(pattern as WeeklyPattern)).toContain(minDays);
    expect(careRequest.filter(({ fewerDaysFirst, minDays }) => fewerDaysFirst && minDays == null)).toEqual(
      [],
    );
  });

  it("is places together, or apart, for brothers and sisters sent the same day for the same facilities", () => {
    const groups = new Map<string, typeof careRequest>();
    for (const request of careRequest)
      if (request.siblingGroupId)
        groups.set(request.siblingGroupId, [...(groups.get(request.siblingGroupId) ?? []), request]);
    expect(groups.size).toBeGreaterThan(9);
    const wishesOf = (id: string) =>
      wish.filter(({ careRequestId }) => careRequestId === id).map(({ facilityId }) => facilityId);
    const rules = new Set<string>();
    for (const [first, ...others] of groups.values()) {
      expect(others.length).toBeGreaterThan(0);
      rules.add(first!.siblingRule!);
      for (const other of others) {
        expect([other.householdId, other.kind, other.siblingRule]).toEqual([
          first!.householdId,
          first!.kind,
          first!.siblingRule,
        ]);
        expect(wishesOf(other.id!)).toEqual(wishesOf(first!.id!));
      }
    }
    expect([...rules].sort()).toEqual(["apart", "preferTogether", "together"]);
  });
});
