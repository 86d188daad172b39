// What an amendment from a day does to the rows of an agreement: nothing before that day changes.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type AgreementRow, heldRows, rowOn, samePattern } from "./agreement.ts";

export type Amendment = {
  from: CalendarDay;
  sectionId: string;
  pattern: WeeklyPattern;
  /** The last day of the agreement; null: without end. */
  endOn: CalendarDay | null;
};

export type AmendmentError =
  `attendance:contract.error.${"tooEarly" | "beforeStart" | "afterEnd" | "endBeforeStart" | "laterChange" | "shorter"}`;

export type AmendmentRefusal = { ok: false; error: AmendmentError; day: CalendarDay };

export type AmendmentPlan =
  | AmendmentRefusal
  /** It is so already. */
  | { ok: true; change: null }
  | {
      ok: true;
      change: {
        /** Ends on the eve. */
        ended: AgreementRow;
        added: Pick<AgreementRow, "sectionId" | "pattern" | "startOn" | "endOn" | "stage">;
        /** A change to come that now runs longer. */
        extended: { row: AgreementRow; endOn: CalendarDay | null } | null;
      };
    };

const refuse = (
  error: AmendmentError extends `attendance:contract.error.${infer E}` ? E : never,
  day: CalendarDay,
): AmendmentRefusal => ({ ok: false, error: `attendance:contract.error.${error}`, day });

/** @param firstDay the first day that may still change */
export function planAmendment(
  rows: AgreementRow[],
  { from, sectionId, pattern, endOn }: Amendment,
  firstDay: CalendarDay,
): AmendmentPlan {
  const held = heldRows(rows);
  const [first, last] = [held[0]!, held.at(-1)!];
  const running = rowOn(held, from);
  const already =
    running &&
    running.sectionId === sectionId &&
    samePattern(running.pattern, pattern) &&
    endOn === last.endOn;
  if (already) return { ok: true, change: null };
  if (from < firstDay) return refuse("tooEarly", firstDay);
  if (from < first.startOn) return refuse("beforeStart", first.startOn);
  if (!running) return refuse("afterEnd", last.endOn ?? from);
  if (endOn !== null && endOn < from) return refuse("endBeforeStart", from);
  const next = held.find(({ startOn }) => startOn > from);
  if (endOn !== null && next && endOn < last.startOn) return refuse("laterChange", last.startOn);
  // A shorter agreement is one that is given up: the notice period holds.
  if (endOn !== null && (last.endOn === null || endOn < last.endOn))
    return refuse("shorter", last.endOn ?? endOn);
  const until = next ? addDays(next.startOn, -1) : endOn;
  return {
    ok: true,
    change: {
      ended: running,
      added: { sectionId, pattern, startOn: from, endOn: until, stage: running.stage },
      extended: next && endOn !== last.endOn ? { row: last, endOn } : null,
    },
  };
}
