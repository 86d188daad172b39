import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { RefusalReason } from "../rules/proof-states.ts";
import { type MessageFrame, type MessageText, framed } from "./message.ts";

/** Asks for documents, or for one again with the reason why the first did not do. */
export function proofAsked(
  t: Translate,
  language: Language,
  frame: MessageFrame,
  asked: { facts: { code: string; proof: string }[]; dueOn: CalendarDay; refusal: RefusalReason | null },
): MessageText {
  const list = asked.facts
    .map(({ code, proof }) =>
      t("requests:mail.proofLine", {
        proof: t(`requests:proof.${proof}`),
        fact: t(`requests:fact.${code}.label`),
      }),
    )
    .join("\n");
  const kind = asked.refusal === null ? "proofAsked" : "proofRefused";
  const values = {
    reference: frame.reference,
    list,
    date: formatDay(asked.dueOn, language),
    reason: asked.refusal === null ? "" : t(`requests:reason.${asked.refusal}`),
  };
  return {
    subject: t(`requests:mail.${kind}.subject`, values),
    text: framed(t, frame, t(`requests:mail.${kind}.text`, values)),
  };
}
