import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { recordContractsGiven } from "#app/attendance/acts/record-contracts-given.server.ts";
import { isHeldTwice } from "#app/attendance/rules/contract-refusal.ts";
import { readDuplicatePair } from "#app/families/acts/read-duplicates.server.ts";
import { recordChildrenMerged } from "#app/families/acts/record-children-merged.server.ts";
import { recordPairDecided } from "#app/families/acts/record-pair-decided.server.ts";
import { olderOf } from "#app/families/rules/duplicates.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { nextMeetingAfter } from "../rules/delays.ts";
import { requestsToClose, statusesSeen, withPlaceToAnswer } from "../rules/duplicate-requests.ts";
import { mayTransition } from "../rules/lifecycle.ts";
import { listRequestsOfChildren } from "../store/duplicates.server.ts";
import { closeDuplicates } from "./close-duplicates.server.ts";
import { readDelays } from "./read-delays.server.ts";
import { recordStep } from "./record-step.server.ts";

/** Two children; or twice the same, for a child with two open requests of one kind. */
export type DuplicateIds = [string, string];

export type DuplicateDecided =
  | { ok: true; notice: `requests:duplicates.done.${"merged" | "closed" | "apart"}` }
  | {
      ok: false;
      error: `requests:duplicates.error.${"decided" | "offered" | "heldTwice"}`;
      reference?: string;
    };

const decided = { ok: false, error: "requests:duplicates.error.decided" } as const;

function requireTown({ scope }: SignedVisit): void {
  if (!scope.town) throw notFound();
}

/** A child that turns out to be born goes to the next meeting with all that was asked for it. */
async function tellBirth(tx: Database, visit: SignedVisit, childId: string): Promise<void> {
  const { now: at, today, actor } = visit;
  const nextStepBy = nextMeetingAfter(today, await readDelays(tx, today));
  for (const { id: careRequestId, status } of await listRequestsOfChildren(tx, [childId])) {
    if (!mayTransition("declareBirth", status, "desk")) continue;
    const by = { by: "desk", accountId: actor.accountId } as const;
    await recordStep(tx, { careRequestId, transition: "declareBirth", ...by, at, nextStepBy });
  }
}

async function merge(tx: Database, visit: SignedVisit, ids: DuplicateIds): Promise<DuplicateDecided> {
  const { now: at, actor } = visit;
  const by = { at, accountId: actor.accountId };
  const pair = await readDuplicatePair(tx, statusesSeen, ids);
  if (!pair) return decided;
  const { kept, dropped } = olderOf(pair.one, pair.other);
  const toClose = requestsToClose(await listRequestsOfChildren(tx, ids));
  const answering = withPlaceToAnswer(toClose);
  if (answering)
    return { ok: false, error: "requests:duplicates.error.offered", reference: answering.reference };
  if (kept.id !== dropped.id) {
    await recordContractsGiven(tx, { fromChildId: dropped.id, toChildId: kept.id });
    const { born } = await recordChildrenMerged(tx, { kept, dropped, ...by });
    if (born) await tellBirth(tx, visit, kept.id);
  }
  // Read again: telling the birth has moved some of them.
  const left = await listRequestsOfChildren(tx, [kept.id]);
  await closeDuplicates(tx, requestsToClose(left), by);
  for (const { id } of left) await logFileRead({ ...visit, db: tx }, "careRequest", id, "merge");
  const done = kept.id === dropped.id ? "closed" : "merged";
  return { ok: true, notice: `requests:duplicates.done.${done}` };
}

/**
 * Two children are one: the one whose family asked first stays, with its seniority; everything asked for the other is
 * asked for it, and of two open requests of a kind the older goes on. All of it, or nothing.
 */
export async function mergeDuplicate(visit: SignedVisit, ids: DuplicateIds): Promise<DuplicateDecided> {
  requireTown(visit);
  const merged = inTransaction(visit.db, (tx) => merge(tx, visit, ids));
  return merged.catch((error: unknown) => {
    if (isHeldTwice(error)) return { ok: false, error: "requests:duplicates.error.heldTwice" } as const;
    throw error;
  });
}

/** They are two children, or both requests are wanted: nobody is asked about them again. */
export async function keepApart(visit: SignedVisit, ids: DuplicateIds): Promise<DuplicateDecided> {
  requireTown(visit);
  return inTransaction(visit.db, async (tx): Promise<DuplicateDecided> => {
    if (!(await readDuplicatePair(tx, statusesSeen, ids))) return decided;
    await recordPairDecided(tx, { ids, at: visit.now, accountId: visit.actor.accountId });
    for (const { id } of await listRequestsOfChildren(tx, ids))
      await logFileRead({ ...visit, db: tx }, "careRequest", id, "keepApart");
    return { ok: true, notice: "requests:duplicates.done.apart" };
  });
}
