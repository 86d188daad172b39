import { type CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { renewalLetter } from "../messages/renewal.ts";
import { renewBefore, renewalSettings } from "../rules/renewal.ts";
import { findRenewal, setRenewal } from "../store/renewal.server.ts";
import { queueToGuardians } from "./queue-to-guardians.server.ts";
import { type RecordedStep, recordStep } from "./record-step.server.ts";
import { renewalLink } from "./renewal-link.server.ts";

/** The id of each message of one question begins with it. */
export const renewalReason = (kind: string, askedAt: Date): string => `renewal-${kind}-${askedAt.getTime()}`;

/**
 * Asks a family whether its request still stands, with a link that needs no password; joins the caller's transaction.
 * Refused, as any step, when the request is not on the list: then nothing is written.
 * @param asked `renewBy`: the last day to answer, when it is not the usual one (before a meeting)
 */
export async function recordRenewalAsked(
  tx: Database,
  asked: {
    careRequestId: string;
    at: Date;
    by: "desk" | "clock";
    accountId: string | null;
    version?: number;
    renewBy?: CalendarDay;
  },
): Promise<RecordedStep> {
  const { careRequestId, at, by, accountId, version } = asked;
  const today = dayOf(at);
  const settings = await readParameter(tx, "renewal", today, renewalSettings);
  const renewBy = asked.renewBy ?? renewBefore(today, settings);
  const step = await recordStep(tx, {
    ...{ careRequestId, transition: "askRenewal", by, accountId, at, version },
    nextStepBy: renewBy,
  });
  if (!step.ok) return step;
  await setRenewal(tx, careRequestId, { renewalAskedAt: at, renewBy });
  const request = (await findRenewal(tx, careRequestId))!;
  const answer = renewalLink(careRequestId, at);
  await queueToGuardians(tx, careRequestId, {
    reason: renewalReason("asked", at),
    now: at,
    compose: (t, language, frame) =>
      renewalLetter(t, language, frame, {
        ...{ kind: "asked", answer, day: renewBy, sentOn: dayOf(request.submittedAt) },
      }),
  });
  return step;
}
