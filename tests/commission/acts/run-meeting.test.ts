import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { askFamilies } from "#app/commission/acts/ask-families.server.ts";
import { readMeeting } from "#app/commission/acts/read-meeting.server.ts";
import { changePlaces } from "#app/commission/acts/prepare-meeting.server.ts";
import { freezeMeeting } from "#app/commission/acts/freeze-meeting.server.ts";
import { runMeeting } from "#app/commission/acts/run-meeting.server.ts";
import { answerRenewal } from "#app/requests/acts/answer-renewal.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { createGrid } from "#tests/support/grids.ts";
import {
  aMeeting,
  ask,
  frozenMeeting,
  inCare,
  preparedMeeting,
  ranMeeting,
  smallTown,
  townGrid,
  twelveRequests,
} from "../small-town.ts";

test("A dozen requests for six places: the best served, every refusal explained, certified", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const seen = await frozenMeeting(town);
  const ran = await runMeeting(town.visit, seen);
  expect(ran).toMatchObject({ ok: true, certified: true, number: 1 });
  if (!ran.ok) return;
  expect(ran.summary).toMatchObject({ candidates: 12, served: 6, claims: 0, surnombre: 0 });
  expect(ran.summary.explained).toBe(ran.summary.refusedOptions);
  const run = await db.meetingRun.findUniqueOrThrow({ where: { id: ran.runId } });
  const [header] = run.result
    .split("\n")
    .map((line) => (line ? (JSON.parse(line) as { inputHash?: string }) : {}));
  expect(header?.inputHash).toBe(createHash("sha256").update(run.instance).digest("hex"));
  const meeting = await db.meeting.findUniqueOrThrow({ where: { id: seen.meetingId } });
  expect(createHash("sha256").update(meeting.seed).digest("hex")).toBe(meeting.seedCommitment);
  expect(await db.careRequest.count({ where: { status: "inCommission" } })).toBe(12);
});

test("Freezing leaves out what no place answers, and whoever was asked and said nothing; nobody who was not asked", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await ask(db, "fresh", { wishes: [town.lilac] });
  await ask(db, "old", { wishes: [town.lilac], submittedAt: new Date("2026-03-01T08:00:00Z") });
  await ask(db, "silent", { wishes: [town.lilac], status: "toRenew" });
  await ask(db, "confirmed", {
    wishes: [town.lilac],
    submittedAt: new Date("2026-03-01T08:00:00Z"),
    confirmedAt: new Date("2026-09-01T08:00:00Z"),
  });
  await ask(db, "elder", { wishes: [town.lilac], birthDay: "2021-01-01" });
  await ask(db, "later", { wishes: [town.lilac], startOn: "2027-02-01" });
  const seen = await preparedMeeting(town);
  const frozen = await freezeMeeting(town.visit, seen);
  expect(frozen).toMatchObject({ ok: true, counts: { included: 3, toRenew: 1, gate: 0, noOption: 1 } });
  const statuses = await db.careRequest.findMany({
    select: { id: true, status: true },
    orderBy: { id: "asc" },
  });
  expect(Object.fromEntries(statuses.map(({ id, status }) => [id, status]))).toEqual({
    fresh: "inCommission",
    old: "inCommission",
    silent: "toRenew",
    confirmed: "inCommission",
    elder: "waiting",
    later: "waiting",
  });
});

test("Families are asked while the meeting is prepared; whoever answers before the freeze is examined", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  const old = { wishes: [town.lilac], submittedAt: new Date("2026-03-01T08:00:00Z") };
  for (const id of ["answers", "silent"]) await ask(db, id, old);
  await ask(db, "elder", { ...old, birthDay: "2021-01-01" });
  await ask(db, "fresh", { wishes: [town.lilac] });
  const seen = await preparedMeeting(town, { heldOn: "2026-09-25" as CalendarDay });
  expect(await readMeeting(town.visit, seen.meetingId)).toMatchObject({
    ...{ toAsk: 2, counts: { included: 3, toRenew: 0 } },
  });
  const asked = await askFamilies(town.visit, seen);
  expect(asked).toMatchObject({ ok: true, asked: 2 });
  if (!asked.ok) return;
  expect(await askFamilies(town.visit, seen)).toMatchObject({
    error: "commission:meeting.error.changedMeanwhile",
  });
  const request = await db.careRequest.findUniqueOrThrow({ where: { id: "answers" } });
  expect(request).toMatchObject({ status: "toRenew", renewBy: "2026-09-24" });
  expect(await readMeeting(town.visit, seen.meetingId)).toMatchObject({
    ...{ toAsk: 0, counts: { included: 1, toRenew: 2 } },
  });
  const family = { ...town.visit, scope: { ...town.visit.scope, householdIds: ["answers-household"] } };
  const key = { by: "family" as const, visit: family, careRequestId: "answers" };
  expect(await answerRenewal(key, { answer: "stillNeeded", version: request.version })).toMatchObject({
    ok: true,
    done: "renew",
  });
  const frozen = await freezeMeeting(town.visit, { ...seen, version: asked.version });
  expect(frozen).toMatchObject({ ok: true, counts: { included: 2, toRenew: 1, noOption: 1 } });
});

