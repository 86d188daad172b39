import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { MeetingView } from "../rules/meeting-view.ts";
import { type MeetingStep, type StepState, latestRun, stepsOf } from "../rules/meeting-steps.ts";
import styles from "./meeting.module.css";
import { Seen } from "./stale-notice.tsx";

type StepProps = { view: MeetingView; seenAt: string; state: StepState };

/** A form with one button: an act of the meeting. */
function Act({
  view,
  seenAt,
  intention,
  main,
  label,
}: {
  view: MeetingView;
  seenAt: string;
  intention: string;
  main: boolean;
  label: string;
}): ReactNode {
  return (
    <form method="post">
      <Seen version={view.meeting.version} at={seenAt} />
      <Button kind={main ? "main" : "plain"} small={!main} name="intention" value={intention}>
        {label}
      </Button>
    </form>
  );
}

function PrepareStep({ view }: StepProps): ReactNode {
  const { t } = useWords();
  const { meeting, sections } = view;
  const facilities = new Set(sections.map(({ facility }) => facility.id)).size;
  return (
    <>
      <p>
        {t("commission:page.step.prepare.text", {
          sections: t("commission:page.sections", { count: sections.length }),
          facilities: t("commission:page.facilities", { count: facilities }),
        })}
      </p>
      {meeting.may.includes("change") && (
        <ButtonLink small href={`/guichet/commissions/${meeting.id}/places`}>
          {t("commission:page.step.prepare.button")}
        </ButtonLink>
      )}
    </>
  );
}

function FreezeStep({ view, seenAt, state }: StepProps): ReactNode {
  const { t } = useWords();
  const { counts, meeting, toAsk } = view;
  return (
    <>
      <p>
        {t(
          meeting.status === "preparing"
            ? "commission:page.step.freeze.would"
            : "commission:page.step.freeze.did",
          {
            requests: t("commission:page.requests", { count: counts.included }),
          },
        )}
      </p>
      {meeting.may.includes("askFamilies") && toAsk > 0 && (
        <>
          <p>{t("commission:page.step.freeze.toAsk", { count: toAsk })}</p>
          <Act
            {...{ view, seenAt }}
            intention="askFamilies"
            main={false}
            label={t("commission:page.step.freeze.ask")}
          />
        </>
      )}
      {meeting.status === "preparing" && counts.toRenew > 0 && (
        <p className={styles.soft}>{t("commission:page.step.freeze.toRenew", { count: counts.toRenew })}</p>
      )}
      {meeting.may.includes("freeze") && (
        <Act
          {...{ view, seenAt }}
          intention="freeze"
          main={state === "now"}
          label={t("commission:page.step.freeze.button")}
        />
      )}
    </>
  );
}

function RunStep({ view, seenAt, state }: StepProps): ReactNode {
  const { t, language } = useWords();
  const last = latestRun(view.runs);
  return (
    <>
      {last ? (
        <p>
          <a href={`/guichet/commissions/${view.meeting.id}/calculs/${last.id}`}>
            {t("commission:page.step.run.last", {
              number: last.number,
              served: formatNumber(last.summary.served, language),
              of: formatNumber(last.summary.candidates, language),
            })}
          </a>
          {last.stale && view.meeting.status === "frozen" && <> {t("commission:page.step.run.stale")}</>}
        </p>
      ) : (
        <p>{t("commission:page.step.run.text")}</p>
      )}
      {view.meeting.may.includes("run") && (
        <Act
          {...{ view, seenAt }}
          intention="run"
          main={state === "now"}
          label={t(last ? "commission:page.step.run.again" : "commission:page.step.run.button")}
        />
      )}
    </>
  );
}

function AdjustStep({ view, state }: StepProps): ReactNode {
  const { t } = useWords();
  const { runs, adjustments, meeting } = view;
  const chosen = runs.find(({ id }) => id === meeting.chosenRunId);
  const last = latestRun(runs);
  const standing = adjustments.filter(({ removedAt }) => removedAt === null).length;
  return (
    <>
      <p>
        {chosen
          ? t("commission:page.step.adjust.chosen", { number: chosen.number })
          : t("commission:page.step.adjust.text")}
        {standing > 0 && <> {t("commission:page.step.adjust.count", { count: standing })}</>}
      </p>
      {meeting.status === "frozen" && last && (
        <ButtonLink
          kind={state === "now" ? "main" : "plain"}
          small={state !== "now"}
          href={`/guichet/commissions/${meeting.id}/calculs/${last.id}`}
        >
          {t("commission:page.step.adjust.button", { number: last.number })}
        </ButtonLink>
      )}
    </>
  );
}

function AttendStep({ view, state }: StepProps): ReactNode {
  const { t } = useWords();
  const { quorum, meeting } = view;
  return (
    <>
      <p>
        {t(quorum.met ? "commission:page.step.attend.met" : "commission:page.step.attend.text", {
          present: quorum.presentVoting,
          needed: quorum.needed,
        })}
      </p>
      {meeting.may.includes("attend") && (
        <ButtonLink
          kind={state === "now" ? "main" : "plain"}
          small={state !== "now"}
          href={`/guichet/commissions/${meeting.id}/presence`}
        >
          {t("commission:page.step.attend.button")}
        </ButtonLink>
      )}
    </>
  );
}

function PublishStep({ view, state }: StepProps): ReactNode {
  const { t } = useWords();
  const { meeting } = view;
  const href = `/guichet/commissions/${meeting.id}/publication`;
  if (meeting.status === "published")
    return (
      <p>
        <a href={href}>{t("commission:page.step.publish.done")}</a>
      </p>
    );
  return (
    <>
      <p>{t("commission:page.step.publish.text")}</p>
      {meeting.may.includes("publish") && (
        <ButtonLink kind={state === "now" ? "main" : "plain"} small={state !== "now"} href={href}>
          {t("commission:page.step.publish.button")}
        </ButtonLink>
      )}
    </>
  );
}

const contents: Record<MeetingStep, (props: StepProps) => ReactNode> = {
  prepare: PrepareStep,
  freeze: FreezeStep,
  run: RunStep,
  adjust: AdjustStep,
  attend: AttendStep,
  publish: PublishStep,
};

/** The way of a meeting, from its places to its letters: one clear thing to do at a time. */
export function MeetingSteps({ view, seenAt }: { view: MeetingView; seenAt: string }): ReactNode {
  const { t } = useWords();
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t("commission:page.step.title")}</h2>
      <ol className={styles.steps}>
        {stepsOf(view).map(({ step, state }, index) => {
          const Content = contents[step];
          return (
            <li
              key={step}
              className={styles.step}
              data-state={state}
              aria-current={state === "now" ? "step" : undefined}
            >
              <span className={styles.number} aria-hidden="true">
                {state === "done" ? <Icon name="success" size={28} /> : index + 1}
              </span>
              <div>
                <h3>
                  {t(`commission:page.step.${step}.name`)}
                  <span className={styles.state}>{t(`commission:page.step.state.${state}`)}</span>
                </h3>
                {(state !== "later" || step === "attend") && (
                  <Content view={view} seenAt={seenAt} state={state} />
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
