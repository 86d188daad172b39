import type { ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { CandidatesView, MeetingView, RunComparison, RunView } from "../rules/meeting-view.ts";
import { CandidatesSection } from "./candidates-section.tsx";
import { meetingName } from "./meeting-name.ts";
import { CompareForm, Comparison } from "./run-comparison.tsx";
import { Certificate, RunKeys, SectionFigures } from "./run-figures.tsx";
import type { MeetingReply } from "../rules/meeting-reply.ts";
import { RefusalNotice, Seen } from "./stale-notice.tsx";

function ChooseForm({ view, run, seenAt }: { view: MeetingView; run: RunView; seenAt: string }): ReactNode {
  const { t } = useWords();
  const { meeting } = view;
  if (run.chosen)
    return (
      <ButtonRow>
        <ButtonLink kind="main" href={`/guichet/commissions/${meeting.id}`}>
          {t("commission:page.run.chosenNext")}
        </ButtonLink>
      </ButtonRow>
    );
  if (!meeting.may.includes("choose")) return null;
  return (
    <form method="post">
      <Seen version={meeting.version} at={seenAt} />
      <input type="hidden" name="runId" value={run.id} />
      <ButtonRow>
        <Button kind="main" name="intention" value="choose">
          {t("commission:page.run.choose")}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** One run of the engine: what it gives, whether it is certified, to whom, and against another run. */
export function RunPage({
  view,
  run,
  candidates,
  comparison,
  seenAt,
  reply,
}: {
  view: MeetingView;
  run: RunView;
  candidates: CandidatesView;
  /** With the run asked for in the address. */
  comparison: RunComparison | null;
  seenAt: string;
  reply: MeetingReply | null;
}): ReactNode {
  const { t, language } = useWords();
  const { meeting } = view;
  const path = `/guichet/commissions/${meeting.id}/calculs/${run.id}`;
  return (
    <Page
      wide
      title={t("commission:page.run.title", { number: run.number })}
      lead={t("commission:page.run.lead", {
        date: formatInstant(run.createdAt, language),
        who: run.createdBy,
        count: run.adjustments.length,
      })}
      back={{ href: `/guichet/commissions/${meeting.id}`, label: meetingName(meeting, t, language) }}
    >
      <RefusalNotice reply={reply} past={view} />
      {run.stale && meeting.status === "frozen" && (
        <Notice meaning="attention">
          <p>{t("commission:page.run.stale")}</p>
        </Notice>
      )}
      {run.chosen && (
        <Notice meaning="information">
          <p>{t("commission:page.run.isChosen")}</p>
        </Notice>
      )}
      <RunKeys run={run} />
      <ChooseForm view={view} run={run} seenAt={seenAt} />
      <section aria-labelledby="certificate">
        <h2 id="certificate">{t("commission:page.run.certificateTitle")}</h2>
        <Certificate run={run} />
        <p>
          {t("commission:page.run.files")}{" "}
          <a href={`${path}/instance.json`} download>
            instance.json
          </a>
          {", "}
          <a href={`${path}/result.jsonl`} download>
            result.jsonl
          </a>
        </p>
      </section>
      <section aria-labelledby="comparer">
        <h2 id="comparer">{t("commission:page.compare.title")}</h2>
        <CompareForm runs={view.runs} run={run} chosen={comparison?.before.id ?? null} />
        {comparison && <Comparison view={comparison} />}
      </section>
      <section aria-labelledby="sections">
        <h2 id="sections">{t("commission:page.run.bySection")}</h2>
        <SectionFigures run={run} sections={view.sections} />
      </section>
      <CandidatesSection view={candidates} path={path} />
    </Page>
  );
}
