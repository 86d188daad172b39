import { describe, expect, it } from "vitest";
import { answerOffer } from "#app/allocation/acts/answer-offer.server.ts";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import {
  addRequest,
  agentVisit,
  familyVisit,
  monday,
  openSection,
  startOn,
  tokenOf,
  visitOf,
  waitingFamily,
  week,
} from "../town.ts";

const lastMinute = new Date("2026-09-17T21:59:00Z");
const tooLate = new Date("2026-09-17T22:00:00Z");

async function offerTo(db: PrismaClient, careRequestId: string, sectionId = "lucioles-moyens") {
  const { version } = await db.careRequest.findUniqueOrThrow({ where: { id: careRequestId } });
  const asked = { careRequestId, sectionId, version, startOn, endOn: null, hours: "asked" as const };
  const made = await makeOffer(agentVisit(db), asked);
  if (!made.ok) throw new Error(made.error);
  return { offerId: made.offerId, token: await tokenOf(db, made.offerId) };
}

async function offered(name = "martin") {
  const { db } = await useTestDatabase();
  await openSection(db);
  const family = await waitingFamily(db, name);
  return { db, ...family, ...(await offerTo(db, family.careRequestId)) };
}

const status = async (db: PrismaClient, careRequestId: string) =>
  db.careRequest.findUniqueOrThrow({ where: { id: careRequestId } });

describe("accepting by the link", () => {
  it("makes the contract and says when the care begins", async () => {
    const { db, token, offerId, careRequestId, childId } = await offered();
    const answer = await answerOffer(
      visitOf(db, { now: lastMinute }),
      { token },
      { answer: "accept", version: 1 },
    );
    expect(answer).toEqual({ ok: true, status: "accepted", again: false, careRequestId });
    expect(await db.contract.findMany()).toMatchObject([
      { offerId, careRequestId, childId, sectionId: "lucioles-moyens", startOn, pattern: week(8, 18) },
    ]);
    expect(await status(db, careRequestId)).toMatchObject({ status: "accepted", nextStepBy: startOn });
    expect(await db.message.count({ where: { id: { startsWith: `offer-accept:${offerId}` } } })).toBe(2);
  });

  it("twice, or by both parents at once, makes one contract and shows the same answer", async () => {
    const { db, token, careRequestId } = await offered();
    const answers = await Promise.all(
      [1, 2, 3].map(() => answerOffer(visitOf(db), { token }, { answer: "accept", version: 1 })),
    );
    expect(answers.filter((each) => each.ok && !each.again)).toHaveLength(1);
    expect(answers.every((each) => each.ok && each.status === "accepted")).toBe(true);
    expect(await db.contract.count()).toBe(1);
    expect(await db.requestStep.count({ where: { careRequestId, transition: "accept" } })).toBe(1);
    const declined = await answerOffer(visitOf(db), { token }, { answer: "decline", version: 1 });
    expect(declined).toEqual({ ok: false, error: "allocation:offer.error.answered" });
  });

  it("is refused once the deadline has passed, even before the job has run", async () => {
    const { db, token, careRequestId } = await offered();
    for (const answer of ["accept", "decline"] as const) {
      expect(await answerOffer(visitOf(db, { now: tooLate }), { token }, { answer, version: 1 })).toEqual({
        ok: false,
        error: "allocation:offer.error.late",
      });
    }
    expect(await status(db, careRequestId)).toMatchObject({ status: "offered" });
    expect(await db.contract.count()).toBe(0);
  });

  it("of a few days' place must come before it ends: no contract is over before it begins", async () => {
    const { db } = await useTestDatabase();
    const sectionId = await openSection(db);
    const { careRequestId } = await waitingFamily(db, "martin");
    const [from, to] = [asDay("2026-09-07"), asDay("2026-09-09")];
    const asked = { careRequestId, sectionId, version: 1, startOn: from, endOn: to, hours: "asked" as const };
    const made = await makeOffer(agentVisit(db), asked);
    if (!made.ok) throw new Error(made.error);
    expect(made.answerBy).toBe(to);
    const token = await tokenOf(db, made.offerId);
    const dayAfter = visitOf(db, { now: new Date("2026-09-10T08:00:00Z") });
    expect(await answerOffer(dayAfter, { token }, { answer: "accept", version: 1 })).toMatchObject({
      ok: false,
      error: "allocation:offer.error.late",
    });
    expect(await db.contract.count()).toBe(0);
  });

  it("gives back the other places offered for the same hours, and keeps those for other hours", async () => {
    const { db, token, ...family } = await offered();
    await openSection(db, { id: "bateliers" });
    await openSection(db, { id: "hirondelles" });
    const same = { ...family, careRequestId: "request-same" };
    const early = { ...family, careRequestId: "request-early" };
    await addRequest(db, same, week(17, 19, [1]));
    await addRequest(db, early, week(7, 8));
    await offerTo(db, same.careRequestId, "bateliers-moyens");
    await offerTo(db, early.careRequestId, "hirondelles-moyens");
    await answerOffer(visitOf(db), { token }, { answer: "accept", version: 1 });
    expect(await status(db, same.careRequestId)).toMatchObject({ status: "waiting" });
    expect(await db.offer.findFirst({ where: { careRequestId: same.careRequestId } })).toMatchObject({
      status: "withdrawn",
    });
    expect(await status(db, early.careRequestId)).toMatchObject({ status: "offered" });
  });
});

