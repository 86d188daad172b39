// Why a contract cannot be made or changed so: what a page needs to say it, rule and day included.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { AmendmentRefusal } from "./plan-amendment.ts";
import type { PlaceBreach } from "./place-breach.ts";

/** Hours that the child has by another contract: where is told only to who may know it. */
export type HeldElsewhere = { day: CalendarDay; start: number; end: number; facilityName: string | null };

export type ContractRefusal =
  | AmendmentRefusal
  | { ok: false; error: `attendance:contract.error.${"changedMeanwhile" | "begun" | "ended"}` }
  | {
      ok: false;
      error: `attendance:contract.error.${"lastDayPast" | "lastDayLate" | "adaptationEnd" | "startPast"}`;
      day: CalendarDay;
    }
  /** `count`: days of notice, or of emergency care, that the rule gives. */
  | {
      ok: false;
      error: `attendance:contract.error.${"notice" | "tooLong"}`;
      day: CalendarDay;
      count: number;
      article: string;
    }
  | { ok: false; error: "attendance:contract.error.heldTwice"; held: HeldElsewhere | null }
  | { ok: false; error: "attendance:contract.error.limits"; breaches: PlaceBreach[] };

/**
 * The database refuses hours that a child already has (trigger "ContractHours_never_twice"). SQLite's words come
 * within the error, as Prisma takes what a trigger refuses for a foreign key.
 */
export function isHeldTwice(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const said = "meta" in error ? JSON.stringify(error.meta) : "";
  return `${error.message} ${said}`.includes("child-held-twice");
}

export const changedMeanwhile: ContractRefusal = {
  ok: false,
  error: "attendance:contract.error.changedMeanwhile",
};
