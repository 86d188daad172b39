// A list that stays true: most families have confirmed their request, some are being asked, a few were not heard of.
import { addDays, addMonths, daysBetween } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import type { CareRequestStatus } from "#app/requests/rules/lifecycle.ts";
import { transitions } from "#app/requests/rules/lifecycle.ts";
import { renewBefore, reopenBefore } from "#app/requests/rules/renewal.ts";
import type { Build } from "./build.ts";
import { recordRemark, recordTransition } from "./history.ts";
import { random } from "./random.ts";
import type { Rows } from "./rows.ts";

type RequestRow = Rows["careRequest"][number];

/** The job that asks runs in the morning. */
const askedAtMinute = 8 * 60 + 15;
/** How many stand so. */
const wanted = { toRenew: 22, lapsed: 9 };
const onTheList: readonly CareRequestStatus[] = transitions.askRenewal.from;

/** Asked some days ago, and not answered yet; or not in time, and closed. */
function askAgain(build: Build, row: RequestRow, kind: keyof typeof wanted, lastAt: Date): boolean {
  const { today, parameters } = build;
  const { renewal } = parameters;
  const rng = random(build.seed, "renewal", row.id!);
  const [least, most] = kind === "toRenew" ? [1, 6] : [renewal.answerDays + 3, renewal.answerDays + 25];
  const askedOn = addDays(today, -rng.between(least, most));
  const askedAt = instantAt(askedOn, askedAtMinute);
  const sentOn = dayOf(row.submittedAt as Date);
  if (sentOn > addMonths(askedOn, -renewal.everyMonths) || lastAt >= askedAt) return false;
  const renewBy = renewBefore(askedOn, renewal);
  recordTransition(build, row, "askRenewal", { at: askedAt, by: "clock" });
  Object.assign(row, { renewalAskedAt: askedAt, renewBy, nextStepBy: renewBy });
  if (kind === "toRenew") return true;
  const lapsedOn = addDays(renewBy, 1);
  const reopenBy = reopenBefore(lapsedOn, renewal);
  recordTransition(build, row, "lapse", { at: instantAt(lapsedOn, askedAtMinute), by: "clock" });
  Object.assign(row, { reopenBy, nextStepBy: reopenBy });
  return true;
}

/** Said so some weeks ago, after whatever happened last. */
function confirm(build: Build, row: RequestRow, lastAt: Date): void {
  const rng = random(build.seed, "confirmation", row.id!);
  const sinceLast = daysBetween(dayOf(lastAt), build.today);
  const day = addDays(build.today, -rng.between(1, 80));
  const soonAfter = new Date(lastAt.getTime() + 30 * 60_000);
  const at = sinceLast > 1 && instantAt(day, 20 * 60) > lastAt ? instantAt(day, 20 * 60) : soonAfter;
  recordRemark(build, row, "confirm", { at, by: "family" });
  Object.assign(row, { confirmedAt: at, version: row.version! + 1 });
}

/** Comes last: what happened to each request is known by then. */
export function addRenewals(build: Build): void {
  const { rows, today, parameters } = build;
  const last = new Map(rows.requestStep.map(({ careRequestId, at }) => [careRequestId, at as Date]));
  const advised = new Set(rows.adviceCase.map(({ careRequestId }) => careRequestId));
  const left = { ...wanted };
  // Somewhat before they are due, so that the first days of the demonstration are calm.
  const due = addDays(addMonths(today, -parameters.renewal.everyMonths), 7);
  for (const row of rows.careRequest) {
    if (!onTheList.includes(row.status as CareRequestStatus)) continue;
    if (dayOf(row.submittedAt as Date) > due) continue;
    const lastAt = last.get(row.id!)!;
    const kind = left.lapsed > 0 && left.lapsed >= left.toRenew / 3 ? "lapsed" : "toRenew";
    const plain = row.status === "waiting" && !advised.has(row.id!) && left[kind] > 0;
    if (plain && askAgain(build, row, kind, lastAt)) left[kind]--;
    else confirm(build, row, lastAt);
  }
}
