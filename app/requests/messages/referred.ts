import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { type MessageFrame, type MessageText, framed } from "./message.ts";

/** Tells a family who follows its request now, and the next date. */
export function referred(
  t: Translate,
  language: Language,
  frame: MessageFrame,
  outcome: { transition: "refer" | "awaitBirth"; names: string[]; day: CalendarDay },
): MessageText {
  const kind = outcome.transition === "refer" ? "referred" : "awaitBirth";
  const values = {
    reference: frame.reference,
    names: outcome.names.join(t("requests:listJoint")),
    date: formatDay(outcome.day, language),
  };
  return {
    subject: t(`requests:mail.${kind}.subject`, values),
    text: framed(t, frame, t(`requests:mail.${kind}.text`, values)),
  };
}
