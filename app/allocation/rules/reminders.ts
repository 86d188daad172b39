import { addDays, daysBetween } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import { lastAnswerDay } from "./offer.ts";

export const reminderKinds = ["halfway", "eve"] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Reminders leave at eight in the morning. */
const sentAtMinute = 8 * 60;

/**
 * The reminder due for an unanswered offer: half-way to the deadline, then the day before it.
 * Only the latest one that is due; never one that would come on the day of the offer, or after the deadline.
 */
export function reminderDue(offer: { createdAt: Date; answerBy: Date }, now: Date): ReminderKind | null {
  const [sentOn, lastDay] = [dayOf(offer.createdAt), lastAnswerDay(offer.answerBy)];
  const days = {
    halfway: addDays(sentOn, Math.floor(daysBetween(sentOn, lastDay) / 2)),
    eve: addDays(lastDay, -1),
  };
  if (now >= offer.answerBy) return null;
  const due = reminderKinds.filter(
    (kind) => days[kind] > sentOn && now >= instantAt(days[kind], sentAtMinute),
  );
  return due.at(-1) ?? null;
}
