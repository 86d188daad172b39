import { expect, test } from "vitest";
import { buildInstance } from "#app/commission/rules/meeting-instance.ts";
import { withPointsOf } from "#app/commission/rules/simulation-run.ts";
import { loadTown } from "#app/commission/acts/load-town.server.ts";
import { requireGrid, requireMeeting } from "#app/commission/acts/require-meeting.server.ts";
import type { MeetingTown } from "#app/commission/rules/meeting-town.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { ask, frozenMeeting, inCare, smallTown, twelveRequests } from "../small-town.ts";

test("Given the points of another grid, an instance is the one that would have been built", async () => {
  const { db } = await useTestDatabase();
  const source = "Délibération d'essai";
  const words = { fr: "Insertion", en: "Integration" };
  const reserves = [{ code: "insertion", class: "insertion" as const, words, of: 4, places: 1, source }];
  const small = await smallTown(db, { grid: { reserves } });
  await twelveRequests(db, small);
  await ask(db, "insertion", { wishes: [small.lilac], facts: ["integration-path"] });
  await inCare(db, "held", small.lilac);
  const { meetingId } = await frozenMeeting(small);
  const meeting = await requireMeeting(db, small.visit, meetingId);
  const grid = await requireGrid(db, meeting);
  const { town } = await loadTown(db, meeting, grid, small.visit.today);
  const other: MeetingTown = {
    ...town,
    grid: {
      code: "other",
      version: 3,
      reserves: [],
      maxShares: [{ class: "insertion", percent: 50, words, source }],
    },
    candidates: town.candidates.map((candidate, at) => ({
      ...candidate,
      points: at % 5,
      lottery: town.candidates.length - at,
      localPoints: [{ facilityId: small.oak, code: "quarter", points: at % 2 }],
    })),
  };
  expect(withPointsOf(buildInstance(town), other).instance).toEqual(buildInstance(other).instance);
});
