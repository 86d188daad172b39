import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import {
  type CareRequestStatus,
  type StepMaker,
  type TransitionName,
  mayTransition,
  transitions,
} from "../rules/lifecycle.ts";
import { findStanding, insertStep, moveCareRequest } from "../store/steps.server.ts";

export type StepToRecord = {
  careRequestId: string;
  transition: TransitionName;
  by: StepMaker;
  accountId: string | null;
  at: Date;
  /** The version that the person saw; leave out for the clock, which takes the present one. */
  version?: number;
  /** The day before which the family is promised what comes next; null when nothing is due. */
  nextStepBy?: CalendarDay | null;
  reasonCode?: string;
  details?: Prisma.InputJsonValue;
};

export type RecordedStep =
  | { ok: true; from: CareRequestStatus; to: CareRequestStatus }
  /** Somebody else acted first, or the life cycle does not allow it: show the present state again. */
  | { ok: false; error: "requests:error.changedMeanwhile" };

/**
 * Moves a request along its life and appends the step to its history, inside the caller's transaction.
 * The only way a request changes status.
 */
export async function recordStep(tx: Database, step: StepToRecord): Promise<RecordedStep> {
  const { careRequestId, transition, by, accountId, at, reasonCode, details } = step;
  const standing = await findStanding(tx, careRequestId);
  const refused = { ok: false, error: "requests:error.changedMeanwhile" } as const;
  if (!standing || !mayTransition(transition, standing.status, by)) return refused;
  if (step.version !== undefined && step.version !== standing.version) return refused;
  const to = transitions[transition].to;
  const moved = await moveCareRequest(
    tx,
    { id: careRequestId, ...standing },
    { status: to, nextStepBy: step.nextStepBy ?? null },
  );
  if (!moved) return refused;
  await insertStep(tx, {
    careRequestId,
    at,
    transition,
    fromStatus: standing.status,
    toStatus: to,
    by,
    accountId,
    reasonCode,
    details,
  });
  return { ok: true, from: standing.status, to };
}
