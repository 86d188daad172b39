import { within } from "#app/access/rules/permissions.ts";
import { type Visit, notFound } from "#app/access/visit.server.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { isHeldTwice } from "../rules/contract-refusal.ts";
import { mayMoveStay, occasionalTransitions, stayStandingAt } from "../rules/occasional.ts";
import { type OccasionalRow, findOccasionalStay, moveOccasionalStay } from "../store/occasional.server.ts";
import { moveOccasionalList } from "./move-occasional-list.server.ts";
import { recordOccasionalBooking } from "./record-occasional.server.ts";

/** By the link of the letter, which needs no account; or by a guardian who is signed in. */
export type AskKey = { token: string } | { stayId: string };

export type AskAnswered =
  | { ok: true; answer: "accept" | "decline"; again: boolean }
  | { ok: false; error: `attendance:occasional.error.${"late" | "answered" | "heldTwice"}` };

export async function requireAsk(db: Database, visit: Visit, key: AskKey): Promise<OccasionalRow> {
  const stay = await findOccasionalStay(
    db,
    "token" in key ? { tokenHash: hashToken(key.token) } : { id: key.stayId },
  );
  if (!stay || !("token" in key || within(visit.scope, { householdId: stay.householdId }))) throw notFound();
  return stay;
}

/**
 * A family's word on hours that have become free: yes books them, no asks the next family. The same answer twice is
 * the same answer.
 */
export async function answerOccasional(
  visit: Visit,
  key: AskKey,
  answer: "accept" | "decline",
): Promise<AskAnswered> {
  const { now } = visit;
  const answered = inTransaction(visit.db, async (tx): Promise<AskAnswered> => {
    const stay = await requireAsk(tx, visit, key);
    const { to } = occasionalTransitions[answer];
    if (stay.status === to) return { ok: true, answer, again: true };
    const standing = stayStandingAt(stay, now);
    if (standing === "late" || standing === "lapsed")
      return { ok: false, error: "attendance:occasional.error.late" };
    const moved =
      mayMoveStay(answer, stay.status, "family") &&
      (await moveOccasionalStay(tx, stay, { status: to, answeredAt: now }));
    if (!moved) return { ok: false, error: "attendance:occasional.error.answered" };
    if (answer === "accept") await recordOccasionalBooking(tx, stay, now);
    else await moveOccasionalList(tx, stay.facilityId, now);
    return { ok: true, answer, again: false };
  });
  return answered.catch((error: unknown) => {
    if (isHeldTwice(error)) return { ok: false, error: "attendance:occasional.error.heldTwice" };
    throw error;
  });
}
