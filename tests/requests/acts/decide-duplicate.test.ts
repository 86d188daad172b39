import { describe, expect, it } from "vitest";
import { recordContract } from "#app/attendance/acts/record-contract.server.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { keepApart, mergeDuplicate } from "#app/requests/acts/decide-duplicate.server.ts";
import { readCareRequest } from "#app/requests/acts/read-care-request.server.ts";
import { readDuplicatesPage } from "#app/requests/acts/read-duplicates-page.server.ts";
import {
  type BuiltRequest,
  aPattern,
  createCareRequest,
  createFacility,
  visitAs,
} from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const early = new Date("2026-03-02T09:00:00Z");
const late = new Date("2026-06-15T09:00:00Z");
const everything = { page: 1, childId: null };

/** The same child typed twice, by each of its parents; the second has a brother. */
async function twoFiles(db: PrismaClient, second: Parameters<typeof createCareRequest>[1] = {}) {
  const older = await createCareRequest(db, { status: "waiting", submittedAt: early });
  const newer = await createCareRequest(db, {
    ...{ status: "waiting", submittedAt: late, childFirstName: "LINA" },
    ...second,
  });
  const visit = await visitAs(db, "coordinator", "duplicate:decide");
  return { older, newer, visit, ids: [older.childId, newer.childId] as [string, string] };
}

async function addContract(db: PrismaClient, request: BuiltRequest, start: number) {
  const facility = await createFacility(db);
  const offer = await db.offer.create({
    data: {
      ...{ careRequestId: request.id, facilityId: facility.id, sectionId: facility.sectionId },
      ...{ pattern: aPattern({ start, end: start + 60 }) as object, startOn: "2026-10-05" },
      ...{ status: "accepted", answerBy: late, createdAt: early, tokenHash: `hash-${request.id}` },
    },
  });
  await recordContract(db, {
    ...{ offerId: offer.id, careRequestId: request.id, childId: request.childId, facilityId: facility.id },
    ...{ sectionId: facility.sectionId, pattern: aPattern({ start, end: start + 60 }) },
    ...{ startOn: asDay("2026-10-05"), endOn: null, at: early },
  });
}

const request = (db: PrismaClient, { id }: BuiltRequest) =>
  db.careRequest.findUniqueOrThrow({ where: { id } });

describe("the page of duplicates", () => {
  it("shows both files, the older first, what would be closed, and logs the reading", async () => {
    const { db } = await useTestDatabase();
    const { older, newer, visit, ids } = await twoFiles(db);
    const page = await readDuplicatesPage(visit, everything);
    expect(page).toMatchObject({ total: 1, page: 1, pages: 1 });
    expect(page.pairs).toMatchObject([
      {
        ids,
        reasons: ["sameName", "sameBirth"],
        closes: [{ closed: newer.reference, goesOn: older.reference }],
        sides: [{ id: older.childId }, { id: newer.childId }],
      },
    ]);
    const logged = await db.auditEntry.findMany({ where: { action: "read" } });
    expect(logged.map(({ subjectId }) => subjectId).sort()).toEqual([older.id, newer.id].sort());
    expect((await readDuplicatesPage(visit, { page: 9, childId: newer.childId })).total).toBe(1);
    expect((await readDuplicatesPage(visit, { page: 1, childId: "other" })).pairs).toEqual([]);
  });

  it("warns on the file of each, for whoever may decide", async () => {
    const { db } = await useTestDatabase();
    const { older, newer, visit } = await twoFiles(db);
    for (const { id } of [older, newer]) expect((await readCareRequest(visit, id)).lookalikes).toBe(1);
    const manager = await visitAs(db, "association_manager", "careRequest:read");
    const mine = { ...manager, scope: { ...manager.scope, town: true } };
    expect((await readCareRequest(mine, older.id)).lookalikes).toBe(0);
  });
});

describe("they are two children", () => {
  it("is asked once", async () => {
    const { db } = await useTestDatabase();
    const { older, visit, ids } = await twoFiles(db);
    expect(await keepApart(visit, [ids[1], ids[0]])).toMatchObject({ ok: true });
    expect((await readDuplicatesPage(visit, everything)).total).toBe(0);
    expect((await readCareRequest(visit, older.id)).lookalikes).toBe(0);
    expect(await mergeDuplicate(visit, ids)).toMatchObject({ ok: false });
    expect(await keepApart(visit, ids)).toMatchObject({ ok: false });
    expect(await db.duplicateReview.findMany()).toMatchObject([
      { decision: "different", decidedBy: visit.actor.accountId },
    ]);
  });
});

