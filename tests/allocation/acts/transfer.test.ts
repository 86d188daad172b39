import { expect, it } from "vitest";
import { answerOffer } from "#app/allocation/acts/answer-offer.server.ts";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { readPlaces } from "#app/allocation/acts/read-places.server.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { addRequest, agentVisit, familyVisit, openSection, startOn, waitingFamily, week } from "../town.ts";

/** A child in care at a first nursery from 14 September, whose family waits for another. */
async function inCare(db: PrismaClient) {
  const family = await waitingFamily(db, "Weber");
  const first = await openSection(db, { id: "lucioles" });
  const second = await openSection(db, { id: "coccinelles" });
  const from = asDay("2026-09-14");
  const made = await makeOffer(agentVisit(db), {
    careRequestId: family.careRequestId,
    version: 1,
    sectionId: first,
    startOn: from,
    endOn: null,
    hours: "asked",
  });
  if (!made.ok) throw new Error(made.error);
  await answerOffer(
    familyVisit(db, family.householdId),
    { offerId: made.offerId },
    { answer: "accept", version: 1 },
  );
  const [contract] = await db.contract.findMany();
  const again = { ...family, careRequestId: "request-again" };
  await addRequest(db, again, week(8, 18));
  const offer = (transferOf: string | null) =>
    makeOffer(agentVisit(db), {
      careRequestId: "request-again",
      version: 1,
      sectionId: second,
      startOn,
      endOn: null,
      hours: "asked",
      transferOf,
    });
  const answer = (offerId: string, what: "accept" | "decline") =>
    answerOffer(familyVisit(db, family.householdId), { offerId }, { answer: what, version: 1 });
  return { old: contract!, second, family, offer, answer };
}

it("hours that the child has already are offered only as a transfer; accepted, the old place ends the day before", async () => {
  const { db } = await useTestDatabase();
  const { old, second, offer, answer } = await inCare(db);
  expect(await offer(null)).toMatchObject({ error: "allocation:make.refusal.alreadyHeld" });
  const search = new URLSearchParams({ debut: startOn, fin: "", section: second });
  const page = await readPlaces(agentVisit(db), "request-again", search);
  expect(page.held).toMatchObject([{ agreementId: old.agreementId, facilityName: "Crèche lucioles" }]);
  const made = await offer(old.agreementId);
  if (!made.ok) throw new Error(made.error);
  expect(await answer(made.offerId, "accept")).toMatchObject({ ok: true });
  const contracts = await db.contract.findMany({ orderBy: { startOn: "asc" } });
  expect(contracts).toMatchObject([
    { id: old.id, endOn: addDays(startOn, -1), endedBy: "transferred" },
    { startOn, endOn: null, madeBy: "transferred", sectionId: second },
  ]);
});

it("declining keeps the old place as it was", async () => {
  const { db } = await useTestDatabase();
  const { old, offer, answer } = await inCare(db);
  const made = await offer(old.agreementId);
  if (!made.ok) throw new Error(made.error);
  expect(await answer(made.offerId, "decline")).toMatchObject({ ok: true });
  expect(await db.contract.findMany()).toEqual([old]);
});

it("if the new hours meet a third contract, nothing changes: the old place is kept, the offer stays open", async () => {
  const { db } = await useTestDatabase();
  const { old, offer, answer } = await inCare(db);
  const made = await offer(old.agreementId);
  if (!made.ok) throw new Error(made.error);
  const third = await openSection(db, { id: "abeilles" });
  // Written past the acts, and beyond the old contract's days: only the new place meets it.
  const { insertContract } = await import("#app/attendance/store/contracts.server.ts");
  await db.contractHours.deleteMany({});
  await insertContract(db, {
    offerId: null,
    careRequestId: null,
    childId: old.childId,
    facilityId: "abeilles",
    sectionId: third,
    pattern: week(8, 10),
    startOn: addDays(startOn, 7),
    endOn: null,
    createdAt: old.createdAt,
  });
  expect(await answer(made.offerId, "accept")).toEqual({
    ok: false,
    error: "allocation:offer.error.heldTwice",
  });
  expect(await db.contract.findUniqueOrThrow({ where: { id: old.id } })).toEqual(old);
  expect(await db.offer.findUniqueOrThrow({ where: { id: made.offerId } })).toMatchObject({
    status: "open",
    version: 1,
  });
});

it("a contract of another child cannot be ended so", async () => {
  const { db } = await useTestDatabase();
  const { offer } = await inCare(db);
  await expect(offer("somebody-elses")).rejects.toMatchObject({ status: 404 });
});
