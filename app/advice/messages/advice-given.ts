import { translator } from "#app/i18n/resources.server.ts";
import type { Language } from "#app/i18n/translator.ts";
import type { AdviceCode } from "../rules/advice.ts";

/** The e-mail that carries an advice to the family. */
export function adviceMessage(advice: {
  language: Language;
  reference: string;
  childFirstName: string;
  code: AdviceCode;
  text: string;
  publicUrl: string;
}): { subject: string; text: string } {
  const t = translator(advice.language);
  return {
    subject: t("advice:mail.subject", { reference: advice.reference }),
    text: t("advice:mail.text", {
      child: advice.childFirstName,
      kind: t(`advice:code.${advice.code}`),
      text: advice.text,
      link: `${advice.publicUrl}/famille`,
    }),
  };
}