describe("it is the same child", () => {
  it("keeps the older file with its seniority and closes the younger request, with a message", async () => {
    const { db } = await useTestDatabase();
    const { older, newer, visit, ids } = await twoFiles(db);
    const fact = { code: "single-parent", proofState: "verified" };
    await db.priorityFact.create({ data: { careRequestId: newer.id, ...fact } });
    const sibling = { householdId: newer.householdId, firstName: "Tom", lastName: "Martin" };
    await db.child.create({ data: { id: "tom", birthDay: "2021-01-05", ...sibling } });
    expect(await mergeDuplicate(visit, ids)).toMatchObject({ ok: true });
    expect(await request(db, older)).toMatchObject({ status: "waiting", submittedAt: early });
    expect(await request(db, newer)).toMatchObject({
      ...{ status: "withdrawn", childId: older.childId, householdId: older.householdId },
    });
    const step = await db.requestStep.findFirstOrThrow({ where: { careRequestId: newer.id } });
    expect(step).toMatchObject({ transition: "withdraw", by: "desk", reasonCode: "duplicate" });
    expect(await db.priorityFact.findMany()).toMatchObject([{ careRequestId: older.id, ...fact }]);
    const told = await db.message.findMany({ where: { id: { startsWith: "duplicate-closed:" } } });
    expect(told.map(({ recipient }) => recipient).sort()).toEqual([older.email, newer.email].sort());
    expect(told[0]!.text).toContain(older.reference);
    expect(await db.child.findUnique({ where: { id: newer.childId } })).toBeNull();
    // Nothing says that the two households are one family: the brother stays where he is, with his parent.
    expect((await db.child.findUniqueOrThrow({ where: { id: "tom" } })).householdId).toBe(newer.householdId);
    const guardians = await db.guardian.findMany({ where: { householdId: older.householdId } });
    expect(guardians.map(({ email, rank }) => [email, rank])).toEqual([
      [older.email, 1],
      [newer.email, 2],
    ]);
    expect(await db.duplicateReview.findMany()).toMatchObject([{ decision: "merged" }]);
    expect(await db.auditEntry.count({ where: { action: "merge" } })).toBe(2);
    expect(await mergeDuplicate(visit, ids)).toEqual({
      ok: false,
      error: "requests:duplicates.error.decided",
    });
  });

  it("in one family, brothers and sisters come along, and nothing is left behind", async () => {
    const { db } = await useTestDatabase();
    const { older, newer, visit, ids } = await twoFiles(db);
    await db.guardian.updateMany({
      where: { householdId: newer.householdId },
      data: { email: older.email, phone: "06 39 98 00 12" },
    });
    const brother = await createCareRequest(db, {
      ...{ householdId: newer.householdId, status: "waiting", childFirstName: "Tom", birthDay: "2021-01-05" },
    });
    expect(await mergeDuplicate(visit, ids)).toMatchObject({ ok: true });
    expect(await request(db, brother)).toMatchObject({ householdId: older.householdId, status: "waiting" });
    expect(await db.household.findUnique({ where: { id: newer.householdId } })).toBeNull();
    expect(await db.guardian.findMany()).toMatchObject([{ email: older.email, phone: "06 39 98 00 12" }]);
    expect(await db.$queryRaw`PRAGMA foreign_key_check`).toEqual([]);
  });

  it("goes on with both requests when they ask for two kinds of care", async () => {
    const { db } = await useTestDatabase();
    const { older, newer, visit, ids } = await twoFiles(db, { kind: "afterSchool" });
    expect(await mergeDuplicate(visit, ids)).toMatchObject({ ok: true });
    expect((await request(db, older)).status).toBe("waiting");
    expect(await request(db, newer)).toMatchObject({ status: "waiting", childId: older.childId });
  });

  it("gives the contracts and their hours; refused, and nothing changed, when the child would be held twice", async () => {
    const { db } = await useTestDatabase();
    const { older, newer, visit, ids } = await twoFiles(db);
    await addContract(db, older, 480);
    await addContract(db, newer, 480);
    const before = await db.contractHours.findMany({ orderBy: { id: "asc" } });
    expect(await mergeDuplicate(visit, ids)).toEqual({
      ok: false,
      error: "requests:duplicates.error.heldTwice",
    });
    expect(await db.contractHours.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    expect((await request(db, newer)).childId).toBe(newer.childId);

    const apart = await twoFiles(db, { birthDay: "2025-07-07", childFirstName: "Nora" });
    await db.child.update({
      where: { id: apart.older.childId },
      data: { firstName: "Nora", birthDay: "2025-07-07" },
    });
    await addContract(db, apart.older, 480);
    await addContract(db, apart.newer, 600);
    expect(await mergeDuplicate(visit, apart.ids)).toMatchObject({ ok: true });
    const childId = apart.older.childId;
    expect(await db.contract.count({ where: { childId } })).toBe(2);
    expect(await db.contractHours.count({ where: { childId } })).toBe(10);
    expect(await db.contractHours.count({ where: { childId: apart.newer.childId } })).toBe(0);
  });

  it("waits when a place is offered for the request that would be closed", async () => {
    const { db } = await useTestDatabase();
    const { newer, visit, ids } = await twoFiles(db, { status: "offered" });
    expect(await mergeDuplicate(visit, ids)).toEqual({
      ...{ ok: false, error: "requests:duplicates.error.offered", reference: newer.reference },
    });
    expect(await db.duplicateReview.count()).toBe(0);
  });

  it("an expected child who was also written down as born is born, and goes to the next meeting", async () => {
    const { db } = await useTestDatabase();
    const { older, newer, visit, ids } = await twoFiles(db, {
      birthDay: "2026-09-10",
      childFirstName: "Noé",
    });
    const expected = { firstName: "", birthDay: null, expectedOn: "2026-09-01" };
    await db.child.update({ where: { id: older.childId }, data: expected });
    await db.careRequest.update({ where: { id: older.id }, data: { status: "expectedBirth" } });
    await db.guardian.updateMany({ where: { householdId: newer.householdId }, data: { email: older.email } });
    expect(await mergeDuplicate(visit, ids)).toMatchObject({ ok: true });
    expect(await db.child.findMany()).toMatchObject([{ firstName: "Noé", birthDay: "2026-09-10" }]);
    expect(await request(db, older)).toMatchObject({ status: "waiting", nextStepBy: "2026-09-15" });
    expect((await request(db, newer)).status).toBe("withdrawn");
  });

  it("one child with two open requests of a kind: the newer is closed, the child stays", async () => {
    const { db } = await useTestDatabase();
    const { id, childId, householdId } = await createCareRequest(db, {
      status: "waiting",
      submittedAt: early,
    });
    const second = { childId, householdId, status: "submitted", submittedAt: late };
    const { id: newerId } = await createCareRequest(db, second);
    const visit = await visitAs(db, "coordinator", "duplicate:decide");
    const page = await readDuplicatesPage(visit, everything);
    expect(page.pairs).toMatchObject([{ ids: [childId, childId], reasons: ["twoRequests"] }]);
    expect(page.pairs[0]!.sides).toHaveLength(1);
    expect(await mergeDuplicate(visit, [childId, childId])).toMatchObject({ ok: true });
    const statuses = await db.careRequest.findMany({ select: { id: true, status: true } });
    expect(new Map(statuses.map((each) => [each.id, each.status]))).toEqual(
      new Map([
        [id, "waiting"],
        [newerId, "withdrawn"],
      ]),
    );
    expect((await readDuplicatesPage(visit, everything)).total).toBe(0);
  });

  it("is for who decides for the whole town, and for a pair that looks alike", async () => {
    const { db } = await useTestDatabase();
    const { ids, visit } = await twoFiles(db);
    const manager = await visitAs(db, "association_manager", "duplicate:decide", { organisationId: "x" });
    await expect(mergeDuplicate(manager, ids)).rejects.toMatchObject({ status: 404 });
    await expect(keepApart(manager, ids)).rejects.toMatchObject({ status: 404 });
    await expect(readDuplicatesPage(manager, everything)).rejects.toMatchObject({ status: 404 });
    const stranger = await createCareRequest(db, { childFirstName: "Max", birthDay: "2024-01-01" });
    expect(await mergeDuplicate(visit, [ids[0], stranger.childId])).toMatchObject({ ok: false });
    expect(await mergeDuplicate(visit, [ids[0], "nobody"])).toMatchObject({ ok: false });
  });
});
