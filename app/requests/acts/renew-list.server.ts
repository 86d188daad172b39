import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import { addDays, addMonths } from "#app/calendar/rules/day.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type RenewalKind, renewalLetter } from "../messages/renewal.ts";
import {
  type RenewalSettings,
  askedAgainOn,
  confirmedAtOf,
  isSilent,
  reopenBefore,
  renewalReminderDue,
  renewalSettings,
} from "../rules/renewal.ts";
import { mayTransition } from "../rules/lifecycle.ts";
import {
  type RenewalStanding,
  findRenewal,
  hasRenewalMessage,
  listAsked,
  listConfirmedBefore,
  setRenewal,
} from "../store/renewal.server.ts";
import { queueToGuardians } from "./queue-to-guardians.server.ts";
import { readGuardians } from "./read-guardians.server.ts";
import { recordRenewalAsked, renewalReason } from "./record-renewal-asked.server.ts";
import { recordStep } from "./record-step.server.ts";
import { renewalLink } from "./renewal-link.server.ts";

type Moment = { now: Date; settings: RenewalSettings };

async function write(
  tx: Database,
  request: RenewalStanding,
  kind: RenewalKind,
  { now, day }: { now: Date; day: RenewalStanding["renewBy"] },
): Promise<void> {
  const askedAt = request.renewalAskedAt!;
  await queueToGuardians(tx, request.id, {
    reason: renewalReason(kind, askedAt),
    now,
    compose: (t, language, frame) =>
      renewalLetter(t, language, frame, {
        ...{ kind, answer: renewalLink(request.id, askedAt), day: day!, sentOn: dayOf(request.submittedAt) },
      }),
  });
}

/** Closes what stayed without an answer; never a request whose family nobody could write to. */
async function lapse(tx: Database, id: string, { now, settings }: Moment): Promise<boolean> {
  const request = await findRenewal(tx, id);
  const today = dayOf(now);
  if (!request || !mayTransition("lapse", request.status, "clock") || !isSilent(request, today)) return false;
  if ((await readGuardians(tx, id)).guardians.length === 0) return false;
  const reopenBy = reopenBefore(today, settings);
  const step = await recordStep(tx, {
    ...{ careRequestId: id, transition: "lapse", by: "clock", accountId: null, at: now },
    nextStepBy: reopenBy,
  });
  if (!step.ok) return false;
  await setRenewal(tx, id, { reopenBy });
  await write(tx, request, "lapsed", { now, day: reopenBy });
  return true;
}

async function remind(tx: Database, id: string, { now, settings }: Moment): Promise<boolean> {
  const request = await findRenewal(tx, id);
  if (!request?.renewalAskedAt || !request.renewBy || !mayTransition("lapse", request.status, "clock"))
    return false;
  const { renewalAskedAt, renewBy } = request;
  const kind = renewalReminderDue({ askedOn: dayOf(renewalAskedAt), renewBy }, dayOf(now), settings);
  const reason = kind && `${renewalReason(kind, renewalAskedAt)}:${id}`;
  if (!kind || !reason || (await hasRenewalMessage(tx, reason))) return false;
  await write(tx, request, kind, { now, day: renewBy });
  return hasRenewalMessage(tx, reason);
}

async function ask(tx: Database, id: string, { now, settings }: Moment): Promise<boolean> {
  const request = await findRenewal(tx, id);
  if (!request || askedAgainOn(dayOf(confirmedAtOf(request)), settings) > dayOf(now)) return false;
  return (await recordRenewalAsked(tx, { careRequestId: id, at: now, by: "clock", accountId: null })).ok;
}

export type RenewalReport = { lapsed: number; reminded: number; asked: number };

/**
 * Keeps the list true: closes what had no answer, reminds, and asks those not heard of for months. Each request in a
 * transaction of its own; bears being run twice.
 */
export async function renewList({ db, now }: { db: Database; now: Date }): Promise<RenewalReport> {
  const today = dayOf(now);
  const settings = await readParameter(db, "renewal", today, renewalSettings);
  // Some days too many, as months are of unequal length: each request is looked at again.
  const before = instantAt(addDays(addMonths(today, -settings.everyMonths), 4), 0);
  const report = { lapsed: 0, reminded: 0, asked: 0 };
  for (const id of await listAsked(db)) {
    if (await inTransaction(db, (tx) => lapse(tx, id, { now, settings }))) report.lapsed++;
    else if (await inTransaction(db, (tx) => remind(tx, id, { now, settings }))) report.reminded++;
  }
  for (const id of await listConfirmedBefore(db, before))
    if (await inTransaction(db, (tx) => ask(tx, id, { now, settings }))) report.asked++;
  return report;
}
