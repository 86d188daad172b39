import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { TrackedRequest } from "../../acts/read-family-request.server.ts";
import { ReferralReasons } from "../referral-reasons.tsx";
import { RequestTimeline } from "../request-timeline.tsx";
import { childName } from "./child-name.ts";
import { Part } from "./part.tsx";
import { RequestState } from "./request-state.tsx";

/** Behind the tracking link: where one request stands, without an account. Acting asks for signing in. */
export function TrackingPage({ page }: { page: TrackedRequest }): ReactNode {
  const { t } = useWords();
  const { request, next, timeline } = page;
  return (
    <Page
      title={t("allocation:family.requestTitle", { child: childName(request.childFirstName, t) })}
      lead={t("allocation:family.requestName", {
        kind: t(`requests:careKind.${request.kind}`),
        reference: request.reference,
      })}
    >
      <RequestState status={request.status} next={next} />
      <p>{t("allocation:family.tracking.act")}</p>
      <ButtonRow>
        <ButtonLink kind="main" href={`/connexion?retour=/famille/demandes/${request.id}`}>
          {t("allocation:family.tracking.signIn")}
        </ButtonLink>
        <ButtonLink href="/aide">{t("ui:help")}</ButtonLink>
      </ButtonRow>
      <Part id="reasons" title={t("allocation:family.reasons")}>
        {request.referrals.length > 0 ? (
          <ReferralReasons referrals={request.referrals} />
        ) : (
          <p>{t("allocation:family.notReferred")}</p>
        )}
      </Part>
      <Part id="history" title={t("allocation:family.history")}>
        <RequestTimeline steps={timeline} />
      </Part>
    </Page>
  );
}

/** Somebody tries many links, or opens this one very often. */
export function TrackingTooOften(): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t("allocation:family.tracking.tooOftenTitle")}>
      <Notice meaning="attention">
        <p>{t("allocation:family.tracking.tooOften")}</p>
      </Notice>
      <ButtonRow>
        <ButtonLink kind="main" href="/aide">
          {t("ui:help")}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
