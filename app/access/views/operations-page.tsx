import type { ReactNode } from "react";
import { formatDate, formatInstant } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translator.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { JobRow, OperationsView } from "../acts/read-operations.server.ts";
import { AdministrationPage } from "./administration-page.tsx";
import styles from "./administration.module.css";
import { OutboxSection } from "./outbox-section.tsx";

function Outcome({ job }: { job: JobRow }): ReactNode {
  const { t } = useWords();
  if (job.running) return <Tag meaning="information">{t("access:administration.operations.running")}</Tag>;
  if (job.outcome === "done")
    return <Tag meaning="success">{t("access:administration.operations.done")}</Tag>;
  if (job.outcome === "failed")
    return <Tag meaning="refusal">{t("access:administration.operations.jobFailed")}</Tag>;
  return <Tag meaning="neutral">{t("access:administration.operations.never")}</Tag>;
}

function Jobs({ jobs }: { jobs: JobRow[] }): ReactNode {
  const { t, language } = useWords();
  const title = (name: string): string =>
    t(`access:administration.job.${name}.title`, { defaultValue: name });
  return (
    <DataTable
      caption={t("access:administration.operations.jobs")}
      hiddenCaption
      rows={jobs}
      rowKey={({ name }) => name}
      columns={[
        { key: "name", header: t("access:administration.operations.job"), cell: ({ name }) => title(name) },
        {
          key: "when",
          header: t("access:administration.operations.when"),
          cell: ({ name, every }) => t(`access:administration.job.${name}.when`, { defaultValue: every }),
        },
        {
          key: "last",
          header: t("access:administration.operations.last"),
          cell: ({ startedAt }) => (startedAt ? formatInstant(startedAt, language) : "–"),
        },
        {
          key: "outcome",
          header: t("access:administration.operations.outcome"),
          cell: (job) => <Outcome job={job} />,
        },
        {
          key: "report",
          header: t("access:administration.operations.report"),
          cell: ({ report }) => (report ? <span className={styles.wrap}>{readable(report, t)}</span> : "–"),
        },
        {
          key: "run",
          header: t("access:administration.account.act"),
          cell: ({ name }) => (
            <form method="post">
              <input type="hidden" name="job" value={name} />
              <Button
                name="act"
                value="run"
                small
                aria-label={t("access:administration.operations.runNamed", { job: title(name) })}
              >
                {t("access:administration.operations.run")}
              </Button>
            </form>
          ),
        },
      ]}
    />
  );
}

/** `{ sent: 3 }` as "partis 3". */
const readable = (report: unknown, t: Translate): string =>
  Object.entries(report as object)
    .map(([name, value]) => t(`access:administration.report.${name}`, { value, defaultValue: name }))
    .join(", ");

/** How the installation goes. */
export function OperationsPage({ view }: { view: OperationsView }): ReactNode {
  const { t, language } = useWords();
  const { health, jobs, outbox, parameters } = view;
  return (
    <AdministrationPage place="operations">
      <h2>{t("access:administration.operations.health")}</h2>
      <Facts
        facts={[
          {
            term: t("access:administration.operations.service"),
            value: (
              <Tag meaning={health.status === "ok" ? "success" : "refusal"}>
                {t(`access:administration.operations.status.${health.status}`)}
              </Tag>
            ),
          },
          { term: t("access:administration.operations.version"), value: health.version },
          {
            term: t("access:administration.operations.migrations"),
            value: t("access:administration.operations.migrationsOf", health.migrations),
          },
        ]}
      />
      <h2>{t("access:administration.operations.jobs")}</h2>
      <Jobs jobs={jobs} />
      <OutboxSection outbox={outbox} />
      <h2>{t("access:administration.operations.parameters")}</h2>
      <p>{t("access:administration.operations.parametersLead")}</p>
      <DataTable
        caption={t("access:administration.operations.parameters")}
        hiddenCaption
        rows={parameters}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "code",
            header: t("access:administration.operations.parameter"),
            cell: ({ code }) => code,
          },
          {
            key: "from",
            header: t("access:administration.account.from"),
            cell: ({ validFrom }) => formatDate(validFrom, language),
          },
          {
            key: "source",
            header: t("access:administration.operations.source"),
            cell: ({ source }) => source,
          },
          {
            key: "value",
            header: t("access:administration.operations.value"),
            cell: ({ code, value }) => (
              <details>
                <summary aria-label={t("access:administration.operations.valueOf", { code })}>
                  {t("access:administration.operations.seeValue")}
                </summary>
                <pre className={styles.report}>{JSON.stringify(value, null, 1)}</pre>
              </details>
            ),
          },
        ]}
      />
    </AdministrationPage>
  );
}
