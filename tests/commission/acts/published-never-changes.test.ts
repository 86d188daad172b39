import { expect, test } from "vitest";
import { publishMeeting } from "#app/commission/acts/publish-meeting.server.ts";
import { sha256 } from "#app/commission/acts/compute-run.server.ts";
import { stateAttendance } from "#app/commission/acts/state-attendance.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ranMeeting, smallTown, twelveRequests } from "../small-town.ts";

test("Nothing that a published meeting was decided from is changed, added or removed; only all of it goes", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const { meetingId, version } = await ranMeeting(town);
  const stated = await stateAttendance(town.visit, { meetingId, version }, [
    { name: "Ana", quality: "Élue", voting: true, present: true },
  ]);
  if (!stated.ok) throw new Error(stated.error);
  const run = await db.meetingRun.findFirstOrThrow({ where: { meetingId } });
  const candidate = await db.meetingCandidate.findFirstOrThrow({ where: { meetingId } });
  const adjustment = {
    ...{ meetingId, candidateId: candidate.id, kind: "forbid", facilityId: town.oak, motive: "unsuitable" },
    ...{ signedBy: "Ana", madeBy: "desk", madeAt: town.visit.now },
    ...{ removedAt: town.visit.now, removedBy: "desk" },
  };
  await db.meetingAdjustment.create({ data: adjustment });
  expect(await publishMeeting(town.visit, { meetingId, version: stated.version })).toMatchObject({
    ok: true,
  });

  const where = { meetingId };
  const attempts = [
    () => db.meetingRun.deleteMany({ where }),
    () =>
      db.meetingRun.create({
        data: { ...run, id: "late", number: 9, adjustments: [], summary: {}, certificate: [] },
      }),
    () => db.meetingAdjustment.deleteMany({ where }),
    () => db.meetingAdjustment.create({ data: adjustment }),
    () => db.meetingAttendee.deleteMany({ where }),
    () => db.meetingAttendee.updateMany({ where, data: { present: false } }),
    () => db.meetingAttendee.create({ data: { meetingId, name: "Léo", quality: "Élu" } }),
    () => db.meetingSection.deleteMany({ where }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow();
  expect([await db.meetingRun.count(), await db.meetingAdjustment.count()]).toEqual([1, 1]);

  await db.meeting.delete({ where: { id: meetingId } });
  expect([await db.meetingRun.count(), await db.meetingAttendee.count(), await db.offer.count()]).toEqual([
    0, 0, 6,
  ]);
});

test("No number of a candidate can be worked out from the seed that is published", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const { meetingId } = await ranMeeting(town);
  const { seed } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  const rows = await db.meetingCandidate.findMany({
    where: { meetingId },
    include: { careRequest: { select: { reference: true } } },
  });
  const orderOf = (text: (reference: string) => string): string[] =>
    rows
      .map(({ careRequestId, careRequest }) => ({ careRequestId, key: sha256(text(careRequest.reference)) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ careRequestId }) => careRequestId);
  const by = (value: (row: (typeof rows)[number]) => number): string[] =>
    [...rows].sort((a, b) => value(a) - value(b)).map(({ careRequestId }) => careRequestId);
  expect(by(({ lottery }) => lottery)).toEqual(orderOf((reference) => `${seed}:${reference}`));
  const numbers = by(({ number }) => Number(number));
  expect(numbers).not.toEqual(orderOf((reference) => `${seed}:number:${reference}`));
  expect(numbers).not.toEqual(by(({ lottery }) => lottery));
});
