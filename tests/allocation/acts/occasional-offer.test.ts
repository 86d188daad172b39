import { expect, it } from "vitest";
import { answerOffer } from "#app/allocation/acts/answer-offer.server.ts";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { readPlaces } from "#app/allocation/acts/read-places.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { agentVisit, openSection, startOn, tokenOf, visitOf, waitingFamily } from "../town.ts";

it("occasional care is offered without hours, and accepted becomes an occasional contract that holds none", async () => {
  const { db } = await useTestDatabase();
  const section = await openSection(db);
  const { careRequestId } = await waitingFamily(db, "martin");
  const visit = agentVisit(db);
  const page = await readPlaces(visit, careRequestId, new URLSearchParams({ heures: "occasional" }));
  expect([...page.places.wishes, ...page.places.able]).toMatchObject([
    { weeklyMinutes: 0, look: { ok: true, occasional: true } },
  ]);
  expect(page.pairs).toEqual([]);

  const asked = { careRequestId, sectionId: section, version: 1, startOn, endOn: null };
  const made = await makeOffer(visit, { ...asked, hours: "occasional" });
  if (!made.ok) throw new Error(made.error);
  const letter = await db.message.findFirstOrThrow();
  expect(letter.text).toContain("Accueil occasionnel, sans horaires fixes");
  const token = await tokenOf(db, made.offerId);
  const answered = await answerOffer(visitOf(db), { token }, { answer: "accept", version: 1 });
  expect(answered).toMatchObject({ ok: true, status: "accepted" });
  expect(await db.contract.findFirstOrThrow()).toMatchObject({ kind: "occasional", sectionId: section });
  expect([await db.contractHours.count(), await db.presence.count()]).toEqual([0, 0]);
});
