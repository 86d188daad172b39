import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { type MessageFrame, type MessageText, framed } from "./message.ts";

/** Tells a family that of two requests for one child the older goes on, with its seniority. */
export function duplicateClosed(
  t: Translate,
  language: Language,
  frame: MessageFrame,
  goesOn: { reference: string; sentOn: CalendarDay; link: string },
): MessageText {
  const values = {
    closed: frame.reference,
    reference: goesOn.reference,
    since: formatDay(goesOn.sentOn, language),
  };
  const { reference, link } = goesOn;
  return {
    subject: t("requests:duplicates.mail.subject", values),
    text: framed(t, { ...frame, reference, link }, t("requests:duplicates.mail.text", values)),
  };
}
