// The sealed draws of meetings: one that was frozen, then given up, is kept for the next meeting of the same care.
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { MeetingStatus } from "../rules/meeting.ts";

export type Draw = { seed: string; seedCommitment: string };

const frozenOnce = (careKind: CareKind) =>
  ({ careKind, status: "cancelled" satisfies MeetingStatus, frozenAt: { not: null } }) as const;

/** The draws that nobody may leave aside: no list has been frozen with them since; the oldest first. */
async function listKept(db: Database, careKind: CareKind): Promise<Draw[]> {
  const draws = await db.meeting.findMany({
    where: frozenOnce(careKind),
    select: { seed: true, seedCommitment: true },
    distinct: ["seed"],
    orderBy: [{ cancelledAt: "asc" }, { id: "asc" }],
  });
  const spent = await db.meeting.findMany({
    where: {
      seed: { in: draws.map(({ seed }) => seed) },
      status: { in: ["frozen", "published"] satisfies MeetingStatus[] },
    },
    select: { seed: true },
  });
  return draws.filter(({ seed }) => !spent.some((each) => each.seed === seed));
}

/** The kept draw that a new meeting takes; null when there is none that another one has not taken. */
export async function findKeptDraw(db: Database, careKind: CareKind): Promise<Draw | null> {
  const kept = await listKept(db, careKind);
  const taken = await db.meeting.findMany({
    where: { seed: { in: kept.map(({ seed }) => seed) }, status: "preparing" satisfies MeetingStatus },
    select: { seed: true },
  });
  return kept.find(({ seed }) => !taken.some((each) => each.seed === seed)) ?? null;
}

/**
 * The draw that a meeting is frozen with: its own, unless one is kept. The first list to close takes the kept one; a
 * meeting in preparation that had it takes the other's, as well sealed.
 */
export async function takeDraw(tx: Database, meeting: Draw & { careKind: CareKind }): Promise<Draw> {
  const { seed, seedCommitment, careKind } = meeting;
  const kept = await listKept(tx, careKind);
  const [first] = kept;
  if (!first || kept.some((each) => each.seed === seed)) return { seed, seedCommitment };
  await tx.meeting.updateMany({
    where: { seed: first.seed, status: "preparing" satisfies MeetingStatus },
    data: { seed, seedCommitment },
  });
  return first;
}
