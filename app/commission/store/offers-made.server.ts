import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database } from "#app/platform/database/client.server.ts";

export type OfferMade = {
  id: string;
  facility: { id: string; name: string };
  section: { id: string; name: string };
  pattern: WeeklyPattern;
  startOn: string;
  endOn: string | null;
  transferOf: string | null;
  answerBy: Date;
};

/** The offers that a meeting made, by their id, the first made first. */
export async function listOffersMade(db: Database, meetingId: string): Promise<Map<string, OfferMade>> {
  const rows = await db.offer.findMany({
    where: { meetingId },
    select: {
      id: true,
      facility: { select: { id: true, name: true } },
      section: { select: { id: true, name: true } },
      pattern: true,
      startOn: true,
      endOn: true,
      transferOf: true,
      answerBy: true,
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return new Map(rows.map((row) => [row.id, { ...row, pattern: row.pattern as WeeklyPattern }]));
}
