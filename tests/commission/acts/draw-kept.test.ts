import { expect, test } from "vitest";
import { cancelMeeting } from "#app/commission/acts/cancel-meeting.server.ts";
import { freezeMeeting } from "#app/commission/acts/freeze-meeting.server.ts";
import { readMeeting } from "#app/commission/acts/read-meeting.server.ts";
import { readCancelledMeetings } from "#app/commission/acts/read-public-meetings.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { frozenMeeting, preparedMeeting, smallTown, twelveRequests } from "../small-town.ts";

const sealOf = async (db: Database, id: string): Promise<string> =>
  (await db.meeting.findUniqueOrThrow({ where: { id } })).seedCommitment;

const ranksOf = async (db: Database, meetingId: string): Promise<string[]> =>
  (await db.meetingCandidate.findMany({ where: { meetingId }, orderBy: { lottery: "asc" } })).map(
    ({ careRequestId }) => careRequestId,
  );

test("Who gives a frozen meeting up does not throw the draw again, and everybody can read why", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const first = await frozenMeeting(town);
  expect(await cancelMeeting(town.visit, first, "noQuorum")).toMatchObject({ ok: true });
  const seal = await sealOf(db, first.meetingId);
  expect(await readCancelledMeetings({ db })).toMatchObject([
    { id: first.meetingId, reason: "noQuorum", seedCommitment: seal },
  ]);
  const { meeting } = await readMeeting(town.visit, first.meetingId);
  expect(meeting.cancelled).toMatchObject({ reason: "noQuorum", by: town.visit.actor.displayName });

  const second = await frozenMeeting(town);
  expect(await sealOf(db, second.meetingId)).toBe(seal);
  expect(await ranksOf(db, second.meetingId)).toEqual(await ranksOf(db, first.meetingId));
  // What was given up stays as it was.
  await expect(
    db.meeting.update({ where: { id: first.meetingId }, data: { seed: "other" } }),
  ).rejects.toThrow();
});

test("A meeting prepared before another was given up takes its draw when it is frozen", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  await twelveRequests(db, town);
  const first = await frozenMeeting(town, { sections: [town.sections[0]!] });
  const other = await preparedMeeting(town, { sections: [town.sections[1]!] });
  const own = await sealOf(db, other.meetingId);
  await cancelMeeting(town.visit, first, "places");
  const seal = await sealOf(db, first.meetingId);
  const third = await preparedMeeting(town, { sections: [town.sections[0]!] });
  expect(await sealOf(db, third.meetingId)).toBe(seal);
  expect(await freezeMeeting(town.visit, other)).toMatchObject({ ok: true });
  expect([await sealOf(db, other.meetingId), await sealOf(db, third.meetingId)]).toEqual([seal, own]);
});

test("A meeting that was given up before its list was frozen leaves nothing behind", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  const first = await preparedMeeting(town);
  expect(await cancelMeeting(town.visit, first, "postponed")).toMatchObject({ ok: true });
  const second = await preparedMeeting(town);
  expect(await sealOf(db, second.meetingId)).not.toBe(await sealOf(db, first.meetingId));
  expect(await readCancelledMeetings({ db })).toEqual([]);
});
