import type { ReactNode } from "react";
import type { Translate } from "#app/i18n/translator.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Tag } from "#app/ui/notice.tsx";
import type { CareRequestFile, FileReferral } from "../../rules/care-request-file.ts";
import { type ReferralStatus, referralTargets } from "../../rules/referral-reasons.ts";
import { reasonText } from "../reason-text.ts";
import styles from "./desk.module.css";

const meaning = {
  proposed: "information",
  confirmed: "success",
  replaced: "neutral",
} as const satisfies Record<ReferralStatus, string>;

function Target({ referral }: { referral: FileReferral }): ReactNode {
  const { t, language } = useWords();
  const { target, name, status, reasons } = referral;
  return (
    <li>
      <p className={styles.target}>
        <strong>{name ?? t(`requests:target.${target}`)}</strong>
        {status !== "proposed" && (
          <Tag meaning={meaning[status]}>{t(`requests:desk.referral.${status}`)}</Tag>
        )}
      </p>
      <ul className={styles.reasons}>
        {reasons.map((reason) => (
          <li key={reason.code}>{reasonText(reason, t, language)}</li>
        ))}
      </ul>
    </li>
  );
}

export const isProposed = ({ referrals }: CareRequestFile): boolean =>
  referrals.some(({ status }) => status === "proposed");

export function referralTitle(file: CareRequestFile, t: Translate): string {
  return t(isProposed(file) ? "requests:desk.section.proposal" : "requests:desk.section.referral");
}

/** Who it is sent to, and why; what was replaced stays readable. */
export function FileReferrals({ file }: { file: CareRequestFile }): ReactNode {
  const { t } = useWords();
  const ordered = [...file.referrals].sort(
    (a, b) =>
      Number(a.status === "replaced") - Number(b.status === "replaced") ||
      referralTargets.indexOf(a.target) - referralTargets.indexOf(b.target),
  );
  if (ordered.length === 0) return <p>{t("requests:desk.referral.none")}</p>;
  return (
    <ul className={styles.targets}>
      {ordered.map((referral) => (
        <Target key={referral.id} referral={referral} />
      ))}
    </ul>
  );
}
