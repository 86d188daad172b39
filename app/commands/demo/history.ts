// The life of a request, step by step, along the life-cycle table: a step that the table refuses stops the generator.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import {
  type CareRequestStatus,
  type StepMaker,
  type TransitionName,
  mayTransition,
  transitions,
} from "#app/requests/rules/lifecycle.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";
import type { StepDetails } from "#app/requests/rules/timeline.ts";
import type { Build } from "./build.ts";
import type { Random } from "./random.ts";
import { idOf } from "./rows.ts";

type RequestRow = Prisma.CareRequestCreateManyInput;
type Step = {
  at: Date;
  by: StepMaker;
  accountId?: string | null;
  reasonCode?: string | null;
  details?: StepDetails;
};

function append(
  build: Build,
  request: RequestRow,
  transition: string,
  fromStatus: string | null,
  { at, by, accountId = null, reasonCode = null, details }: Step,
): void {
  const { requestStep } = build.rows;
  requestStep.push({
    id: idOf("step", requestStep.length + 1),
    careRequestId: request.id!,
    at,
    transition,
    fromStatus,
    toStatus: request.status,
    by,
    accountId,
    reasonCode,
    details,
  });
}

/** The request is sent: it has no life before. */
export function recordSubmission(build: Build, request: RequestRow): void {
  append(build, request, "submit", null, { at: request.submittedAt as Date, by: "family" });
}

export function recordTransition(
  build: Build,
  request: RequestRow,
  transition: TransitionName,
  step: Step,
): void {
  const from = request.status as CareRequestStatus;
  if (!mayTransition(transition, from, step.by)) throw new Error(`${transition} from ${from} by ${step.by}`);
  request.status = transitions[transition].to;
  request.version = (request.version ?? 1) + 1;
  append(build, request, transition, from, step);
}

/** What is said of a request without moving it. */
export function recordRemark(
  build: Build,
  request: RequestRow,
  kind: "advise" | "cafReferral" | "confirm",
  step: Step,
): void {
  append(build, request, kind, request.status, step);
}

/** Families write at any hour they are awake, mostly in the evening. */
export function familyMoment(day: CalendarDay, rng: Random): Date {
  return instantAt(day, rng.chance(0.6) ? rng.between(19 * 60, 23 * 60) : rng.between(7 * 60, 19 * 60));
}

/** Agents write during office hours. */
export function deskMoment(day: CalendarDay, rng: Random): Date {
  return instantAt(day, rng.between(9 * 60, 17 * 60));
}

/** A working day some days after another, but before the reference day. */
export function deskDay(
  build: Build,
  after: CalendarDay,
  least: number,
  most: number,
  rng: Random,
): CalendarDay {
  const day = build.agenda.afterWorkingDays(after, rng.between(least, most));
  return day < build.today ? day : addDays(build.today, -1);
}
