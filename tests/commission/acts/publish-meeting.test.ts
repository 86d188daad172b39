import { expect, test } from "vitest";
import { answerOffer } from "#app/allocation/acts/answer-offer.server.ts";
import { adjustMeeting, removeAdjustment } from "#app/commission/acts/adjust-meeting.server.ts";
import { cancelMeeting } from "#app/commission/acts/cancel-meeting.server.ts";
import { offerNext, offerUrgent } from "#app/commission/acts/offer-next.server.ts";
import { readFreedPlaces, readNextFamily } from "#app/commission/acts/read-freed-places.server.ts";
import { readUrgentPlace } from "#app/commission/acts/read-urgent-place.server.ts";
import { publishMeeting } from "#app/commission/acts/publish-meeting.server.ts";
import { runMeeting } from "#app/commission/acts/run-meeting.server.ts";
import { stateAttendance } from "#app/commission/acts/state-attendance.server.ts";
import type { CandidateAnswer, MeetingFigures } from "#app/commission/rules/publication-view.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, frozenMeeting, inCare, ranMeeting, smallTown, twelveRequests } from "../small-town.ts";

test("Published in one go: six offers, six refusals, a letter each, and the seed of the draw", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const { meetingId, version } = await ranMeeting(town);
  const published = await publishMeeting(town.visit, { meetingId, version });
  expect(published).toMatchObject({ ok: true, offers: 6, refusals: 6 });
  const offers = await db.offer.findMany();
  expect(offers.every((offer) => offer.meetingId === meetingId && offer.endOn === "2027-08-31")).toBe(true);
  const statuses = await db.careRequest.groupBy({ by: ["status"], _count: true, orderBy: { status: "asc" } });
  expect(statuses).toEqual([
    { status: "notServed", _count: 6 },
    { status: "offered", _count: 6 },
  ]);
  const letters = await db.message.findMany();
  expect(letters.filter(({ id }) => id.startsWith("offer-sent:"))).toHaveLength(6);
  expect(letters.filter(({ id }) => id.startsWith("meeting-refused:"))).toHaveLength(6);

  // A retry changes nothing.
  expect(await publishMeeting(town.visit, { meetingId, version })).toMatchObject({ ok: false });
  expect(await db.message.count()).toBe(12);
  expect(await db.offer.count()).toBe(6);

  // A published meeting never changes.
  await expect(db.meeting.update({ where: { id: meetingId }, data: { quorum: 3 } })).rejects.toThrow();
  await expect(
    db.meetingCandidate.updateMany({ where: { meetingId }, data: { points: 99 } }),
  ).rejects.toThrow();
  const current = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const late = await cancelMeeting(town.visit, { meetingId, version: current.version }, "incident");
  expect(late).toMatchObject({ ok: false });
  const figures = current.figures as unknown as MeetingFigures;
  expect(figures).toMatchObject({ requests: 12, served: 6, notServed: 6 });
});

test("The numbers of a letter are those of the certificate", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [6, 2] });
  await twelveRequests(db, town);
  const { meetingId, version, runId } = await ranMeeting(town);
  await publishMeeting(town.visit, { meetingId, version });
  const run = await db.meetingRun.findUniqueOrThrow({ where: { id: runId } });
  const lines = run.result.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : [])) as {
    request?: string;
    refused?: {
      option: number;
      binding: { used: number; cap: number; threshold: { points: number } | null }[];
    }[];
  }[];
  const refused = await db.meetingCandidate.findMany({ where: { meetingId, outcome: "refused" } });
  expect(refused.length).toBeGreaterThan(0);
  for (const candidate of refused) {
    const { explanation, ranks } = candidate.answer as unknown as CandidateAnswer;
    const line = lines.find(({ request }) => request === candidate.engineId)!;
    const letter = await db.message.findUniqueOrThrow({ where: { id: `meeting-refused:${candidate.id}:1` } });
    for (const [at, told] of explanation.refused.entries()) {
      const bindings = line.refused![at]!.binding;
      expect(bindings.some(({ used, cap }) => used === told.used && cap === told.cap)).toBe(true);
      if (told.threshold) {
        expect(bindings.some(({ threshold }) => threshold?.points === told.threshold!.points)).toBe(true);
        expect(letter.text).toContain(`${told.threshold.points} point`);
      }
      expect(letter.text).toContain(`${told.cap} places`);
    }
    expect(ranks.length).toBe(2);
    expect(letter.text).toContain("L311-3-1");
  }
});

test("Nothing is published without a quorum, nor when the town has changed since the run", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const { meetingId, version } = await ranMeeting(town, { quorum: 2 });
  expect(await publishMeeting(town.visit, { meetingId, version })).toMatchObject({ blockers: ["quorum"] });
  const member = { quality: "Élue", voting: true, present: true };
  const stated = await stateAttendance(town.visit, { meetingId, version }, [
    { ...member, name: "Ana" },
    { ...member, name: "Léo" },
    { ...member, name: "Guy", voting: false },
  ]);
  if (!stated.ok) throw new Error(stated.error);
  await db.careRequest.update({ where: { id: "r12" }, data: { status: "withdrawn" } });
  expect(await publishMeeting(town.visit, { meetingId, version: stated.version })).toMatchObject({
    blockers: ["staleTown"],
  });
  const again = await runMeeting(town.visit, { meetingId, version: stated.version });
  if (!again.ok) throw new Error(again.error);
  expect(await publishMeeting(town.visit, { meetingId, version: again.version })).toMatchObject({ ok: true });
});

