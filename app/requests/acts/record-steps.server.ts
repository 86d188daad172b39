import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import {
  type CareRequestStatus,
  type StepMaker,
  type TransitionName,
  mayTransition,
  transitions,
} from "../rules/lifecycle.ts";
import { insertSteps, listStandings, moveCareRequests } from "../store/steps.server.ts";

export type StepOfMany = {
  careRequestId: string;
  version: number;
  nextStepBy: CalendarDay | null;
  details?: Prisma.InputJsonValue;
};

/** Rows of one statement. */
const atOnce = 200;

/**
 * Moves many requests along the same transition, inside the caller's transaction: `recordStep` for hundreds of them.
 * @throws when one of them stands elsewhere than it was seen: the whole transaction is undone
 */
export async function recordSteps(
  tx: Database,
  made: { transition: TransitionName; by: StepMaker; accountId: string | null; at: Date },
  steps: readonly StepOfMany[],
): Promise<void> {
  const { transition, by } = made;
  const { to } = transitions[transition];
  for (let from = 0; from < steps.length; from += atOnce) {
    const some = steps.slice(from, from + atOnce);
    const standings = await listStandings(
      tx,
      some.map(({ careRequestId }) => careRequestId),
    );
    const groups = new Map<string, { status: CareRequestStatus; own: StepOfMany[] }>();
    for (const step of some) {
      const standing = standings.get(step.careRequestId);
      if (standing?.version !== step.version || !mayTransition(transition, standing.status, by))
        throw new Error(`Request ${step.careRequestId} moved within a transaction.`);
      const key = `${standing.status} ${step.nextStepBy ?? ""}`;
      const group = groups.get(key) ?? { status: standing.status, own: [] };
      group.own.push(step);
      groups.set(key, group);
    }
    for (const { status, own } of groups.values()) {
      const ids = own.map(({ careRequestId }) => careRequestId);
      const { nextStepBy } = own[0]!;
      const moved = await moveCareRequests(tx, { ids, status }, { status: to, nextStepBy });
      if (moved !== own.length) throw new Error("Requests moved within a transaction.");
      await insertSteps(
        tx,
        own.map(({ careRequestId, details }) => ({
          ...{ ...made, careRequestId, details },
          ...{ fromStatus: status, toStatus: to },
        })),
      );
    }
  }
}