describe("declining", () => {
  it("keeps the request on the list and frees the place", async () => {
    const { db, token, careRequestId } = await offered();
    const other = await waitingFamily(db, "roux");
    await expect(offerTo(db, other.careRequestId)).rejects.toThrow("full");
    expect(await answerOffer(visitOf(db), { token }, { answer: "decline", version: 1 })).toMatchObject({
      ok: true,
      status: "declined",
    });
    expect(await status(db, careRequestId)).toMatchObject({
      status: "declinedKept",
      nextStepBy: "2026-09-15",
    });
    expect((await offerTo(db, other.careRequestId)).offerId).toBeTruthy();
  });
});

describe("withdrawing the request from the offer", () => {
  it("closes both", async () => {
    const { db, token, careRequestId } = await offered();
    await answerOffer(visitOf(db), { token }, { answer: "withdraw", version: 1 });
    expect(await status(db, careRequestId)).toMatchObject({ status: "withdrawn", nextStepBy: null });
    expect(await db.offer.findFirst()).toMatchObject({ status: "withdrawn" });
  });
});

describe("who may answer", () => {
  it("a guardian of the household who is signed in", async () => {
    const { db, offerId, householdId } = await offered();
    const answer = { answer: "accept", version: 1 } as const;
    expect((await answerOffer(familyVisit(db, householdId), { offerId }, answer)).ok).toBe(true);
    expect(await db.requestStep.findFirst({ where: { transition: "accept" } })).toMatchObject({
      by: "family",
      accountId: "camille",
    });
  });

  it("nobody of another household, and nobody with a wrong link", async () => {
    const { db, offerId } = await offered();
    const answer = { answer: "accept", version: 1 } as const;
    const stranger = familyVisit(db, "household-other");
    await expect(answerOffer(stranger, { offerId }, answer)).rejects.toMatchObject({ status: 404 });
    await expect(answerOffer(visitOf(db), { token: "wrong" }, answer)).rejects.toMatchObject({ status: 404 });
    await expect(answerOffer(visitOf(db), { offerId }, answer)).rejects.toMatchObject({ status: 404 });
    expect(await db.contract.count()).toBe(0);
  });

  it("nobody who answers an older version of the offer", async () => {
    const { db, token } = await offered();
    const answer = await answerOffer(visitOf(db), { token }, { answer: "accept", version: 7 });
    expect(answer).toEqual({ ok: false, error: "allocation:offer.error.changed" });
  });
});

it("a place accepted after its first day is held from the day of the answer", async () => {
  const { db } = await useTestDatabase();
  await openSection(db);
  const { careRequestId } = await waitingFamily(db, "petit");
  await db.careRequest.update({ where: { id: careRequestId }, data: { startOn: "2026-09-08" } });
  const made = await makeOffer(agentVisit(db), {
    careRequestId,
    sectionId: "lucioles-moyens",
    version: 1,
    startOn: "2026-09-08" as never,
    endOn: null,
    hours: "asked",
  });
  const token = await tokenOf(db, made.ok ? made.offerId : "");
  const now = new Date(monday.getTime() + 5 * 86_400_000);
  await answerOffer(visitOf(db, { now }), { token }, { answer: "accept", version: 1 });
  expect(await db.contract.findFirst()).toMatchObject({ startOn: "2026-09-12" });
});

it("the child's other requests whose hours the accepted place gives leave every list; those that ask more stay", async () => {
  const { db, token, careRequestId, ...family } = await offered();
  await openSection(db, { id: "bateliers" });
  const [within, beyond, proposed] = ["request-within", "request-beyond", "request-proposed"];
  await addRequest(db, { ...family, careRequestId: within }, week(9, 16, [2]));
  await addRequest(db, { ...family, careRequestId: beyond }, week(7, 16, [2]));
  await addRequest(db, { ...family, careRequestId: proposed }, week(8, 12, [3]));
  await offerTo(db, proposed, "bateliers-moyens");
  await answerOffer(visitOf(db), { token }, { answer: "accept", version: 1 });
  expect(await status(db, careRequestId)).toMatchObject({ status: "accepted" });
  expect(await status(db, within)).toMatchObject({ status: "withdrawn" });
  expect(await status(db, proposed)).toMatchObject({ status: "withdrawn" });
  expect(await status(db, beyond)).toMatchObject({ status: "waiting" });
  expect(
    await db.requestStep.findFirst({ where: { careRequestId: within, toStatus: "withdrawn" } }),
  ).toMatchObject({ reasonCode: "hours-given-elsewhere" });
});
