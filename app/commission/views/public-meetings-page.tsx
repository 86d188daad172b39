import type { ReactNode } from "react";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { formatDay, formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { GridView } from "../rules/grid-view.ts";
import type { PublicMeetingView } from "../rules/publication-view.ts";
import type { CancelledMeetingView } from "../rules/public-view.ts";
import { Appeal, type AppealTo } from "./family-answer.tsx";
import { CriteriaTable, GridRules } from "./grid-rules.tsx";
import styles from "./meeting.module.css";

/** What anyone may know of the meetings and of the rules they follow. */
export type PublicMeetingsView = {
  meetings: PublicMeetingView[];
  /** Not published yet: their draw is sealed already. */
  coming: { id: string; heldOn: CalendarDay; careKind: CareKind; seedCommitment: string }[];
  /** Given up once their list was closed. */
  cancelled: CancelledMeetingView[];
  grids: GridView[];
  appeal: AppealTo;
};

const rules = [
  "file",
  "grid",
  "number",
  "places",
  "own",
  "best",
  "kept",
  "reserves",
  "draw",
  "check",
] as const;

/** The algorithm in ten sentences. */
function Rules(): ReactNode {
  const { t } = useWords();
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{t("commission:page.public.rulesTitle")}</h2>
      <ol>
        {rules.map((rule) => (
          <li key={rule}>{t(`commission:page.public.rule.${rule}`)}</li>
        ))}
      </ol>
    </section>
  );
}

function Meetings({ meetings }: { meetings: PublicMeetingView[] }): ReactNode {
  const { t, language } = useWords();
  const count = (value: number | null): string =>
    value === null ? t("commission:page.public.hidden") : formatNumber(value, language);
  return (
    <DataTable
      caption={t("commission:page.public.meetingsCaption")}
      rows={meetings}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          header: t("commission:page.list.heldOn"),
          cell: ({ id, heldOn }) => <a href={`/commissions/${id}`}>{formatDay(heldOn, language)}</a>,
        },
        {
          key: "kind",
          header: t("commission:page.list.kind"),
          cell: ({ careKind }) => t(`requests:careKind.${careKind}`),
        },
        {
          key: "requests",
          header: t("commission:page.list.candidates"),
          number: true,
          cell: ({ figures }) => count(figures.requests),
        },
        {
          key: "served",
          header: t("commission:page.list.served"),
          number: true,
          cell: ({ figures }) => count(figures.served),
        },
      ]}
    />
  );
}

/** How places are given, for anyone: the rules, the criteria, the meetings, the draw, how to contest. */
export function PublicMeetingsPage({ view }: { view: PublicMeetingsView }): ReactNode {
  const { t, language } = useWords();
  return (
    <Page wide title={t("commission:page.public.title")} lead={t("commission:page.public.lead")}>
      <section aria-labelledby="meetings">
        <h2 id="meetings">{t("commission:page.public.meetingsTitle")}</h2>
        {view.meetings.length > 0 ? (
          <Meetings meetings={view.meetings} />
        ) : (
          <p>{t("commission:page.public.noMeeting")}</p>
        )}
        {view.coming.map(({ id, heldOn, careKind, seedCommitment }) => (
          <p key={id}>
            {t("commission:page.public.coming", {
              date: formatDay(heldOn, language),
              kind: t(`requests:careKind.${careKind}`),
            })}{" "}
            <code className={styles.code}>{seedCommitment}</code>
          </p>
        ))}
        {view.cancelled.map(({ id, heldOn, careKind, cancelledAt, reason, seedCommitment }) => (
          <p key={id}>
            {t("commission:page.public.cancelled", {
              date: formatDay(heldOn, language),
              kind: t(`requests:careKind.${careKind}`),
              at: formatInstant(cancelledAt, language),
              reason: t(`commission:page.cancel.reasons.${reason}`),
            })}{" "}
            <code className={styles.code}>{seedCommitment}</code>
          </p>
        ))}
      </section>
      <Rules />
      <section aria-labelledby="criteria">
        <h2 id="criteria">{t("commission:page.public.criteriaTitle")}</h2>
        <p>{t("commission:page.public.criteriaLead")}</p>
        {view.grids.map((grid) => (
          <article key={grid.grid.id}>
            <h3>
              {t("commission:page.public.gridOf", {
                kind: t(`requests:careKind.${grid.grid.careKind}`),
                name: grid.grid.name,
                version: grid.grid.version,
              })}
            </h3>
            <p>
              {grid.grid.sourceUrl ? <a href={grid.grid.sourceUrl}>{grid.grid.source}</a> : grid.grid.source}
            </p>
            <CriteriaTable view={grid} />
            <GridRules view={grid} />
          </article>
        ))}
      </section>
      <section aria-labelledby="appeal">
        <h2 id="appeal">{t("commission:page.public.rightsTitle")}</h2>
        <p>{t("commission:page.public.rights")}</p>
        <Appeal to={view.appeal} />
      </section>
    </Page>
  );
}
