// How long a family has to answer: the clock stops at night, and never runs past the hours asked about.
import { addDays } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt, minuteOf } from "#app/calendar/rules/instant.ts";
import type { OccasionalCare } from "./occasional.ts";

const minuteMs = 60_000;

/** @param start of the stay: an answer after it is of no use */
export function answerDeadline(
  askedAt: Date,
  start: Date,
  { answerMinutes, quietFrom, quietTo }: Pick<OccasionalCare, "answerMinutes" | "quietFrom" | "quietTo">,
): Date {
  let [at, left] = [askedAt, answerMinutes * minuteMs];
  while (quietFrom > quietTo) {
    const [day, minute] = [dayOf(at), minuteOf(at)];
    if (minute >= quietFrom) at = instantAt(addDays(day, 1), quietTo);
    else if (minute < quietTo) at = instantAt(day, quietTo);
    const evening = instantAt(dayOf(at), quietFrom);
    const awake = evening.getTime() - at.getTime();
    if (left <= awake) break;
    left -= awake;
    at = evening;
  }
  const answerBy = new Date(at.getTime() + left);
  return answerBy < start ? answerBy : start;
}
