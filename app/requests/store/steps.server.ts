import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { CareRequestStatus, StepMaker, TransitionName } from "../rules/lifecycle.ts";

export type NewStep = {
  careRequestId: string;
  at: Date;
  /** Besides the transitions: what begins a request, and what happens without moving it. */
  transition:
    | TransitionName
    | "submit"
    | "import"
    | "advise"
    | "cafReferral"
    | "confirm"
    | "receiveProof"
    | "acceptProof"
    | "refuseProof"
    | "notExamined";
  fromStatus: CareRequestStatus | null;
  toStatus: CareRequestStatus;
  by: StepMaker;
  accountId: string | null;
  reasonCode?: string;
  details?: Prisma.InputJsonValue;
};

export async function insertStep(tx: Database, step: NewStep): Promise<void> {
  await tx.requestStep.create({ data: step });
}

export async function insertSteps(tx: Database, steps: readonly NewStep[]): Promise<void> {
  await tx.requestStep.createMany({ data: [...steps] });
}

/** Moves a request only if it still stands where the caller saw it. Returns whether it did. */
export async function moveCareRequest(
  tx: Database,
  guard: { id: string; status: CareRequestStatus; version: number },
  change: { status: CareRequestStatus; nextStepBy: CalendarDay | null },
): Promise<boolean> {
  const { count } = await tx.careRequest.updateMany({
    where: guard,
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

/** Moves requests that stand in one status. Returns how many did. */
export async function moveCareRequests(
  tx: Database,
  guard: { ids: readonly string[]; status: CareRequestStatus },
  change: { status: CareRequestStatus; nextStepBy: CalendarDay | null },
): Promise<number> {
  const { count } = await tx.careRequest.updateMany({
    where: { id: { in: [...guard.ids] }, status: guard.status },
    data: { ...change, version: { increment: 1 } },
  });
  return count;
}

/** Where each of some requests stands. */
export async function listStandings(
  tx: Database,
  ids: readonly string[],
): Promise<Map<string, { status: CareRequestStatus; version: number }>> {
  const rows = await tx.careRequest.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, status: true, version: true },
  });
  return new Map(
    rows.map(({ id, status, version }) => [id, { status: status as CareRequestStatus, version }]),
  );
}

export async function findStanding(
  tx: Database,
  id: string,
): Promise<{ status: CareRequestStatus; version: number } | null> {
  const row = await tx.careRequest.findUnique({ where: { id }, select: { status: true, version: true } });
  return row && { status: row.status as CareRequestStatus, version: row.version };
}

export type StoredStep = {
  id: string;
  at: Date;
  transition: string;
  toStatus: string;
  by: string;
  reasonCode: string | null;
  details: unknown;
};

/** Latest first. */
export async function listSteps(db: Database, careRequestId: string): Promise<StoredStep[]> {
  return db.requestStep.findMany({
    where: { careRequestId },
    select: {
      id: true,
      at: true,
      transition: true,
      toStatus: true,
      by: true,
      reasonCode: true,
      details: true,
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
}
