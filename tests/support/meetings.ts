import type { Database } from "#app/platform/database/client.server.ts";

/** A meeting with its list closed, one candidate in it, and one that is published with the run it published. */
export async function createMeetings(
  db: Database,
  { gridId, careRequestId, now }: { gridId: string; careRequestId: string; now: Date },
): Promise<void> {
  const meeting = {
    ...{ heldOn: "2030-01-07", careKind: "nursery", gridId, startFrom: "2030-01-07", startTo: "2030-06-30" },
    ...{
      answerDays: 10,
      quorum: 0,
      seedCommitment: "commitment",
      seed: "seed",
      createdAt: now,
      createdBy: "desk",
    },
    frozenAt: now,
  };
  await db.meeting.create({ data: { id: "meeting-frozen", status: "frozen", ...meeting } });
  const none = {
    rows: [],
    gates: [],
    localPoints: [],
    classes: [],
    basePoints: 0,
    seniority: { units: 0, points: 0 },
  };
  await db.meetingCandidate.create({
    data: {
      ...{ id: "file-frozen", meetingId: "meeting-frozen", careRequestId, number: "0001", state: "included" },
      ...{ engineId: "0001", points: 0, lottery: 1 },
      sheet: { gridId, gridCode: "town", gridVersion: 1, method: "points", day: "2030-01-07", ...none },
    },
  });
  const figures = { smallestCount: 5, bySection: [], adjustments: [] };
  const few = ["requests", "served", "partial", "notServed", "halfHoursAsked", "halfHoursGiven"];
  await db.meeting.create({
    data: {
      ...{ id: "meeting-published", status: "frozen", ...meeting },
      figures: { ...figures, ...Object.fromEntries(few.map((name) => [name, null])) },
      runs: {
        create: {
          ...{ id: "run-published", number: 1, createdAt: now, createdBy: "desk", adjustments: [] },
          ...{ instance: JSON.stringify({ facilities: [], requests: [] }), result: "", certified: true },
          certificate: [],
          summary: {
            ...{ requests: 0, candidates: 0, served: 0, partial: 0, firstWish: 0, transfers: 0, claims: 0 },
            ...{ halfHoursAsked: 0, halfHoursGiven: 0, halfHoursFree: 0, refusedOptions: 0, explained: 0 },
            ...{ surnombre: 0, engineMs: 1, totalMs: 1, bySection: [] },
          },
        },
      },
    },
  });
  await db.meeting.update({
    where: { id: "meeting-published" },
    data: { status: "published", publishedAt: now, publishedBy: "desk", chosenRunId: "run-published" },
  });
}
