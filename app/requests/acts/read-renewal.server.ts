import type { Visit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type CareRequestStatus, mayTransition, transitions } from "../rules/lifecycle.ts";
import { type NextStep, nextStepOf } from "../rules/next-step.ts";
import { askedAgainOn, confirmedAtOf, renewalAnswersOpen, renewalSettings } from "../rules/renewal.ts";
import { type RenewalStanding, findRenewal } from "../store/renewal.server.ts";
import { requireRenewal } from "./answer-renewal.server.ts";

/** What the buttons of a renewal need, on whichever page they stand. */
export type RenewalView = {
  version: number;
  may: ReturnType<typeof renewalAnswersOpen>;
  sentOn: CalendarDay;
  confirmedOn: CalendarDay;
  askedAgainOn: CalendarDay;
  renewBy: CalendarDay | null;
  reopenBy: CalendarDay | null;
};

export type RenewalPageView = {
  id: string;
  reference: string;
  kind: CareKind;
  status: CareRequestStatus;
  childFirstName: string;
  next: NextStep;
  renewal: RenewalView;
  mayWithdraw: boolean;
  /** It has been answered: renewed, opened again, or withdrawn. */
  answered: boolean;
};

async function viewOf(db: Database, today: CalendarDay, request: RenewalStanding): Promise<RenewalView> {
  const settings = await readParameter(db, "renewal", today, renewalSettings);
  const confirmedOn = dayOf(confirmedAtOf(request));
  const { version, renewBy, reopenBy } = request;
  return {
    version,
    may: renewalAnswersOpen(request, "family", today),
    sentOn: dayOf(request.submittedAt),
    confirmedOn,
    askedAgainOn: askedAgainOn(confirmedOn, settings),
    renewBy,
    reopenBy,
  };
}

/** The renewal of a request whose page the caller already shows. */
export async function readRenewal(
  { db, today }: Pick<Visit, "db" | "today">,
  careRequestId: string,
): Promise<RenewalView | null> {
  const request = await findRenewal(db, careRequestId);
  return request && viewOf(db, today, request);
}

/** What the link of a letter shows: the question, and nothing else of the family. */
export async function readRenewalPage(visit: Visit, token: string): Promise<RenewalPageView> {
  const request = await requireRenewal(visit.db, { by: "link", visit, token });
  const { id, reference, kind, status, childFirstName, renewalAskedAt, confirmedAt, nextStepBy } = request;
  const renewal = await viewOf(visit.db, visit.today, request);
  const withdrawn = status === transitions.withdraw.to;
  return {
    ...{ id, reference, kind, status, childFirstName, renewal },
    next: nextStepOf(status, nextStepBy, null, visit.today),
    mayWithdraw: mayTransition("withdraw", status, "family"),
    answered: withdrawn || (confirmedAt !== null && renewalAskedAt !== null && confirmedAt >= renewalAskedAt),
  };
}
