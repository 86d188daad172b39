// What comes next for a family, and when. Words: `requests:status.<status>.next` and `.nextUndated`.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type CareRequestStatus, statusMeaning, transitions } from "./lifecycle.ts";

export type NextStep = { key: string; day: CalendarDay | null };

const reopenable: readonly CareRequestStatus[] = transitions.reopen.from;

/**
 * The sentence to show below the label of a status; its `{{date}}` is `day`.
 * @param since the day of the last step: what is closed has no other date
 * @param today what could be opened again until a day that is over has no date any more
 */
export function nextStepOf(
  status: CareRequestStatus,
  nextStepBy: CalendarDay | string | null,
  since: CalendarDay | null,
  today: CalendarDay,
): NextStep {
  const closed = statusMeaning[status].outcome === "closed" || status === "ended";
  const promised = nextStepBy as CalendarDay | null;
  const day = reopenable.includes(status)
    ? promised && promised >= today
      ? promised
      : null
    : (promised ?? (closed ? since : null));
  return { key: `requests:status.${status}.${day ? "next" : "nextUndated"}`, day };
}
