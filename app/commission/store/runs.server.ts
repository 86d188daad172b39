// Runs of the engine and the hands laid on its input. A run is written once and never changed.
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { AdjustmentKind } from "../rules/meeting.ts";
import type { RunSummary } from "../rules/meeting-view.ts";

export type RunRow = {
  id: string;
  number: number;
  createdAt: Date;
  createdBy: string;
  adjustments: string[];
  summary: RunSummary;
  certified: boolean;
  failures: { fr: string; en: string }[];
};
export type RunFiles = { instance: string; result: string };

const light = {
  id: true,
  number: true,
  createdAt: true,
  createdBy: true,
  adjustments: true,
  summary: true,
  certified: true,
  certificate: true,
} satisfies Prisma.MeetingRunSelect;

const asRun = ({ certificate, ...row }: Prisma.MeetingRunGetPayload<{ select: typeof light }>): RunRow => ({
  ...row,
  adjustments: row.adjustments as string[],
  summary: row.summary as RunSummary,
  failures: (certificate as { ok: boolean; fr: string; en: string }[])
    .filter(({ ok }) => !ok)
    .map(({ fr, en }) => ({ fr, en })),
});

/** Without their files; the latest first. */
export async function listRuns(db: Database, meetingId: string): Promise<RunRow[]> {
  const rows = await db.meetingRun.findMany({
    where: { meetingId },
    select: light,
    orderBy: { number: "desc" },
  });
  return rows.map(asRun);
}

export async function findRun(
  db: Database,
  meetingId: string,
  id: string,
): Promise<(RunRow & RunFiles) | null> {
  const row = await db.meetingRun.findFirst({
    where: { id, meetingId },
    select: { ...light, instance: true, result: true },
  });
  return row && { ...asRun(row), instance: row.instance, result: row.result };
}

export async function insertRun(
  tx: Database,
  run: Omit<Prisma.MeetingRunUncheckedCreateInput, "id" | "number">,
): Promise<{ id: string; number: number }> {
  const latest = await tx.meetingRun.aggregate({
    where: { meetingId: run.meetingId },
    _max: { number: true },
  });
  const number = (latest._max.number ?? 0) + 1;
  const { id } = await tx.meetingRun.create({ data: { ...run, number }, select: { id: true } });
  return { id, number };
}

export type AdjustmentRow = {
  id: string;
  candidateId: string;
  kind: AdjustmentKind;
  facilityId: string;
  motive: string;
  signedBy: string;
  madeBy: string;
  madeAt: Date;
  removedAt: Date | null;
  removedBy: string | null;
};

/** In the order they were made, those taken away included. */
export async function listAdjustments(db: Database, meetingId: string): Promise<AdjustmentRow[]> {
  const rows = await db.meetingAdjustment.findMany({
    where: { meetingId },
    orderBy: [{ madeAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, kind: row.kind as AdjustmentKind }));
}

export async function insertAdjustment(
  tx: Database,
  adjustment: Prisma.MeetingAdjustmentUncheckedCreateInput,
): Promise<string> {
  const { id } = await tx.meetingAdjustment.create({ data: adjustment, select: { id: true } });
  return id;
}

/** Returns whether one that stood was taken away. */
export async function endAdjustment(
  tx: Database,
  { id, meetingId }: { id: string; meetingId: string },
  removed: { removedAt: Date; removedBy: string },
): Promise<boolean> {
  const { count } = await tx.meetingAdjustment.updateMany({
    where: { id, meetingId, removedAt: null },
    data: removed,
  });
  return count === 1;
}
