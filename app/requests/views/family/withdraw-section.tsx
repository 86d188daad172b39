import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Withdrawing takes two steps: a link, then a button beside what it changes. */
export function WithdrawSection({
  at,
  version,
  asked,
}: {
  at: string;
  version: number;
  asked: boolean;
}): ReactNode {
  const { t } = useWords();
  if (!asked) {
    return (
      <ButtonLink kind="quiet" href={`${at}?retirer=oui#retirer`}>
        {t("allocation:family.withdraw.link")}
      </ButtonLink>
    );
  }
  return (
    <form method="post" action={at} id="retirer">
      <input type="hidden" name="intention" value="withdraw" />
      <input type="hidden" name="version" value={version} />
      <Notice meaning="attention" title={t("allocation:family.withdraw.title")}>
        <p>{t("allocation:family.withdraw.text")}</p>
      </Notice>
      <ButtonRow>
        <Button kind="refusal">{t("allocation:family.withdraw.button")}</Button>
        <ButtonLink href={at}>{t("allocation:family.withdraw.back")}</ButtonLink>
      </ButtonRow>
    </form>
  );
}
