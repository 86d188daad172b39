import type { ReactNode } from "react";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, ErrorSummary, SelectField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Facts } from "#app/ui/facts.tsx";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { candidatesHref } from "../rules/candidate-filters.ts";
import { cancelReasons, candidateStates } from "../rules/meeting.ts";
import type { CandidatesView, MeetingView } from "../rules/meeting-view.ts";
import { CandidatesSection } from "./candidates-section.tsx";
import { meetingName, meetingScope, statusMeanings } from "./meeting-name.ts";
import { MeetingSteps } from "./meeting-steps.tsx";
import styles from "./meeting.module.css";
import type { MeetingReply } from "../rules/meeting-reply.ts";
import { RefusalNotice, Seen } from "./stale-notice.tsx";

/** How many requests are looked at, and why others are not; each number leads to its list. */
function Counts({ view }: { view: MeetingView }): ReactNode {
  const { t, language } = useWords();
  const { meeting, counts } = view;
  const preparing = meeting.status === "preparing";
  return (
    <Facts
      facts={candidateStates
        .filter((state) => state === "included" || counts[state] > 0)
        .map((state) => ({
          term: t(`commission:page.state.${state}`),
          value: preparing ? (
            formatNumber(counts[state], language)
          ) : (
            <a href={candidatesHref(`/guichet/commissions/${meeting.id}`, { state })}>
              {t("commission:page.requests", { count: counts[state] })}
            </a>
          ),
        }))}
    />
  );
}

function Draw({ meeting }: { meeting: MeetingView["meeting"] }): ReactNode {
  const { t } = useWords();
  return (
    <details>
      <summary>{t("commission:page.draw.title")}</summary>
      <p>{t("commission:page.draw.why")}</p>
      <p>
        {t("commission:page.draw.commitment")} <code className={styles.code}>{meeting.seedCommitment}</code>
      </p>
      <p>
        {meeting.seed ? (
          <>
            {t("commission:page.draw.seed")} <code className={styles.code}>{meeting.seed}</code>
          </>
        ) : (
          t("commission:page.draw.later")
        )}
      </p>
    </details>
  );
}

function CancelForm({
  view,
  seenAt,
  errorOf,
}: {
  view: MeetingView;
  seenAt: string;
  errorOf: (name: string) => string | null;
}): ReactNode {
  const { t } = useWords();
  const [reason, sure] = [errorOf("reason"), errorOf("sure")];
  return (
    <details open={reason !== null || sure !== null}>
      <summary>{t("commission:page.cancel.title")}</summary>
      <form method="post">
        <Seen version={view.meeting.version} at={seenAt} />
        <SelectField
          name="reason"
          label={t("commission:page.cancel.reason")}
          hint={t("commission:page.cancel.reasonHint")}
          error={reason}
          empty={t("commission:page.cancel.reasonEmpty")}
          options={cancelReasons.map((value) => ({
            value,
            label: t(`commission:page.cancel.reasons.${value}`),
          }))}
        />
        <CheckboxField
          name="sure"
          label={t("commission:page.cancel.sure")}
          hint={t("commission:page.cancel.hint")}
          error={sure}
        />
        <Button kind="refusal" small name="intention" value="cancel">
          {t("commission:page.cancel.button")}
        </Button>
      </form>
    </details>
  );
}

/** Where a meeting stands: its steps, its numbers, its candidates, and after publication the places freed. */
export function MeetingPage({
  view,
  candidates,
  freed,
  seenAt,
  reply,
}: {
  view: MeetingView;
  /** Null while nothing is frozen. */
  candidates: CandidatesView | null;
  /** Places freed since the publication. */
  freed: ReactNode;
  seenAt: string;
  reply: MeetingReply | null;
}): ReactNode {
  const { t, language } = useWords();
  const { meeting } = view;
  const { errors, errorOf } = useFieldErrors(reply ?? undefined);
  return (
    <Page
      wide
      title={meetingName(meeting, t, language)}
      lead={meetingScope(meeting, t, language)}
      back={{ href: "/guichet/commissions", label: t("commission:page.list.title") }}
    >
      <p>
        <Tag meaning={statusMeanings[meeting.status]}>{t(`commission:page.status.${meeting.status}`)}</Tag>
      </p>
      <ErrorSummary errors={errors} />
      <RefusalNotice reply={reply} past={view} />
      {meeting.status === "cancelled" && (
        <Notice meaning="information">
          <p>{t("commission:page.cancel.done")}</p>
          {meeting.cancelled && (
            <p>
              {t("commission:page.cancel.doneBy", {
                date: formatInstant(meeting.cancelled.at, language),
                who: meeting.cancelled.by,
                reason: t(`commission:page.cancel.reasons.${meeting.cancelled.reason}`),
              })}
            </p>
          )}
        </Notice>
      )}
      <div className={styles.standing}>
        <MeetingSteps view={view} seenAt={seenAt} />
        <section aria-labelledby="numbers">
          <h2 id="numbers">
            {t(
              meeting.status === "preparing"
                ? "commission:page.counts.today"
                : "commission:page.counts.frozen",
            )}
          </h2>
          <Counts view={view} />
          <Facts
            facts={[
              {
                term: t("commission:page.gridTerm"),
                value: (
                  <a href={`/guichet/grilles/${meeting.grid.id}`}>
                    {t("commission:page.gridName", {
                      name: meeting.grid.name,
                      version: meeting.grid.version,
                    })}
                  </a>
                ),
              },
              {
                term: t("commission:page.answerDaysTerm"),
                value: t("commission:page.days", { count: meeting.answerDays }),
              },
              { term: t("commission:page.surnombreTerm"), value: meeting.surnombreMax },
              ...(meeting.publishedAt
                ? [
                    {
                      term: t("commission:page.publishedTerm"),
                      value: t("commission:page.publishedBy", {
                        date: formatInstant(meeting.publishedAt, language),
                        who: meeting.publishedBy ?? "",
                      }),
                    },
                  ]
                : []),
            ]}
          />
          {meeting.status === "published" && (
            <ul>
              <li>
                <a href={`/guichet/commissions/${meeting.id}/proces-verbal.pdf`}>
                  {t("commission:page.minutes.link")}
                </a>
              </li>
              <li>
                <a href={`/commissions/${meeting.id}`}>{t("commission:page.publicLink")}</a>
              </li>
            </ul>
          )}
          <Draw meeting={meeting} />
          {meeting.may.includes("cancel") && <CancelForm view={view} seenAt={seenAt} errorOf={errorOf} />}
        </section>
      </div>
      {freed}
      {candidates && <CandidatesSection view={candidates} path={`/guichet/commissions/${meeting.id}`} />}
    </Page>
  );
}
