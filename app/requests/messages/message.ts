import type { Translate } from "#app/i18n/translator.ts";

export type MessageText = { subject: string; text: string };

/** Who a message is for, and where it leads. */
export type MessageFrame = { firstName: string; reference: string; link: string };

/** A greeting, what there is to say, where to follow, who to call. */
export function framed(t: Translate, { firstName, reference, link }: MessageFrame, body: string): string {
  return [
    t("requests:mail.greeting", { firstName }),
    body,
    t("requests:mail.link", { link }),
    t("requests:mail.help", { reference }),
    t("requests:mail.signature"),
  ].join("\n\n");
}
