import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { changePlaces } from "#app/commission/acts/prepare-meeting.server.ts";
import { freezeMeeting } from "#app/commission/acts/freeze-meeting.server.ts";
import { runMeeting } from "#app/commission/acts/run-meeting.server.ts";
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

test("Freezing asks first whether an old need still stands, and leaves out what no place answers", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await ask(db, "fresh", { wishes: [town.lilac] });
  await ask(db, "old", { wishes: [town.lilac], submittedAt: new Date("2026-03-01T08:00:00Z") });
  await ask(db, "confirmed", {
    wishes: [town.lilac],
    submittedAt: new Date("2026-03-01T08:00:00Z"),
    confirmedAt: new Date("2026-09-01T08:00:00Z"),
  });
  await ask(db, "elder", { wishes: [town.lilac], birthDay: "2021-01-01" });
  await ask(db, "later", { wishes: [town.lilac], startOn: "2027-02-01" });
  const seen = await preparedMeeting(town);
  const frozen = await freezeMeeting(town.visit, seen);
  expect(frozen).toMatchObject({ ok: true, counts: { included: 2, toRenew: 1, gate: 0, noOption: 1 } });
  const statuses = await db.careRequest.findMany({
    select: { id: true, status: true },
    orderBy: { id: "asc" },
  });
  expect(Object.fromEntries(statuses.map(({ id, status }) => [id, status]))).toEqual({
    fresh: "inCommission",
    old: "toRenew",
    confirmed: "inCommission",
    elder: "waiting",
    later: "waiting",
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
