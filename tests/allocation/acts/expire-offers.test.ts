import { expect, it } from "vitest";
import { expireOffers } from "#app/allocation/acts/expire-offers.server.ts";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { answerOffer } from "#app/allocation/acts/answer-offer.server.ts";
import { remindOffers } from "#app/allocation/acts/remind-offers.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { agentVisit, monday, openSection, startOn, tokenOf, visitOf, waitingFamily } from "../town.ts";

const day = 86_400_000;
const after = (days: number): Date => new Date(monday.getTime() + days * day);

async function twoOffers() {
  const { db } = await useTestDatabase();
  const sectionId = await openSection(db, { places: 2 });
  const ids: string[] = [];
  for (const name of ["blanc", "faure"]) {
    const { careRequestId } = await waitingFamily(db, name);
    const made = await makeOffer(agentVisit(db), {
      careRequestId,
      sectionId,
      version: 1,
      startOn,
      endOn: null,
      hours: "asked",
    });
    ids.push(made.ok ? made.offerId : "");
  }
  return { db, sectionId, ids: ids as [string, string] };
}

it("offers without an answer expire once, their places are free and the families stay on the list", async () => {
  const { db, sectionId, ids } = await twoOffers();
  await answerOffer(visitOf(db), { token: await tokenOf(db, ids[0]) }, { answer: "accept", version: 1 });
  expect(await expireOffers({ db, now: new Date("2026-09-17T21:59:59Z") })).toEqual({ expired: 0 });
  expect(await expireOffers({ db, now: after(11) })).toEqual({ expired: 1 });
  expect(await expireOffers({ db, now: after(11) })).toEqual({ expired: 0 });
  expect(await db.offer.findUnique({ where: { id: ids[1] } })).toMatchObject({ status: "expired" });
  expect(await db.careRequest.findUnique({ where: { id: "request-faure" } })).toMatchObject({
    status: "expired",
    nextStepBy: "2026-10-15",
  });
  expect(await db.requestStep.findMany({ where: { transition: "expire" } })).toMatchObject([{ by: "clock" }]);
  expect(await db.message.count({ where: { id: { startsWith: `offer-expired:${ids[1]}` } } })).toBe(2);
  const next = await waitingFamily(db, "garnier");
  const asked = { ...next, sectionId, version: 1, startOn, endOn: null, hours: "asked" as const };
  expect((await makeOffer(agentVisit(db, after(11)), asked)).ok).toBe(true);
});

it("two clocks at once expire each offer once", async () => {
  const { db } = await twoOffers();
  const runs = await Promise.all([1, 2, 3].map(() => expireOffers({ db, now: after(30) })));
  expect(runs.reduce((sum, { expired }) => sum + expired, 0)).toBe(2);
  expect(await db.requestStep.count({ where: { transition: "expire" } })).toBe(2);
});

it("families are reminded half-way and the day before, once each, with the same link", async () => {
  const { db, ids } = await twoOffers();
  const token = await tokenOf(db, ids[0]);
  expect(await remindOffers({ db, now: after(1) })).toEqual({ reminded: 0 });
  expect(await remindOffers({ db, now: after(5) })).toEqual({ reminded: 2 });
  expect(await remindOffers({ db, now: after(6) })).toEqual({ reminded: 0 });
  const letter = await db.message.findUniqueOrThrow({ where: { id: `offer-reminder-halfway:${ids[0]}:2` } });
  expect(letter.text).toContain(`/offre/${token}`);
  await answerOffer(visitOf(db), { token }, { answer: "decline", version: 1 });
  expect(await remindOffers({ db, now: after(9) })).toEqual({ reminded: 1 });
  expect(await remindOffers({ db, now: after(9) })).toEqual({ reminded: 0 });
  expect(await remindOffers({ db, now: after(11) })).toEqual({ reminded: 0 });
});

it("a reminder leads to the family's space when the letter with the link is no longer kept", async () => {
  const { db, ids } = await twoOffers();
  await db.message.deleteMany();
  await remindOffers({ db, now: after(9) });
  const letter = await db.message.findUniqueOrThrow({ where: { id: `offer-reminder-eve:${ids[0]}:1` } });
  expect(letter.text).toContain("/famille/demandes/request-blanc");
});
