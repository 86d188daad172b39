import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { StepMaker } from "../rules/lifecycle.ts";
import { findStanding, insertStep } from "../store/steps.server.ts";

/**
 * Appends to the history something that happened without moving the request: an advice, a referral by the Caf, a need
 * confirmed, a birth told once the request has left the list of births expected.
 */
export async function recordRemark(
  tx: Database,
  remark: {
    careRequestId: string;
    kind: "advise" | "cafReferral" | "confirm" | "declareBirth";
    by: StepMaker;
    accountId: string | null;
    at: Date;
    reasonCode?: string;
    details?: Prisma.InputJsonValue;
  },
): Promise<void> {
  const standing = await findStanding(tx, remark.careRequestId);
  if (!standing) throw new Error(`No care request ${remark.careRequestId}`);
  const { kind, ...rest } = remark;
  await insertStep(tx, { ...rest, transition: kind, fromStatus: standing.status, toStatus: standing.status });
}
