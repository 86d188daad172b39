import { dayOf } from "#app/calendar/rules/instant.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import { listRequestsToEnd, listRequestsToStart } from "../store/contracts.server.ts";

export type StartedContracts = { started: number; ended: number };

/** On the first day of a contract its request is in care; on the day after the last one, it is ended. By the clock. */
export async function startContracts({ db, now }: { db: Database; now: Date }): Promise<StartedContracts> {
  const today = dayOf(now);
  const step = async (careRequestId: string, transition: "start" | "end"): Promise<number> => {
    // One transaction each: a request that moved meanwhile does not hold the others back.
    const recorded = await inTransaction(db, (tx) =>
      recordStep(tx, { careRequestId, transition, by: "clock", accountId: null, at: now }),
    );
    return recorded.ok ? 1 : 0;
  };
  const counts = { started: 0, ended: 0 };
  for (const id of await listRequestsToStart(db, today)) counts.started += await step(id, "start");
  for (const id of await listRequestsToEnd(db, today)) counts.ended += await step(id, "end");
  return counts;
}
