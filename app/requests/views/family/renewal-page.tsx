import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { RenewalPageView } from "../../acts/read-renewal.server.ts";
import { childName } from "./child-name.ts";
import { RenewalSection } from "./renewal-section.tsx";
import { RequestState } from "./request-state.tsx";

const answerOf = (value: string): { name: string; value: string } => ({ name: "reponse", value });

function Withdraw({ at, version }: { at: string; version: number }): ReactNode {
  const { t } = useWords();
  return (
    <form method="post" action={at} id="retirer">
      <input type="hidden" name="reponse" value="withdraw" />
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

/** Behind the signed link of a letter: whether one request still stands, answered without a password. */
export function RenewalPage({
  page,
  at,
  withdrawing,
  error,
}: {
  page: RenewalPageView;
  at: string;
  /** The family has asked to withdraw: the second step is shown. */
  withdrawing: boolean;
  error: string | null;
}): ReactNode {
  const { t } = useWords();
  const { renewal, mayWithdraw, answered } = page;
  const asksToWithdraw = withdrawing && mayWithdraw;
  return (
    <Page
      title={t("allocation:family.requestTitle", { child: childName(page.childFirstName, t) })}
      lead={t("allocation:family.requestName", {
        kind: t(`requests:careKind.${page.kind}`),
        reference: page.reference,
      })}
    >
      {error && (
        <Notice meaning="refusal" live>
          <p>{t(error)}</p>
        </Notice>
      )}
      {answered && !error && !asksToWithdraw && (
        <Notice meaning="success" title={t("requests:renewal.page.thanks")} live>
          <p>{t(mayWithdraw ? "requests:renewal.done.renew" : "requests:renewal.page.over")}</p>
        </Notice>
      )}
      <RequestState status={page.status} next={page.next} />
      {asksToWithdraw ? (
        <Withdraw at={at} version={renewal.version} />
      ) : (
        <RenewalSection renewal={renewal} at={at} yes={answerOf("stillNeeded")} />
      )}
      <p>{t("requests:renewal.page.sign")}</p>
      <ButtonRow>
        <ButtonLink href={`/connexion?retour=/famille/demandes/${page.id}`}>
          {t("allocation:family.tracking.signIn")}
        </ButtonLink>
        <ButtonLink href="/aide">{t("ui:help")}</ButtonLink>
      </ButtonRow>
    </Page>
  );
}
