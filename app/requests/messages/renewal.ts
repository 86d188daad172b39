import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { type MessageFrame, type MessageText, framed } from "./message.ts";

export type RenewalKind = "asked" | "first" | "second" | "lapsed";

/**
 * Asks whether a request still stands, reminds of it, or tells that it is closed for want of news.
 * @param answer the signed link, which needs no password
 * @param day the last day to answer; once closed, to open it again
 */
export function renewalLetter(
  t: Translate,
  language: Language,
  frame: MessageFrame,
  { kind, answer, day, sentOn }: { kind: RenewalKind; answer: string; day: CalendarDay; sentOn: CalendarDay },
): MessageText {
  const { reference } = frame;
  const values = {
    reference,
    answer,
    date: formatDay(day, language),
    since: formatDay(sentOn, language),
  };
  return {
    subject: t(`requests:renewal.mail.${kind}.subject`, values),
    text: framed(t, frame, t(`requests:renewal.mail.${kind}.text`, values)),
  };
}
