import { beforeEach, expect, it } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type HouseholdToRecord, recordHousehold } from "#app/families/acts/record-household.server.ts";
import { aMonday } from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";

let db: TestDatabase["db"];
beforeEach(async () => {
  ({ db } = await useTestDatabase());
});

const address = { streetNumber: "3", street: "Rue du Lavoir", postcode: null, city: "Metz", zoneCode: null };
const guardian = (firstName: string) => ({
  firstName,
  lastName: "Martin",
  email: `${firstName.toLowerCase()}@example.fr`,
  phone: null,
});
const lea = {
  firstName: "Léa",
  lastName: "Martin",
  birthDay: "2025-03-01" as CalendarDay,
  expectedOn: null,
  schoolId: null,
};
const record = (change: Partial<HouseholdToRecord> = {}) =>
  recordHousehold(db, {
    householdId: null,
    address,
    guardians: [guardian("Camille")],
    children: [lea],
    at: aMonday,
    ...change,
  });

it("writes a household, its guardians in order and its children", async () => {
  const recorded = await record({ guardians: [guardian("Camille"), guardian("Sacha")] });
  expect(recorded.guardians.map(({ rank, firstName }) => [rank, firstName])).toEqual([
    [1, "Camille"],
    [2, "Sacha"],
  ]);
  expect(await db.child.count({ where: { householdId: recorded.householdId } })).toBe(1);
});

it("uses a known household and a known child again, and moves the household", async () => {
  const first = await record();
  const again = await record({
    householdId: first.householdId,
    guardians: [],
    address: { ...address, street: "Rue Neuve" },
  });
  expect(again.householdId).toBe(first.householdId);
  expect(again.childIds).toEqual(first.childIds);
  expect(await db.household.findFirst()).toMatchObject({ street: "Rue Neuve" });
});

it("never lets one parent take the place of the other", async () => {
  const first = await record({ guardians: [guardian("Camille"), guardian("Sacha")] });
  const again = await record({ householdId: first.householdId, guardians: [guardian("Alex")] });
  expect(again.guardians.map(({ firstName }) => firstName)).toEqual(["Camille", "Sacha"]);
});

it("adds the other parent where there is room", async () => {
  const first = await record();
  const again = await record({
    householdId: first.householdId,
    guardians: [guardian("Sacha")],
  });
  expect(again.guardians.map(({ firstName }) => firstName)).toEqual(["Camille", "Sacha"]);
});

it("joins the account of the same e-mail address", async () => {
  await db.account.create({
    data: { id: "known", email: "camille@example.fr", displayName: "Camille", createdAt: aMonday },
  });
  await record();
  expect(await db.guardian.findFirst()).toMatchObject({ accountId: "known" });
});

it("keeps twins apart", async () => {
  const zoe = { ...lea, firstName: "Zoé" };
  expect(new Set((await record({ children: [lea, zoe] })).childIds).size).toBe(2);
  const unnamed = { ...lea, firstName: "", birthDay: null, expectedOn: "2027-01-10" as CalendarDay };
  expect(new Set((await record({ children: [unnamed, unnamed] })).childIds).size).toBe(2);
});
