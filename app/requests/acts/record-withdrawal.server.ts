import { recordOffersWithdrawn } from "#app/allocation/acts/record-offers-withdrawn.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { requestWithdrawn } from "../messages/request-withdrawn.ts";
import { queueToGuardians } from "./queue-to-guardians.server.ts";
import { type RecordedStep, recordStep } from "./record-step.server.ts";

/** Takes a request back, frees the places offered for it and confirms; joins the caller's transaction. */
export async function recordWithdrawal(
  tx: Database,
  withdrawal: {
    careRequestId: string;
    by: "family" | "desk";
    accountId: string | null;
    at: Date;
    version: number;
  },
): Promise<RecordedStep> {
  const { careRequestId, at } = withdrawal;
  const step = await recordStep(tx, { ...withdrawal, transition: "withdraw" });
  if (!step.ok) return step;
  await recordOffersWithdrawn(tx, { careRequestId, at });
  await queueToGuardians(tx, careRequestId, {
    reason: "request-withdrawn",
    now: at,
    compose: (t, _language, frame) => requestWithdrawn(t, frame, `${env().publicUrl}/demandes/nouvelle`),
  });
  return step;
}
