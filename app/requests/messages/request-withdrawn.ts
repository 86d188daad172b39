import type { Translate } from "#app/i18n/translator.ts";
import { type MessageFrame, type MessageText, framed } from "./message.ts";

/** Confirms that a request is taken back, and where to begin again. */
export function requestWithdrawn(t: Translate, frame: MessageFrame, again: string): MessageText {
  const { reference } = frame;
  return {
    subject: t("allocation:family.withdraw.mail.subject", { reference }),
    text: framed(t, frame, t("allocation:family.withdraw.mail.text", { reference, again })),
  };
}
