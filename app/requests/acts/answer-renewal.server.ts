import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, type Visit, notFound } from "#app/access/visit.server.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { mayTransition, transitions } from "../rules/lifecycle.ts";
import { nextMeetingAfter } from "../rules/delays.ts";
import { type RenewalAnswer, renewalAnswersOpen } from "../rules/renewal.ts";
import { type RenewalStanding, confirmUnasked, findRenewal, setRenewal } from "../store/renewal.server.ts";
import { readDelays } from "./read-delays.server.ts";
import { recordRemark } from "./record-remark.server.ts";
import { recordStep } from "./record-step.server.ts";
import { recordWithdrawal } from "./record-withdrawal.server.ts";
import { isRenewalToken, namedByToken } from "./renewal-link.server.ts";

/** By the link of the letter, which needs no account; by a guardian who is signed in; or told by telephone. */
export type RenewalKey =
  | { by: "link"; visit: Visit; token: string }
  | { by: "family" | "desk"; visit: SignedVisit; careRequestId: string };

export type RenewalAnswered =
  | { ok: true; done: "renew" | "confirm" | "reopen" | "withdraw"; careRequestId: string; reference: string }
  | { ok: false; error: "requests:error.changedMeanwhile" | "requests:renewal.error.closed" };

const changed = { ok: false, error: "requests:error.changedMeanwhile" } as const;

/** The request that a key opens. @throws 404 when it opens none */
export async function requireRenewal(db: Database, key: RenewalKey): Promise<RenewalStanding> {
  const id = key.by === "link" ? namedByToken(key.token) : key.careRequestId;
  const request = await findRenewal(db, id);
  if (!request) throw notFound();
  const { householdId, handlerId } = request;
  const opens =
    key.by === "link"
      ? isRenewalToken(key.token, request)
      : within(key.visit.scope, key.by === "desk" ? { organisationId: handlerId } : { householdId });
  if (!opens) throw notFound();
  return request;
}

async function settle(
  tx: Database,
  key: RenewalKey,
  request: RenewalStanding,
  { answer, version }: { answer: RenewalAnswer; version: number },
): Promise<RenewalAnswered> {
  const { now, today, actor } = key.visit;
  const { id: careRequestId, reference, status } = request;
  const by = key.by === "desk" ? ("desk" as const) : ("family" as const);
  const open = renewalAnswersOpen(request, by, today);
  const step = { careRequestId, by, accountId: actor?.accountId ?? null, at: now };
  const done = <D extends string>(what: D) => ({ ok: true as const, done: what, careRequestId, reference });
  if (answer === "withdraw") {
    if (status === transitions.withdraw.to) return done("withdraw");
    if (!mayTransition("withdraw", status, by)) return { ok: false, error: "requests:renewal.error.closed" };
    const withdrawn = await recordWithdrawal(tx, { ...step, version });
    return withdrawn.ok ? done("withdraw") : withdrawn;
  }
  if (open.confirm) {
    // The same button twice, or both parents: it is said already.
    if (request.confirmedAt && dayOf(request.confirmedAt) === today) return done("confirm");
    if (!(await confirmUnasked(tx, request, now))) return changed;
    await recordRemark(tx, { ...step, kind: "confirm" });
    return done("confirm");
  }
  const move = open.renew ? "renew" : open.reopen ? "reopen" : null;
  if (move === null) return { ok: false, error: "requests:renewal.error.closed" };
  const nextStepBy = nextMeetingAfter(today, await readDelays(tx, today));
  const moved = await recordStep(tx, { ...step, transition: move, version, nextStepBy });
  if (!moved.ok) return moved;
  // Seniority counts from the day the request was sent: nothing of it moves.
  await setRenewal(tx, careRequestId, { confirmedAt: now, renewBy: null, reopenBy: null });
  return done(move);
}

/** Takes the answer of a family: still needed, open again, or withdrawn. The same answer twice is the same answer. */
export async function answerRenewal(
  key: RenewalKey,
  answer: { answer: RenewalAnswer; version: number },
): Promise<RenewalAnswered> {
  return inTransaction(key.visit.db, async (tx) => {
    const request = await requireRenewal(tx, key);
    const answered = await settle(tx, key, request, answer);
    if (answered.ok && key.by === "desk")
      await logFileRead({ ...key.visit, db: tx }, "careRequest", request.id, answered.done);
    return answered;
  });
}
