import type { ReactNode } from "react";
import { formatDay, formatMinute } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { useWords } from "#app/i18n/words.tsx";
import { breachText } from "#app/ui/breach-text.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { ContractRefusal } from "../rules/contract-refusal.ts";
import type { PlaceBreach } from "../rules/place-breach.ts";

function Limits({ breaches }: { breaches: PlaceBreach[] }): ReactNode {
  const { t, language } = useWords();
  return (
    <>
      <ul>
        {breaches.map((breach) => (
          <li key={JSON.stringify(breach)}>{breachText(breach, t, language)}</li>
        ))}
      </ul>
      <p>{t("attendance:contract.otherwise")}</p>
    </>
  );
}

function sentence(refusal: ContractRefusal, t: Translate, language: Language): string {
  if (refusal.error === "attendance:contract.error.heldTwice") {
    const { held } = refusal;
    if (!held) return t("attendance:contract.error.heldTwice.unknown");
    const values = {
      day: formatDay(held.day, language),
      start: formatMinute(held.start, language),
      end: formatMinute(held.end, language),
    };
    return held.facilityName
      ? t("attendance:contract.error.heldTwice.here", { ...values, facility: held.facilityName })
      : t("attendance:contract.error.heldTwice.elsewhere", values);
  }
  if (!("day" in refusal)) return t(refusal.error);
  const { error, day, ...more } = refusal;
  return t(error, { ...more, day: formatDay(day, language) });
}

/** Why nothing was changed: the rule, the day and the hours. */
export function ContractRefused({ refusal }: { refusal: ContractRefusal }): ReactNode {
  const { t, language } = useWords();
  const limits = refusal.error === "attendance:contract.error.limits";
  return (
    <Notice meaning="refusal" live title={t("attendance:contract.refused")}>
      {limits ? (
        <>
          <p>{t("attendance:contract.error.limits")}</p>
          <Limits breaches={refusal.breaches} />
        </>
      ) : (
        <p>{sentence(refusal, t, language)}</p>
      )}
    </Notice>
  );
}
