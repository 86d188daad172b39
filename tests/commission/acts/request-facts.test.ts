import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { readRequestFacts } from "#app/commission/acts/read-request-facts.server.ts";
import { aMonday, aPattern, createCareRequest, createFacility } from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";
import { createGrid } from "#tests/support/grids.ts";

let db: TestDatabase["db"];
beforeEach(async () => {
  ({ db } = await useTestDatabase());
});
const today = "2026-09-14" as CalendarDay;
const factsOf = async (id: string) => (await readRequestFacts(db, [id], today)).get(id)!;
const wish = (id: string, facilityId: string) =>
  db.wish.create({ data: { careRequestId: id, facilityId, rank: 1, coveredMinutes: 3000 } });

it("reads what the family stated, with the state of its proofs", async () => {
  const { id } = await createCareRequest(db);
  await db.priorityFact.create({
    data: { careRequestId: id, code: "single-parent", proofState: "verified", validUntil: "2027-01-01" },
  });
  const facts = await factsOf(id);
  expect(facts.stated).toEqual([{ code: "single-parent", proofState: "verified", validUntil: "2027-01-01" }]);
  expect(facts.asked).toContain("atypical-work");
  expect(facts.submittedOn).toBe("2026-09-14");
});

it("reads many requests at once, and leaves out one that does not exist", async () => {
  const [one, other] = [await createCareRequest(db), await createCareRequest(db)];
  const found = await readRequestFacts(db, [one.id, other.id, "nobody"], today);
  expect([...found.keys()].sort()).toEqual([one.id, other.id].sort());
});

describe("residence", () => {
  const living = async (address: { city?: string; zoneCode?: string }) => {
    const { id, householdId } = await createCareRequest(db);
    await db.household.update({ where: { id: householdId }, data: address });
    return (await factsOf(id)).resident;
  };
  beforeEach(() =>
    db.zone.create({
      data: { code: "Z1", name: "Zone", quarterCode: "Q1", quarterName: "Sablon", source: "essai" },
    }),
  );

  it("is of the town in one of its zones, or under its name however it is typed", async () => {
    expect(await living({ zoneCode: "Z1" })).toBe(true);
    expect(await living({ city: "METZ" })).toBe(true);
  });
  it("is elsewhere under another name, and unknown without any", async () => {
    expect(await living({ city: "Nancy" })).toBe(false);
    expect(await living({})).toBeNull();
  });
});

describe("what counts at one facility", () => {
  it("is a brother or sister who will still be there when care begins", async () => {
    const [stays, leaves] = [await createFacility(db), await createFacility(db)];
    const { id, householdId } = await createCareRequest(db, { startOn: "2026-10-05" });
    const sibling = async (facility: { id: string; sectionId: string }, endOn: string | null) =>
      db.contract.create({
        data: {
          child: { create: { householdId, firstName: "Aîné", lastName: "M", birthDay: "2024-01-01" } },
          facility: { connect: { id: facility.id } },
          section: { connect: { id: facility.sectionId } },
          pattern: aPattern() as object,
          startOn: "2025-09-01",
          endOn,
          createdAt: aMonday,
        },
      });
    await sibling(stays, null);
    await sibling(leaves, "2026-09-30");
    await wish(id, stays.id);
    await db.wish.create({
      data: { careRequestId: id, facilityId: leaves.id, rank: 2, coveredMinutes: 3000 },
    });
    const { local } = await factsOf(id);
    expect(local[stays.id]).toEqual({ siblingPresent: true, sameQuarter: false });
    expect(local[leaves.id]).toEqual({ siblingPresent: false, sameQuarter: false });
  });

  it("is not the child's own place", async () => {
    const facility = await createFacility(db);
    const { id, childId } = await createCareRequest(db);
    await db.contract.create({
      data: {
        childId,
        facilityId: facility.id,
        sectionId: facility.sectionId,
        pattern: aPattern() as object,
        startOn: "2025-09-01",
        createdAt: aMonday,
      },
    });
    await wish(id, facility.id);
    expect((await factsOf(id)).local[facility.id]!.siblingPresent).toBe(false);
  });

  it("is the quarter of the facility, by its zone or by its name", async () => {
    for (const [code, quarterName] of [
      ["Z1", "Sablon"],
      ["Z2", "Sablon"],
      ["Z3", "Queuleu"],
    ] as const)
      await db.zone.create({ data: { code, name: code, quarterCode: code, quarterName, source: "essai" } });
    const [byZone, byName, far] = [
      await createFacility(db, { zoneCode: "Z2" }),
      await createFacility(db, { quarterName: "Sablon" }),
      await createFacility(db, { zoneCode: "Z3" }),
    ];
    const { id } = await createCareRequest(db, { zoneCode: "Z1" });
    for (const [rank, facility] of [byZone, byName, far].entries())
      await db.wish.create({
        data: { careRequestId: id, facilityId: facility.id, rank: rank + 1, coveredMinutes: 1 },
      });
    const { local } = await factsOf(id);
    expect([byZone, byName, far].map((facility) => local[facility.id]!.sameQuarter)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("twins", () => {
  const twin = async (birthDay: string, status = "waiting") => {
    const one = await createCareRequest(db, { birthDay: "2025-09-01" });
    const child = await db.child.create({
      data: { householdId: one.householdId, firstName: "Jo", lastName: "M", birthDay },
    });
    await createCareRequest(db, { householdId: one.householdId, childId: child.id, status });
    return (await factsOf(one.id)).multipleBirth;
  };
  it("are children of one household born the same day who both ask", async () => {
    expect(await twin("2025-09-01")).toBe(true);
    expect(await twin("2024-09-01")).toBe(false);
    expect(await twin("2025-09-01", "withdrawn")).toBe(false);
  });
});

it("counts the published meetings that had no place for it, and no other", async () => {
  const gridId = await createGrid(db);
  const { id } = await createCareRequest(db);
  const meeting = async (month: number, status: string, outcome: string) => {
    const candidate = { careRequestId: id, number: "0001", state: "included", engineId: "e", outcome };
    const { id: meetingId } = await db.meeting.create({
      data: {
        heldOn: `2026-0${month}-01`,
        careKind: "nursery",
        gridId,
        status: "frozen",
        startFrom: "2026-09-01",
        startTo: "2026-12-31",
        answerDays: 10,
        quorum: 1,
        seedCommitment: "c",
        seed: "s",
        createdAt: aMonday,
        createdBy: "x",
        candidates: { create: { ...candidate, sheet: {}, points: 0, lottery: month } },
      },
    });
    await db.meeting.update({ where: { id: meetingId }, data: { status } });
  };
  await meeting(1, "published", "refused");
  await meeting(2, "published", "refused");
  await meeting(3, "published", "offered");
  await meeting(4, "frozen", "refused");
  expect((await factsOf(id)).meetingsPassed).toBe(2);
});