test("The day before a meeting is too late to ask its families", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  const seen = await preparedMeeting(town, { heldOn: addDays(town.visit.today, 1) });
  expect(await askFamilies(town.visit, seen)).toMatchObject({
    error: "commission:meeting.error.tooLateToAsk",
  });
});

test("A second coordinator's stale form changes nothing", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const seen = await preparedMeeting(town);
  const changed = await changePlaces(town.visit, seen, aMeeting([town.sections[0]!]));
  expect(changed).toMatchObject({ ok: true, version: 2 });
  expect(await changePlaces(town.visit, seen, aMeeting(town.sections))).toMatchObject({
    error: "commission:meeting.error.changedMeanwhile",
  });
  expect(await freezeMeeting(town.visit, seen)).toMatchObject({
    error: "commission:meeting.error.changedMeanwhile",
  });
  expect(await db.meetingSection.count()).toBe(1);
});

test("A grid adopted since does not reach a meeting that is open", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  const seen = await preparedMeeting(town);
  const { gridId } = await db.meeting.findUniqueOrThrow({ where: { id: seen.meetingId } });
  await createGrid(db, { ...townGrid, id: "grid-2", version: 2, validFrom: "2026-09-20" as CalendarDay });
  expect(await changePlaces(town.visit, seen, aMeeting(town.sections, { quorum: 3 }))).toMatchObject({
    ok: true,
  });
  expect(await db.meeting.findUniqueOrThrow({ where: { id: seen.meetingId } })).toMatchObject({
    gridId,
    quorum: 3,
  });
});

test("Children in care keep their places, and the letter can say how many they are", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  for (const id of ["a", "b", "c"]) await inCare(db, id, town.lilac);
  await twelveRequests(db, town);
  const { runId } = await ranMeeting(town);
  const run = await db.meetingRun.findUniqueOrThrow({ where: { id: runId } });
  expect(run.summary).toMatchObject({ served: 3 });
  expect(run.certified).toBe(true);
});

test("A family that would move keeps its place until it has accepted another", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 1] });
  const { childId } = await inCare(db, "a", town.oak);
  const before = await db.child.findUniqueOrThrow({ where: { id: childId } });
  await ask(db, "mover", {
    wishes: [town.lilac],
    childId,
    householdId: before.householdId,
    facts: ["both-parents-work"],
  });
  await ask(db, "other", { wishes: [town.lilac, town.oak] });
  const { runId } = await ranMeeting(town);
  const run = await db.meetingRun.findUniqueOrThrow({ where: { id: runId } });
  expect(run.summary).toMatchObject({ served: 1, transfers: 1 });
});

test("Brothers and sisters together, or nothing", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 2] });
  const group = { siblingGroupId: "g", siblingRule: "together" };
  await ask(db, "one", { ...group, wishes: [town.lilac, town.oak] });
  await ask(db, "two", { ...group, wishes: [town.lilac, town.oak], householdId: "one-household" });
  const { runId, meetingId } = await ranMeeting(town);
  const run = await db.meetingRun.findUniqueOrThrow({ where: { id: runId } });
  expect(run.summary).toMatchObject({ requests: 1, candidates: 2, served: 2 });
  const engineIds = await db.meetingCandidate.findMany({ where: { meetingId }, select: { engineId: true } });
  expect(new Set(engineIds.map(({ engineId }) => engineId)).size).toBe(1);
});

test("Together or nothing: a child is not examined alone when its sister starts after the meeting's window", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [3, 3] });
  const group = { siblingGroupId: "g", siblingRule: "together", wishes: [town.lilac] };
  await ask(db, "now", group);
  await ask(db, "later", { ...group, householdId: "now-household", startOn: "2027-03-01" });
  await ask(db, "other", { wishes: [town.oak] });
  const { meetingId } = await ranMeeting(town);
  const candidates = await db.meetingCandidate.findMany({
    where: { meetingId },
    orderBy: { careRequestId: "asc" },
    select: { careRequestId: true, state: true, stateReason: true },
  });
  expect(candidates).toEqual([
    { careRequestId: "now", state: "noOption", stateReason: "siblingNotReady" },
    { careRequestId: "other", state: "included", stateReason: null },
  ]);
});

test("Fewer days are a choice of the family, and fill what is left", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 0] });
  const days = (weekdays: (1 | 2 | 3 | 4 | 5)[]) => ({
    cycleWeeks: 1,
    slots: weekdays.map((weekday) => ({ week: 0, weekday, start: 480, end: 1080 })),
  });
  await inCare(db, "a", town.lilac, { pattern: days([1, 2]) });
  await ask(db, "flexible", { wishes: [town.lilac], minDays: 2, fewerDaysFirst: true });
  const { runId } = await ranMeeting(town);
  const run = await db.meetingRun.findUniqueOrThrow({ where: { id: runId } });
  expect(run.summary).toMatchObject({ served: 1, partial: 1 });
  expect(run.certified).toBe(true);
});
