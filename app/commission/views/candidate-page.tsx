import type { ReactNode } from "react";
import { formatAge, formatDay, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/field.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { AdjustmentView, CandidateView } from "../rules/meeting-view.ts";
import { AdjustForm, Adjustments, LevelForm } from "./adjust-forms.tsx";
import { Ranks, Refusals } from "./answer-list.tsx";
import { CandidateSheet } from "./candidate-sheet.tsx";
import { heldText, reasonText, stateMeanings } from "./candidate-words.ts";
import { meetingName } from "./meeting-name.ts";
import styles from "./meeting.module.css";
import type { MeetingPast } from "../rules/meeting-events.ts";
import type { MeetingReply } from "../rules/meeting-reply.ts";
import { RefusalNotice, Seen } from "./stale-notice.tsx";
import { told } from "./told.ts";

function Answer({ view }: { view: CandidateView }): ReactNode {
  const { t, language } = useWords();
  const { candidate, run, explanation, ranks, names, grid } = view;
  const gates = Object.fromEntries(grid.gates.map(({ code, words }) => [code, told(words, language)]));
  if (candidate.state !== "included")
    return (
      <Notice meaning={stateMeanings[candidate.state] === "refusal" ? "refusal" : "attention"}>
        <p>{reasonText(candidate, t, gates)}</p>
      </Notice>
    );
  if (!run) return <p>{t("commission:page.candidate.noRun")}</p>;
  return (
    <>
      <p className={styles.big}>
        <Tag meaning={candidate.held ? "success" : "neutral"}>{heldText(candidate, t, language)}</Tag>
      </p>
      {explanation && <Refusals explanation={explanation} table={names} every />}
      <Ranks ranks={ranks} table={names} />
    </>
  );
}

function Asked({ candidate }: { candidate: CandidateView["candidate"] }): ReactNode {
  const { t, language } = useWords();
  return (
    <>
      <Facts
        facts={[
          {
            term: t("commission:page.candidates.age"),
            value:
              candidate.ageMonths === null
                ? t("commission:page.candidates.unborn")
                : formatAge(candidate.ageMonths, language),
          },
          { term: t("commission:page.candidates.startOn"), value: formatDay(candidate.startOn, language) },
          ...(candidate.minDays
            ? [
                {
                  term: t("commission:page.candidate.fewer"),
                  value: t("commission:page.candidate.fewerDays", { count: candidate.minDays }),
                },
              ]
            : []),
          ...(candidate.together.length > 0
            ? [{ term: t("commission:page.candidate.together"), value: candidate.together.join(", ") }]
            : []),
          ...(candidate.transfer
            ? [
                {
                  term: t("commission:page.candidate.transfer"),
                  value: t("commission:page.candidate.transferText"),
                },
              ]
            : []),
        ]}
      />
      <WeekStrip pattern={candidate.pattern} />
      <WeekHours pattern={candidate.pattern} />
      <h3>{t("commission:page.candidate.wishes")}</h3>
      <ol>
        {candidate.wishes.map(({ rank, facility, localPoints }) => (
          <li key={facility.id} value={rank}>
            {facility.name}
            {localPoints > 0 && (
              <small className={styles.soft}>
                {" "}
                {t("commission:page.candidate.localPoints", { count: localPoints })}
              </small>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** A request under its number: what it asks, its points, what the run answers and why, and what the members may do. */
export function CandidatePage({
  view,
  adjustments,
  deliberation,
  stale,
  past,
  seenAt,
  reply,
}: {
  view: CandidateView;
  /** Of this candidate, those taken away included. */
  adjustments: AdjustmentView[];
  deliberation: boolean;
  /** No run takes in what stands now. */
  stale: boolean;
  past: MeetingPast;
  seenAt: string;
  reply: MeetingReply | null;
}): ReactNode {
  const { t, language } = useWords();
  const { meeting, candidate, run } = view;
  const { errors } = useFieldErrors(reply ?? undefined);
  const mayAdjust = meeting.may.includes("adjust") && candidate.state === "included";
  return (
    <Page
      wide
      title={t("commission:page.candidate.title", { number: candidate.number })}
      lead={t("commission:page.candidate.lead", {
        points: t("commission:page.points", { count: candidate.points }),
        draw: formatNumber(candidate.lottery, language),
      })}
      back={{ href: `/guichet/commissions/${meeting.id}`, label: meetingName(meeting, t, language) }}
    >
      <ErrorSummary errors={errors} />
      <RefusalNotice reply={reply} past={past} />
      <div className={styles.columns}>
        <section aria-labelledby="answer">
          <h2 id="answer">
            {run
              ? t("commission:page.candidate.answerOf", { number: run.number })
              : t("commission:page.candidate.answer")}
          </h2>
          <Answer view={view} />
          <h2>{t("commission:page.candidate.sheet")}</h2>
          <CandidateSheet view={view} />
        </section>
        <section aria-labelledby="asked">
          <h2 id="asked">{t("commission:page.candidate.asked")}</h2>
          <Asked candidate={candidate} />
        </section>
      </div>
      {(mayAdjust || adjustments.length > 0) && (
        <section aria-labelledby="adjust">
          <h2 id="adjust">{t("commission:page.adjust.title")}</h2>
          <p>{t("commission:page.adjust.lead")}</p>
          <Adjustments adjustments={adjustments} view={view} seenAt={seenAt} />
          {stale && (
            <Notice meaning="attention" title={t("commission:page.adjust.rerunTitle")}>
              <p>{t("commission:page.adjust.rerun")}</p>
              <form method="post" action={`/guichet/commissions/${meeting.id}`}>
                <Seen version={meeting.version} at={seenAt} />
                <Button name="intention" value="run">
                  {t("commission:page.step.run.again")}
                </Button>
              </form>
            </Notice>
          )}
          {mayAdjust && (
            <>
              <AdjustForm kind="pin" view={view} seenAt={seenAt} reply={reply} />
              <AdjustForm kind="forbid" view={view} seenAt={seenAt} reply={reply} />
            </>
          )}
        </section>
      )}
      {deliberation && meeting.may.includes("level") && candidate.state === "included" && (
        <section aria-labelledby="level">
          <h2 id="level">{t("commission:page.level.title")}</h2>
          <LevelForm view={view} seenAt={seenAt} reply={reply} />
        </section>
      )}
    </Page>
  );
}
