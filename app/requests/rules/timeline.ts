// The history of a request, as its timeline tells it. Words: `requests:step.<transition>`.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareRequestStatus, StepMaker } from "./lifecycle.ts";
import { changeReasons } from "./referral-reasons.ts";
import { refusalReasons } from "./proof-states.ts";

export type TimelineStep = {
  key: string;
  at: Date;
  transition: string;
  toStatus: CareRequestStatus;
  by: StepMaker;
  /** Reasons that a family may read: `requests:reason.<code>`. */
  reasonCode: string | null;
  /** Facts whose proof the step is about: `requests:fact.<code>.label`. */
  factCodes: string[];
  /** The day something is due. */
  dueOn: CalendarDay | null;
  /** Names of the organisations and facilities it was sent to. */
  to: string[];
};

/** Why the desk closes a request although the family goes on waiting with another one. */
export const duplicateReason = "duplicate";

/** Why a request closes by itself: another place of the child gives all its hours. */
export const satisfiedReason = "hours-given-elsewhere";

const told: readonly string[] = [...changeReasons, ...refusalReasons, duplicateReason, satisfiedReason];

/** What the steps of this room keep in `details`. */
export type StepDetails = { factCodes?: string[]; dueOn?: CalendarDay; to?: string[] };

export function timelineStep(row: {
  id: string;
  at: Date;
  transition: string;
  toStatus: string;
  by: string;
  reasonCode: string | null;
  details: unknown;
}): TimelineStep {
  const details = (row.details ?? {}) as StepDetails;
  return {
    key: row.id,
    at: row.at,
    transition: row.transition,
    toStatus: row.toStatus as CareRequestStatus,
    by: row.by as StepMaker,
    reasonCode: row.reasonCode !== null && told.includes(row.reasonCode) ? row.reasonCode : null,
    factCodes: details.factCodes ?? [],
    dueOn: details.dueOn ?? null,
    to: details.to ?? [],
  };
}
