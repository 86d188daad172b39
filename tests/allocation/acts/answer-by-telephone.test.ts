import { expect, it } from "vitest";
import { answerByTelephone, readOfferToAnswer } from "#app/allocation/acts/answer-by-telephone.server.ts";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { noScope } from "#app/access/rules/permissions.ts";
import {
  agentVisit,
  familyVisit,
  openSection,
  startOn,
  visitOf,
  waitingFamily,
} from "#tests/allocation/town.ts";
import { useTestDatabase } from "#tests/support/database.ts";

async function offered() {
  const { db } = await useTestDatabase();
  const sectionId = await openSection(db);
  const family = await waitingFamily(db, "martin");
  const { careRequestId } = family;
  await db.careRequest.update({ where: { id: careRequestId }, data: { handlerId: "ccas" } });
  const asked = { careRequestId, sectionId, version: 1, startOn, endOn: null, hours: "asked" as const };
  expect((await makeOffer(agentVisit(db), asked)).ok).toBe(true);
  return { db, ...family };
}

it("an agent writes down that a family accepts by telephone: the contract is made, under the agent's name", async () => {
  const { db, careRequestId, childId } = await offered();
  const agent = agentVisit(db);
  const { id: offerId, version, standing } = await readOfferToAnswer(agent, careRequestId);
  expect(standing).toBe("open");
  const said = { offerId, answer: "accept" as const, version };
  expect(await answerByTelephone(agent, careRequestId, said)).toMatchObject({ ok: true, again: false });
  expect(await answerByTelephone(agent, careRequestId, said)).toMatchObject({ ok: true, again: true });
  expect(await db.contract.count({ where: { childId } })).toBe(1);
  const step = await db.requestStep.findFirst({ where: { careRequestId, transition: "accept" } });
  expect(step).toMatchObject({ by: "desk", accountId: "agent" });
  expect(await db.auditEntry.count({ where: { action: "answer-accept" } })).toBe(1);
});

it("only the desk that reads the request, and only the offer of that request", async () => {
  const { db, careRequestId, householdId } = await offered();
  const { id: offerId, version } = await readOfferToAnswer(agentVisit(db), careRequestId);
  const said = { offerId, answer: "decline" as const, version };
  const elsewhere = visitOf(db, { scope: { ...noScope, organisationIds: ["other"] } });
  for (const visit of [elsewhere, familyVisit(db, householdId)]) {
    await expect(readOfferToAnswer(visit, careRequestId)).rejects.toMatchObject({ status: 404 });
    await expect(answerByTelephone(visit, careRequestId, said)).rejects.toMatchObject({ status: 404 });
  }
  await expect(answerByTelephone(agentVisit(db), "other", said)).rejects.toMatchObject({ status: 404 });
  const ours = visitOf(db, { scope: { ...noScope, organisationIds: ["ccas"] } });
  expect(await answerByTelephone(ours, careRequestId, said)).toMatchObject({ ok: true, status: "declined" });
});
