import { describe, expect, it } from "vitest";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { declareBirth } from "#app/requests/acts/declare-birth.server.ts";
import { readFamilyHome } from "#app/requests/acts/read-family-home.server.ts";
import { readFamilyRequest, readTrackedRequest } from "#app/requests/acts/read-family-request.server.ts";
import { withdrawCareRequest } from "#app/requests/acts/withdraw-care-request.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import {
  addRequest,
  agentVisit,
  familyVisit,
  openSection,
  startOn,
  visitOf,
  waitingFamily,
  week,
} from "#tests/allocation/town.ts";

async function offerTo(db: PrismaClient, careRequestId: string, sectionId: string, version = 1) {
  const asked = { careRequestId, sectionId, version, startOn, endOn: null, hours: "asked" as const };
  return makeOffer(agentVisit(db), asked);
}

describe("the family's home", () => {
  it("puts what has to be done first, and shows each child with its requests", async () => {
    const { db } = await useTestDatabase();
    const section = await openSection(db);
    const { careRequestId, householdId, childId } = await waitingFamily(db, "martin");
    await offerTo(db, careRequestId, section);
    const evening = { careRequestId: "request-evening", householdId, childId };
    await addRequest(db, evening, week(18, 20));
    const home = await readFamilyHome(familyVisit(db, householdId));
    expect(home.tasks).toEqual([
      { code: "answer", careRequestId, childFirstName: "Lina", dueOn: "2026-09-17" },
    ]);
    expect(home.children).toHaveLength(1);
    expect(home.children[0]!.requests.map(({ status }) => status).sort()).toEqual(["offered", "waiting"]);
  });

  it("holds nothing of another household", async () => {
    const { db } = await useTestDatabase();
    await waitingFamily(db, "martin");
    expect(await readFamilyHome(familyVisit(db, "household-other"))).toEqual({ tasks: [], children: [] });
  });
});

describe("the page of a request", () => {
  it("is for its household only", async () => {
    const { db } = await useTestDatabase();
    const { careRequestId, householdId } = await waitingFamily(db, "martin");
    const page = await readFamilyRequest(familyVisit(db, householdId), careRequestId);
    expect(page.request).toMatchObject({ reference: `GF-26-${careRequestId}`, submittedOn: "2026-09-07" });
    expect(page).toMatchObject({ mayWithdraw: true, mayDeclareBirth: false });
    const stranger = familyVisit(db, "household-other");
    await expect(readFamilyRequest(stranger, careRequestId)).rejects.toMatchObject({ status: 404 });
  });

  it("by the tracking link, says where it stands and nothing of the rest of the family", async () => {
    const { db } = await useTestDatabase();
    const { careRequestId } = await waitingFamily(db, "martin");
    const tracked = await readTrackedRequest(visitOf(db), careRequestId);
    expect(Object.keys(tracked.request).sort()).toEqual([
      "childFirstName",
      "id",
      "kind",
      "reference",
      "referrals",
      "status",
      "submittedAt",
    ]);
    await expect(readTrackedRequest(visitOf(db), "wrong")).rejects.toMatchObject({ status: 404 });
  });
});

describe("withdrawing", () => {
  it("closes the request, frees the place offered and confirms to both guardians, once", async () => {
    const { db } = await useTestDatabase();
    const section = await openSection(db);
    const { careRequestId, householdId } = await waitingFamily(db, "martin");
    const other = await waitingFamily(db, "roux");
    await offerTo(db, careRequestId, section);
    const visit = familyVisit(db, householdId);
    expect(await withdrawCareRequest(visit, { careRequestId, version: 1 })).toEqual({
      ok: false,
      error: "requests:error.changedMeanwhile",
    });
    expect(await withdrawCareRequest(visit, { careRequestId, version: 2 })).toEqual({ ok: true });
    expect(await withdrawCareRequest(visit, { careRequestId, version: 2 })).toEqual({ ok: true });
    expect(await db.careRequest.findUnique({ where: { id: careRequestId } })).toMatchObject({
      status: "withdrawn",
    });
    expect(await db.requestStep.count({ where: { careRequestId, transition: "withdraw" } })).toBe(1);
    expect(await db.message.count({ where: { id: { startsWith: "request-withdrawn:" } } })).toBe(2);
    expect((await offerTo(db, other.careRequestId, section)).ok).toBe(true);
  });

  it("is refused to another household, and once the child has its place", async () => {
    const { db } = await useTestDatabase();
    const { careRequestId, householdId } = await waitingFamily(db, "martin");
    const stranger = familyVisit(db, "household-other");
    await expect(withdrawCareRequest(stranger, { careRequestId, version: 1 })).rejects.toMatchObject({
      status: 404,
    });
    await db.careRequest.update({ where: { id: careRequestId }, data: { status: "accepted" } });
    expect(await withdrawCareRequest(familyVisit(db, householdId), { careRequestId, version: 1 })).toEqual({
      ok: false,
      error: "allocation:family.withdraw.closed",
    });
  });
});

describe("announcing a birth", () => {
  async function expecting(name: string) {
    const { db } = await useTestDatabase();
    const family = await waitingFamily(db, name);
    const { careRequestId, childId } = family;
    const data = { birthDay: null, expectedOn: "2026-09-01", firstName: "" };
    await db.child.update({ where: { id: childId }, data });
    await db.careRequest.update({ where: { id: careRequestId }, data: { status: "expectedBirth" } });
    return { db, ...family };
  }
  const birth = { version: 1, birthDay: "2026-09-04" as never, firstName: "Élise" };

  it("names the child and puts all its requests on the list", async () => {
    const { db, careRequestId, householdId, childId } = await expecting("martin");
    await addRequest(db, { careRequestId: "request-second", householdId, childId }, week(8, 12));
    await db.careRequest.update({ where: { id: "request-second" }, data: { status: "expectedBirth" } });
    const visit = familyVisit(db, householdId);
    expect((await readFamilyHome(visit)).tasks.map(({ code }) => code)).toEqual([
      "declareBirth",
      "declareBirth",
    ]);
    expect(await declareBirth(visit, { careRequestId, ...birth })).toEqual({ ok: true });
    expect(await db.child.findUnique({ where: { id: childId } })).toMatchObject({
      birthDay: "2026-09-04",
      firstName: "Élise",
    });
    const requests = await db.careRequest.findMany({ where: { childId } });
    expect(requests).toMatchObject([
      { status: "waiting", nextStepBy: "2026-09-15" },
      { status: "waiting", nextStepBy: "2026-09-15" },
    ]);
    expect(await declareBirth(visit, { careRequestId, ...birth })).toMatchObject({ ok: false });
  });

  it.each(["", "2026-09-08", "2026-03-31", "not a day"])("refuses the day %j", async (birthDay) => {
    const { db, careRequestId, householdId } = await expecting("roux");
    const declared = await declareBirth(familyVisit(db, householdId), {
      careRequestId,
      ...birth,
      birthDay: birthDay as never,
    });
    expect(declared).toMatchObject({ ok: false, field: "birthDay" });
  });

  it("is for its household only", async () => {
    const { db, careRequestId } = await expecting("petit");
    const stranger = familyVisit(db, "household-other");
    await expect(declareBirth(stranger, { careRequestId, ...birth })).rejects.toMatchObject({ status: 404 });
  });
});
