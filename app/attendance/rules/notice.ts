// Notice: how long before the last day an end must be told, as the rules of the service say.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { z } from "#app/zod.ts";

/** The parameter "contract-notice". */
export const contractNotice = z.object({ days: z.number().int().min(0), article: z.string().min(1) });
export type ContractNotice = z.output<typeof contractNotice>;

/** The parameter "emergency-care": how many days the care of a child unknown to the town may last. */
export const emergencyCare = z.object({ maxDays: z.number().int().positive(), article: z.string().min(1) });

/** Why a facility lets a family go before the end of its notice. */
export const shorterNoticeReasons = ["moving", "jobChange", "health", "otherPlace", "agreed"] as const;
export type ShorterNoticeReason = (typeof shorterNoticeReasons)[number];

/** The first day that may be the last, for a notice given on a day. */
export function earliestLastDay(noticeOn: CalendarDay, { days }: Pick<ContractNotice, "days">): CalendarDay {
  return addDays(noticeOn, days);
}
