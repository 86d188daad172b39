import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { StepMaker } from "../rules/lifecycle.ts";
import { findStanding, insertStep, moveCareRequest } from "../store/steps.server.ts";

/**
 * Appends to the history something that happened without moving the request: an advice, a referral by the Caf, a need
 * confirmed, a birth told once the request has left the list of births expected, a meeting that could not examine it.
 */
export async function recordRemark(
  tx: Database,
  remark: {
    careRequestId: string;
    kind: "advise" | "cafReferral" | "confirm" | "declareBirth" | "notExamined";
    by: StepMaker;
    accountId: string | null;
    at: Date;
    /** The day that the family is promised; left out when the promise stands. */
    nextStepBy?: CalendarDay;
    reasonCode?: string;
    details?: Prisma.InputJsonValue;
  },
): Promise<void> {
  const standing = await findStanding(tx, remark.careRequestId);
  if (!standing) throw new Error(`No care request ${remark.careRequestId}`);
  const { kind, nextStepBy, ...rest } = remark;
  if (nextStepBy !== undefined)
    await moveCareRequest(
      tx,
      { id: remark.careRequestId, ...standing },
      { status: standing.status, nextStepBy },
    );
  await insertStep(tx, { ...rest, transition: kind, fromStatus: standing.status, toStatus: standing.status });
}
