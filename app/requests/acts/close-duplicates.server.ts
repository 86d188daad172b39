import { dayOf } from "#app/calendar/rules/instant.ts";
import { recordOffersWithdrawn } from "#app/allocation/acts/record-offers-withdrawn.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { duplicateClosed } from "../messages/duplicate-closed.ts";
import type { RequestToClose } from "../rules/duplicate-requests.ts";
import { duplicateReason } from "../rules/timeline.ts";
import { giveFacts } from "../store/duplicates.server.ts";
import { queueToGuardians } from "./queue-to-guardians.server.ts";
import { recordStep } from "./record-step.server.ts";

/** Closes the requests that double an older one, and tells the family; joins the caller's transaction. */
export async function closeDuplicates(
  tx: Database,
  toClose: readonly RequestToClose[],
  { at, accountId }: { at: Date; accountId: string },
): Promise<void> {
  for (const { closed, goesOn } of toClose) {
    const careRequestId = closed.id;
    const step = await recordStep(tx, {
      ...{ careRequestId, transition: "withdraw", by: "desk", accountId, at },
      ...{ version: closed.version, reasonCode: duplicateReason },
    });
    // Read in this same transaction: it cannot have moved.
    if (!step.ok) throw new Error(`Request ${careRequestId} doubles ${goesOn.id} and cannot be closed.`);
    await recordOffersWithdrawn(tx, { careRequestId, at });
    await giveFacts(tx, careRequestId, goesOn.id);
    await queueToGuardians(tx, careRequestId, {
      reason: "duplicate-closed",
      now: at,
      compose: (t, language, frame) =>
        duplicateClosed(t, language, frame, {
          reference: goesOn.reference,
          sentOn: dayOf(goesOn.submittedAt),
          link: `${env().publicUrl}/famille/demandes/${goesOn.id}`,
        }),
    });
  }
}