test("A place given by the commission bears a motive and a name; one that does not fit is refused", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 1] });
  for (const id of ["a", "b", "c"])
    await ask(db, id, { wishes: [town.lilac], facts: id === "a" ? ["both-parents-work"] : [] });
  const { meetingId, version } = await ranMeeting(town);
  const rows = await db.meetingCandidate.findMany({ where: { meetingId } });
  const of = (id: string): string => rows.find(({ careRequestId }) => careRequestId === id)!.id;
  const pin = { kind: "pin" as const, facilityId: town.lilac, signedBy: "Mme Adjointe" };
  expect(
    await adjustMeeting(town.visit, meetingId, {
      ...pin,
      version,
      candidateId: of("b"),
      motive: "unsuitable",
    }),
  ).toMatchObject({ ok: false, field: "motive" });
  expect(
    await adjustMeeting(town.visit, meetingId, {
      ...{ ...pin, version, candidateId: of("b"), motive: "protection" },
      facilityId: town.oak,
    }),
  ).toMatchObject({ ok: false, error: "commission:meeting.error.noOption" });
  const pinned = await adjustMeeting(town.visit, meetingId, {
    ...{ ...pin, version, candidateId: of("b"), motive: "protection" },
  });
  if (!pinned.ok) throw new Error(pinned.error);
  // The only place is given.
  expect(
    await adjustMeeting(town.visit, meetingId, {
      ...{ ...pin, version: pinned.version, candidateId: of("c"), motive: "protection" },
    }),
  ).toMatchObject({ ok: false, error: "commission:meeting.error.pinDoesNotFit" });
  expect(await publishMeeting(town.visit, { meetingId, version: pinned.version })).toMatchObject({
    blockers: ["staleAdjustments"],
  });
  const ran = await runMeeting(town.visit, { meetingId, version: pinned.version });
  if (!ran.ok) throw new Error(ran.error);
  expect(ran).toMatchObject({ certified: true, summary: { served: 1 } });
  const removed = await removeAdjustment(
    town.visit,
    { meetingId, version: ran.version },
    pinned.adjustmentId,
  );
  expect(removed).toMatchObject({ ok: true });
});

test("A cancelled meeting gives every request back to the list", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const seen = await frozenMeeting(town);
  expect(await cancelMeeting(town.visit, seen, "postponed")).toMatchObject({ ok: true });
  expect(await db.careRequest.count({ where: { status: "waiting" } })).toBe(12);
});

test("A place that a family declines goes to the next one by the same engine, once the coordinator confirms", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 1] });
  await ask(db, "first", { wishes: [town.lilac], facts: ["both-parents-work"] });
  await ask(db, "second", { wishes: [town.lilac], facts: ["single-parent"] });
  await ask(db, "third", { wishes: [town.lilac] });
  const { meetingId, version } = await ranMeeting(town);
  await publishMeeting(town.visit, { meetingId, version });
  const offer = await db.offer.findFirstOrThrow();
  const visit = { ...town.visit, scope: { ...town.visit.scope, householdIds: ["first-household"] } };
  const answered = await answerOffer(
    visit,
    { offerId: offer.id },
    { answer: "decline", version: offer.version },
  );
  expect(answered).toMatchObject({ ok: true });
  const { freed } = await readFreedPlaces(town.visit, meetingId);
  expect(freed).toMatchObject([{ offerId: offer.id, reason: "declined", replacedBy: null }]);
  const { next, after } = await readNextFamily(town.visit, meetingId, offer.id);
  expect(next).toMatchObject({ candidate: { careRequestId: "second" }, points: 10 });
  expect(after).toEqual([]);
  const seen = { offerId: offer.id, candidateId: next!.candidate.id, version: next!.candidate.version };
  const offered = await offerNext(town.visit, meetingId, seen);
  // Three days, between two meetings.
  expect(offered).toMatchObject({ ok: true, answerBy: "2026-09-17" });
  expect(await offerNext(town.visit, meetingId, seen)).toMatchObject({ ok: false });
  expect(await db.offer.count({ where: { replacesId: offer.id } })).toBe(1);
});

test("A need that cannot wait goes through the same engine, on what is left", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 1] });
  await inCare(db, "a", town.lilac);
  await ask(db, "urgent", { wishes: [town.lilac, town.oak] });
  const { place, explanation, version } = await readUrgentPlace(town.visit, "urgent");
  expect(place?.facility.id).toBe(town.oak);
  expect(explanation?.refused).toMatchObject([{ facility: town.lilac, kind: "kept", cap: 1 }]);
  const seen = { careRequestId: "urgent", version, sectionId: place!.section.id, motive: "protection" };
  expect(await offerUrgent(town.visit, { ...seen, motive: "unsuitable" })).toEqual({
    ok: false,
    error: "commission:meeting.error.motive",
  });
  expect(await offerUrgent(town.visit, seen)).toMatchObject({ ok: true });
  expect(
    await db.requestStep.findFirst({ where: { careRequestId: "urgent", toStatus: "offered" } }),
  ).toMatchObject({ reasonCode: "protection" });
  // It has its place: nothing is left to offer.
  expect(await readUrgentPlace(town.visit, "urgent")).toMatchObject({ waits: false, place: null });
  expect(await offerUrgent(town.visit, seen)).toMatchObject({ ok: false });
});
