import { expect, test } from "vitest";
import { noScope } from "#app/access/rules/permissions.ts";
import { certify } from "#app/audit/rules/certify.ts";
import { adjustMeeting } from "#app/commission/acts/adjust-meeting.server.ts";
import { sha256 } from "#app/commission/acts/compute-run.server.ts";
import { publishMeeting } from "#app/commission/acts/publish-meeting.server.ts";
import { readAnswers } from "#app/commission/acts/read-answers.server.ts";
import { readCandidate, readCandidates } from "#app/commission/acts/read-candidates.server.ts";
import { readDryRun } from "#app/commission/acts/read-dry-run.server.ts";
import { readMeeting } from "#app/commission/acts/read-meeting.server.ts";
import { readMeetingForm } from "#app/commission/acts/read-meeting-form.server.ts";
import { readMeetings } from "#app/commission/acts/read-meetings.server.ts";
import { readMinutes } from "#app/commission/acts/read-minutes.server.ts";
import {
  readPublicMeeting,
  readPublicMeetings,
  readSealedDraws,
} from "#app/commission/acts/read-public-meetings.server.ts";
import { readComparison, readRunFile } from "#app/commission/acts/read-run.server.ts";
import { runMeeting } from "#app/commission/acts/run-meeting.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { preparedMeeting, ranMeeting, smallTown, twelveRequests } from "../small-town.ts";

const everything = { state: null, facilityId: null, result: null, number: "", page: 1, runId: null };

test("While it is being prepared, a meeting says what freezing would do; its sections are not for another", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const { meetingId } = await preparedMeeting(town);
  const view = await readMeeting(town.visit, meetingId);
  expect(view).toMatchObject({ counts: { included: 12 }, blockers: null, quorum: { met: true } });
  expect(view.meeting).toMatchObject({
    status: "preparing",
    seed: null,
    may: expect.arrayContaining(["freeze"]),
  });
  const form = await readMeetingForm(town.visit, { careKind: "nursery" });
  expect(
    form.facilities.every(({ sections }) => sections.every(({ busyWith }) => busyWith?.id === meetingId)),
  ).toBe(true);
  expect((await readSealedDraws({ db }))[0]?.seedCommitment).toBe(view.meeting.seedCommitment);
  expect(await readPublicMeetings({ db })).toEqual([]);
});

test("A run is told request by request; a place given shows who loses by it", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [4, 0] });
  await twelveRequests(db, town);
  const first = await ranMeeting(town);
  const { meetingId } = first;
  const list = await readCandidates(town.visit, meetingId, everything);
  expect(list).toMatchObject({ total: 12, pages: 1, run: { number: 1 } });
  const served = await readCandidates(town.visit, meetingId, { ...everything, result: "served" });
  expect(served.candidates.map(({ points }) => points)).toEqual([20, 20, 20, 20]);
  const refused = list.candidates.find(({ held }) => held === null)!;
  const one = await readCandidate(town.visit, meetingId, refused.id);
  const atLilac = one.explanation?.refused.find(({ facility }) => facility === town.lilac);
  expect(atLilac).toMatchObject({ cap: 4, used: 4 });
  expect(await db.auditEntry.count({ where: { action: "commission" } })).toBe(1);
  const pinned = await adjustMeeting(town.visit, meetingId, {
    ...{ version: first.version, candidateId: refused.id, kind: "pin", facilityId: town.lilac },
    ...{ motive: "protection", signedBy: "Mme Adjointe" },
  });
  if (!pinned.ok) throw new Error(pinned.error);
  const second = await runMeeting(town.visit, { meetingId, version: pinned.version });
  if (!second.ok) throw new Error(second.error);
  const comparison = await readComparison(town.visit, meetingId, {
    before: first.runId,
    after: second.runId,
  });
  expect(comparison.gains.map(({ candidate }) => candidate.number)).toEqual([refused.number]);
  expect(comparison.loses).toHaveLength(1);
  expect(comparison.adjustmentsAdded).toMatchObject([
    { signedBy: "Mme Adjointe", motive: { code: "protection" } },
  ]);
  const [instance, result] = [
    await readRunFile(town.visit, meetingId, second.runId, "instance.json"),
    await readRunFile(town.visit, meetingId, second.runId, "result.jsonl"),
  ];
  expect(certify(instance.text, result.text, sha256(instance.text)).ok).toBe(true);
});

test("What is shown before publishing is what is published: to the family, in the minutes, to everybody", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [6, 0] });
  await twelveRequests(db, town);
  const { meetingId, version } = await ranMeeting(town);
  const dry = await readDryRun(town.visit, meetingId);
  expect(dry).toMatchObject({ blockers: [], letters: 12, withoutAddress: [] });
  expect([dry.offers.length, dry.refusals.length]).toEqual([6, 6]);
  const both = await Promise.all([
    publishMeeting(town.visit, { meetingId, version }),
    publishMeeting(town.visit, { meetingId, version }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.offer.count()).toBe(6);
  const minutes = await readMinutes(town.visit, meetingId, { named: true });
  expect(minutes.decisions.filter(({ outcome }) => outcome === "offered")).toHaveLength(6);
  expect(minutes.decisions[0]?.name).toBe("Lina Martin");
  const anonymous = await readMinutes(town.visit, meetingId, { named: false });
  expect(JSON.stringify(anonymous)).not.toContain("Martin");
  const shown = await readPublicMeeting({ db }, meetingId);
  expect(sha256(shown.seed)).toBe(shown.seedCommitment);
  const lilac = shown.figures.bySection.find(({ facility }) => facility === "Les Lilas");
  expect(lilac).toMatchObject({ served: 6, lastPoints: 10 });
  const family = { db, scope: { ...noScope, householdIds: ["r12-household"] } };
  const [answer] = await readAnswers(family, "r12");
  expect(answer).toMatchObject({ outcome: "refused", answer: { points: 0, lastServed: [{ points: 10 }] } });
  await expect(readAnswers(family, "r11")).rejects.toBeInstanceOf(Response);
  expect((await readMeetings(town.visit)).meetings[0]).toMatchObject({ status: "published", served: 6 });
});
