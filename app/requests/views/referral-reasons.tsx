import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import type { ReferralReason, ReferralTarget } from "../rules/referral-reasons.ts";
import { reasonText } from "./reason-text.ts";

/** Who a request was sent to, and why: the same words for the family and for the desk. */
export function ReferralReasons({
  referrals,
}: {
  referrals: { target: ReferralTarget; name: string | null; reasons: ReferralReason[] }[];
}): ReactNode {
  const { t, language } = useWords();
  return referrals.map(({ target, name, reasons }, index) => (
    <div key={index}>
      <h3>{name ?? t(`requests:target.${target}`)}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{reasonText(reason, t, language)}</li>
        ))}
      </ul>
    </div>
  ));
}
