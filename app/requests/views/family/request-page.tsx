import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { FamilyRequestPage } from "../../acts/read-family-request.server.ts";
import { statusMeaning } from "../../rules/lifecycle.ts";
import { ReferralReasons } from "../referral-reasons.tsx";
import { RequestTimeline } from "../request-timeline.tsx";
import { AdviceSection } from "./advice-section.tsx";
import { Asked } from "./asked.tsx";
import { BirthForm, type FormState } from "./birth-form.tsx";
import { childName } from "./child-name.ts";
import { ProofList, type ProofProblem, proofField } from "./proof-list.tsx";
import { Part } from "./part.tsx";
import { EarlyRenewal, RenewalSection } from "./renewal-section.tsx";
import { RequestState } from "./request-state.tsx";
import { WithdrawSection } from "./withdraw-section.tsx";

const stillNeeded = { name: "intention", value: "stillNeeded" };

/** What came back from a form of this page. */
export type FamilyReply = { error: string | null; form: FormState | null; proof: ProofProblem | null };

/** A request as its family follows it: where it stands, what to do, what was asked, what happened. */
export function RequestPage({
  page,
  offer,
  answer,
  contracts,
  today,
  withdrawing,
  reply,
}: {
  page: FamilyRequestPage;
  /** The open offer with its buttons; null when there is none. */
  offer: ReactNode;
  /** What the last meeting of the commission answered, and why; null before it. */
  answer: ReactNode;
  /** The places it has given, with their history. */
  contracts: ReactNode;
  today: string;
  /** The family has asked to withdraw: the second step is shown. */
  withdrawing: boolean;
  reply: FamilyReply | null;
}): ReactNode {
  const { t } = useWords();
  const { request, next, facts, advice, timeline } = page;
  const at = `/famille/demandes/${request.id}`;
  const { form = null, proof = null } = reply ?? {};
  const mistakes = [
    ...Object.entries(form?.errors ?? {}),
    ...(proof ? [[proofField(proof.factCode), proof.error] as const] : []),
  ];
  const placed = request.contracts.length > 0;
  return (
    <Page
      title={t("allocation:family.requestTitle", { child: childName(request.child.firstName, t) })}
      back={{ href: "/famille", label: t("allocation:family.back") }}
    >
      <ErrorSummary errors={mistakes.map(([name, key]) => ({ name, message: t(key) }))} />
      {reply?.error && (
        <Notice meaning="refusal" live>
          <p>{t(reply.error)}</p>
        </Notice>
      )}
      <RequestState status={request.status} next={next} />
      {withdrawing && page.mayWithdraw && <WithdrawSection at={at} version={request.version} asked />}
      {page.renewal && !(withdrawing && page.mayWithdraw) && (
        <RenewalSection renewal={page.renewal} at={at} yes={stillNeeded} />
      )}
      {offer}
      {answer}
      {page.mayDeclareBirth && (
        <BirthForm
          at={at}
          version={request.version}
          firstName={request.child.firstName}
          today={today}
          state={form}
        />
      )}
      {contracts}
      {advice.length > 0 && <AdviceSection advice={advice} />}
      <Part id="facts" title={t("allocation:family.proof.title")} folded={placed}>
        <ProofList at={at} facts={facts} problem={proof} />
        <p>
          {t("commission:sheet.linkLead")} <a href={`${at}/cotation`}>{t("commission:sheet.link")}</a>
        </p>
      </Part>
      <Part id="asked" title={t("allocation:family.asked.title")} folded={placed}>
        <Asked request={request} />
        {request.kind === "nursery" && statusMeaning[request.status].outcome === "open" && (
          <p>
            <a href={`/places?demande=${request.id}`}>{t("allocation:search.link")}</a>
          </p>
        )}
      </Part>
      <Part id="reasons" title={t("allocation:family.reasons")} folded={placed}>
        {request.referrals.length > 0 ? (
          <ReferralReasons referrals={request.referrals} />
        ) : (
          <p>{t("allocation:family.notReferred")}</p>
        )}
      </Part>
      <Part id="history" title={t("allocation:family.history")}>
        <RequestTimeline steps={timeline} />
      </Part>
      {page.renewal && <EarlyRenewal renewal={page.renewal} at={at} yes={stillNeeded} />}
      {!withdrawing && page.mayWithdraw && !page.renewal?.may.renew && (
        <WithdrawSection at={at} version={request.version} asked={false} />
      )}
    </Page>
  );
}
