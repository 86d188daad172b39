// Within how long each thing is promised (parameters "delays" and "public-holidays").
import { type CalendarDay, addDays, addMonths, firstOfMonth } from "#app/calendar/rules/day.ts";
import { type LocalLaw, isPublicHoliday } from "#app/calendar/rules/public-holidays.ts";
import { addWorkingDays } from "#app/calendar/rules/working-days.ts";
import { z } from "#app/zod.ts";

const count = z.number().int().positive();

/** The part of the parameter "delays" that requests live by. */
export const requestDelays = z.object({
  readWithinWorkingDays: count,
  proofWithinDays: count,
  birthWithinMonths: count.default(2),
  nextMeetingDay: count.max(28),
});

/** The parameter "public-holidays". */
export const publicHolidayLaw = z.object({ localLaw: z.literal("alsace-moselle").nullable() });

export type RequestDelays = z.output<typeof requestDelays> & { localLaw: LocalLaw };

/** The day before which a request, or a proof, that comes in on a day is read. */
export function readBefore(
  day: CalendarDay,
  { readWithinWorkingDays, localLaw }: RequestDelays,
): CalendarDay {
  return addWorkingDays(day, readWithinWorkingDays, (each) => isPublicHoliday(each, { localLaw }));
}

export function proofDueOn(day: CalendarDay, { proofWithinDays }: RequestDelays): CalendarDay {
  return addDays(day, proofWithinDays);
}

export function birthToldBefore(expectedOn: CalendarDay, { birthWithinMonths }: RequestDelays): CalendarDay {
  return addMonths(expectedOn, birthWithinMonths);
}

/** The day of the next allocation meeting, after `day`. */
export function nextMeetingAfter(
  day: CalendarDay,
  { nextMeetingDay }: Pick<RequestDelays, "nextMeetingDay">,
): CalendarDay {
  const thisMonth = addDays(firstOfMonth(day), nextMeetingDay - 1);
  return thisMonth > day ? thisMonth : addMonths(thisMonth, 1);
}
