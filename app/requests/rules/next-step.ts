// What comes next for a family, and when. Words: `requests:status.<status>.next` and `.nextUndated`.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type CareRequestStatus, statusMeaning } from "./lifecycle.ts";

export type NextStep = { key: string; day: CalendarDay | null };

/**
 * The sentence to show below the label of a status; its `{{date}}` is `day`.
 * @param since the day of the last step: what is closed has no other date
 */
export function nextStepOf(
  status: CareRequestStatus,
  nextStepBy: CalendarDay | string | null,
  since: CalendarDay | null,
): NextStep {
  const closed = statusMeaning[status].outcome === "closed" || status === "ended";
  const day = (nextStepBy as CalendarDay | null) ?? (closed ? since : null);
  return { key: `requests:status.${status}.${day ? "next" : "nextUndated"}`, day };
}
