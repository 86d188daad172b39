import { expect, it } from "vitest";
import type { Actor, Role } from "#app/access/rules/actor.ts";
import { hasGoneIdle } from "#app/access/rules/session.ts";

const someone = (...roles: Role[]): Actor => ({
  accountId: "a",
  displayName: "A",
  email: "a@example.fr",
  grants: roles.map((role) => ({ role, organisationId: null, facilityId: null })),
  householdIds: [],
});
const evening = new Date("2026-11-23T17:30:00Z");
const after = (hours: number): Date => new Date(evening.getTime() + hours * 3_600_000);

it("a member of staff is still signed in the next morning, and no longer after a day off", () => {
  expect(hasGoneIdle(someone("facility_manager"), evening, after(13))).toBe(false);
  expect(hasGoneIdle(someone("facility_manager"), evening, after(38))).toBe(true);
});

it("a family stays signed in on its phone; a parent who works here follows the rule of staff", () => {
  expect(hasGoneIdle(someone("family"), evening, after(24 * 20))).toBe(false);
  expect(hasGoneIdle(someone("family", "coordinator"), evening, after(38))).toBe(true);
});
