import { translator } from "#app/i18n/resources.server.ts";
import type { Language } from "#app/i18n/translator.ts";

/** Tells the family that the Caf supports its request. */
export function cafReferralMessage(referral: {
  language: Language;
  reference: string;
  childFirstName: string;
  publicUrl: string;
}): { subject: string; text: string } {
  const t = translator(referral.language);
  return {
    subject: t("partners:mail.subject", { reference: referral.reference }),
    text: t("partners:mail.text", { child: referral.childFirstName, link: `${referral.publicUrl}/famille` }),
  };
}
