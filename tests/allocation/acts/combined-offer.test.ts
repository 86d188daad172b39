import { describe, expect, it } from "vitest";
import { answerOffer } from "#app/allocation/acts/answer-offer.server.ts";
import { expireOffers } from "#app/allocation/acts/expire-offers.server.ts";
import { makeCombinedOffer } from "#app/allocation/acts/make-combined-offer.server.ts";
import { readOfferByLink } from "#app/allocation/acts/read-offer.server.ts";
import { readPlaces } from "#app/allocation/acts/read-places.server.ts";
import { recordOffersWithdrawn } from "#app/allocation/acts/record-offers-withdrawn.server.ts";
import { remindOffers } from "#app/allocation/acts/remind-offers.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import {
  agentVisit,
  earlyAndDay,
  familyVisit,
  monday,
  openChildminder,
  openSection,
  startOn,
  tokenOf,
  visitOf,
  waitingFamily,
} from "../town.ts";

async function aPair() {
  const { db } = await useTestDatabase();
  const sections: [string, string] = [await openSection(db), await openChildminder(db)];
  const family = await waitingFamily(db, "martin", earlyAndDay);
  const asked = {
    ...{ careRequestId: family.careRequestId, version: 1, startOn, endOn: null },
    ...{ sections, parts: earlyAndDay.parts },
  };
  return { db, family, asked };
}

async function offered() {
  const town = await aPair();
  const made = await makeCombinedOffer(agentVisit(town.db), town.asked);
  if (!made.ok) throw new Error(made.error);
  const { offerId } = made;
  return { ...town, made, offerId, token: await tokenOf(town.db, offerId) };
}

const statuses = async ({ db }: Pick<Awaited<ReturnType<typeof aPair>>, "db">): Promise<string[]> =>
  (await db.offer.findMany()).map(({ status }) => status);

describe("two places that together cover a request", () => {
  it("are found for the agent, with who takes which hours, and shared again before they are offered", async () => {
    const { db, family, asked } = await aPair();
    const search = new URLSearchParams({ debut: startOn, fin: "" });
    const { pairs, places } = await readPlaces(agentVisit(db), family.careRequestId, search);
    expect(places.able).toEqual([]);
    expect(pairs.map(({ parts }) => parts.map(({ place }) => place.name))).toEqual([
      ["Crèche lucioles", "Nadège Humbert"],
    ]);
    search.set("paire", asked.sections.join(","));
    const { pair } = await readPlaces(agentVisit(db), family.careRequestId, search);
    expect(pair).toMatchObject({ hours: earlyAndDay.parts, parts: [{ minutes: 3000 }, { minutes: 450 }] });
  });

  it("are one offer of two parts: one deadline, one letter, one link, one step", async () => {
    const { db, made, offerId, token, family } = await offered();
    expect(made).toMatchObject({ ok: true, answerBy: "2026-09-17", writtenTo: 2 });
    const rows = await db.offer.findMany({ orderBy: { sectionId: "asc" } });
    expect(rows.map(({ bundleId, sectionId, status }) => [bundleId, sectionId, status])).toEqual([
      [offerId, "lucioles-moyens", "open"],
      [offerId, "nadege-home", "open"],
    ]);
    expect(await db.requestStep.findMany()).toMatchObject([
      {
        transition: "offer",
        details: { to: ["Crèche lucioles", "Moyens", "Nadège Humbert", "Accueil à domicile"] },
      },
    ]);
    expect(await db.message.count()).toBe(2);
    const letter = await db.message.findUniqueOrThrow({ where: { id: `offer-sent:${offerId}:1` } });
    for (const said of [
      "Crèche lucioles",
      "5 h 30",
      "Nadège Humbert",
      "directement avec elle",
      "vont ensemble",
    ])
      expect(letter.text.replace(/[\u00A0\u202F]/g, " ")).toContain(said);
    const view = await readOfferByLink(visitOf(db), token);
    expect(view.parts.map(({ facilityName }) => facilityName)).toEqual(["Crèche lucioles", "Nadège Humbert"]);
    expect(await db.careRequest.findUnique({ where: { id: family.careRequestId } })).toMatchObject({
      status: "offered",
    });
  });

  it("are not offered when one of them has been taken since, or when the hours are not those that were read", async () => {
    const { db, asked } = await aPair();
    const other = { ...asked, parts: "lun-ven 07:00-17:00 & lun-ven 05:30-06:45" };
    const refused = { ok: false, error: "allocation:make.refusal.pair" };
    expect(await makeCombinedOffer(agentVisit(db), other)).toEqual(refused);
    const second = await waitingFamily(db, "weber", earlyAndDay);
    await makeCombinedOffer(agentVisit(db), asked);
    expect(
      await makeCombinedOffer(agentVisit(db), { ...asked, careRequestId: second.careRequestId }),
    ).toEqual(refused);
    expect(await db.offer.count()).toBe(2);
  });

  it("accepted, make two contracts at once", async () => {
    const { db, offerId, token } = await offered();
    const answered = await answerOffer(visitOf(db), { token }, { answer: "accept", version: 1 });
    expect(answered).toMatchObject({ ok: true, status: "accepted", again: false });
    expect(await statuses({ db })).toEqual(["accepted", "accepted"]);
    const contracts = await db.contract.findMany({ orderBy: { facilityId: "asc" } });
    expect(
      contracts.map(({ facilityId, pattern }) => [facilityId, JSON.stringify(pattern).length > 40]),
    ).toEqual([
      ["lucioles", true],
      ["nadege", true],
    ]);
    const again = await answerOffer(visitOf(db), { token }, { answer: "accept", version: 1 });
    expect(again).toMatchObject({ ok: true, again: true });
    expect(await db.contract.count()).toBe(2);
    expect(await db.message.count({ where: { id: { startsWith: `offer-accept:${offerId}` } } })).toBe(2);
    expect((await readOfferByLink(visitOf(db), token)).standing).toBe("accepted");
  });

  it("declined from the family's space by either part, are both free", async () => {
    const { db, family, offerId } = await offered();
    const part = await db.offer.findFirstOrThrow({ where: { id: { not: offerId } } });
    const visit = familyVisit(db, family.householdId);
    const answered = await answerOffer(visit, { offerId: part.id }, { answer: "decline", version: 1 });
    expect(answered).toMatchObject({ ok: true, status: "declined" });
    expect(await statuses({ db })).toEqual(["declined", "declined"]);
    expect(await db.requestStep.count({ where: { transition: "declineAndStay" } })).toBe(1);
  });

  it("are reminded of once, and expire together once", async () => {
    const { db } = await offered();
    expect(await remindOffers({ db, now: new Date("2026-09-16T09:00:00Z") })).toEqual({ reminded: 1 });
    expect(await expireOffers({ db, now: new Date("2026-09-18T09:00:00Z") })).toEqual({ expired: 1 });
    expect(await statuses({ db })).toEqual(["expired", "expired"]);
    expect(await db.requestStep.count({ where: { transition: "expire" } })).toBe(1);
  });

  it("go back together when the request is withdrawn", async () => {
    const { db, family } = await offered();
    await recordOffersWithdrawn(db, { careRequestId: family.careRequestId, at: monday });
    expect(await statuses({ db })).toEqual(["withdrawn", "withdrawn"]);
  });
});
