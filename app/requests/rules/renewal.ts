// A list that stays true: families say every few months that they still need the place (parameter "renewal").
import { type CalendarDay, addDays, addMonths } from "#app/calendar/rules/day.ts";
import { z } from "#app/zod.ts";
import { type CareRequestStatus, type StepMaker, mayTransition } from "./lifecycle.ts";

const count = z.number().int().positive();

/** The parameter "renewal": months between two confirmations, then days. */
export const renewalSettings = z.object({
  everyMonths: count,
  /** To answer, from the day the question is sent. */
  answerDays: count,
  /** Before the last day to answer. */
  firstReminderDays: count,
  secondReminderDays: count,
  /** To open again what was closed for want of news. */
  reopenDays: count,
});
export type RenewalSettings = z.output<typeof renewalSettings>;

/** When the family last said that it needs the place: on sending its request, if not since. */
export function confirmedAtOf(request: { confirmedAt: Date | null; submittedAt: Date }): Date {
  return request.confirmedAt ?? request.submittedAt;
}

/** The day on which a family is asked again. */
export function askedAgainOn(
  confirmedOn: CalendarDay,
  { everyMonths }: Pick<RenewalSettings, "everyMonths">,
): CalendarDay {
  return addMonths(confirmedOn, everyMonths);
}

/** The last day to answer a question sent on a day. */
export function renewBefore(
  askedOn: CalendarDay,
  { answerDays }: Pick<RenewalSettings, "answerDays">,
): CalendarDay {
  return addDays(askedOn, answerDays);
}

/** The last day on which a request closed on a day may be opened again. */
export function reopenBefore(
  lapsedOn: CalendarDay,
  { reopenDays }: Pick<RenewalSettings, "reopenDays">,
): CalendarDay {
  return addDays(lapsedOn, reopenDays);
}

/** What a family, or an agent who has it on the telephone, may answer. */
export const renewalAnswers = ["stillNeeded", "withdraw"] as const;
export type RenewalAnswer = (typeof renewalAnswers)[number];

export const renewalReminders = ["first", "second"] as const;
export type RenewalReminder = (typeof renewalReminders)[number];

/** The latest reminder that is due; never on the day of the question itself, nor once it is too late. */
export function renewalReminderDue(
  { askedOn, renewBy }: { askedOn: CalendarDay; renewBy: CalendarDay },
  today: CalendarDay,
  { firstReminderDays, secondReminderDays }: RenewalSettings,
): RenewalReminder | null {
  if (today > renewBy) return null;
  const days = { first: addDays(renewBy, -firstReminderDays), second: addDays(renewBy, -secondReminderDays) };
  return renewalReminders.filter((each) => days[each] > askedOn && days[each] <= today).at(-1) ?? null;
}

/** Whether the last day to answer is over. */
export function isSilent({ renewBy }: { renewBy: CalendarDay | null }, today: CalendarDay): boolean {
  return renewBy !== null && renewBy < today;
}

/** What somebody may answer about a request: still needed (asked or not), or open it again while it is time. */
export function renewalAnswersOpen(
  { status, reopenBy }: { status: CareRequestStatus; reopenBy: CalendarDay | null },
  by: StepMaker,
  today: CalendarDay,
): { renew: boolean; confirm: boolean; reopen: boolean } {
  return {
    renew: mayTransition("renew", status, by),
    // What the clock may ask about may be answered before it asks.
    confirm: mayTransition("askRenewal", status, "clock"),
    reopen: mayTransition("reopen", status, by) && reopenBy !== null && today <= reopenBy,
  };
}
