import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { GridLine, GridsView } from "../acts/read-grids.server.ts";
import styles from "./grids.module.css";

function Line({ line }: { line: GridLine }): ReactNode {
  const { t, language } = useWords();
  const day = (value: string): string => formatDay(value, language);
  return (
    <li className={styles.card}>
      <h3>
        <a href={`/guichet/grilles/${line.id}`}>
          {line.status === "example"
            ? line.name
            : t("commission:grid.named", { name: line.name, version: line.version })}
        </a>
      </h3>
      <p className={styles.note}>
        {t("commission:grid.summary", {
          method: t(`commission:grid.method.${line.method}.label`),
          care: t(`requests:careKind.${line.careKind}`),
          count: line.criteria,
        })}
      </p>
      {line.status === "adopted" && (
        <p className={styles.note}>
          {line.until
            ? t("commission:grid.fromTo", { from: day(line.validFrom), to: day(line.until) })
            : t("commission:grid.from", { from: day(line.validFrom) })}
        </p>
      )}
      <p className={styles.note}>{line.source}</p>
    </li>
  );
}

function Lines({
  id,
  title,
  lead,
  lines,
}: {
  id: string;
  title: string;
  lead?: string;
  lines: GridLine[];
}): ReactNode {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p>{lead}</p>}
      <ul className={styles.cards}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

/** Every grid of criteria: in force, to come, being written, replaced, and the examples of other towns. */
export function GridsPage({ view }: { view: GridsView }): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t("commission:grid.listTitle")} lead={t("commission:grid.listLead")}>
      <p>
        <a href="/guichet/grilles/simulateur">{t("commission:simulation.link")}</a>{" "}
        <small className={styles.note}>{t("commission:simulation.linkHint")}</small>
      </p>
      <section aria-labelledby="in-force">
        <h2 id="in-force">{t("commission:grid.inForce")}</h2>
        <ul className={styles.cards}>
          {view.inForce.map(({ careKind, grid }) =>
            grid ? (
              <Line key={careKind} line={grid} />
            ) : (
              <li key={careKind} className={styles.card}>
                <p>
                  <Tag meaning="attention">
                    {t("commission:grid.noneInForce", { care: t(`requests:careKind.${careKind}`) })}
                  </Tag>
                </p>
                <p className={styles.note}>{t("commission:grid.noneInForceHint")}</p>
              </li>
            ),
          )}
        </ul>
      </section>
      <Lines id="coming" title={t("commission:grid.coming")} lines={view.coming} />
      <section aria-labelledby="drafts">
        <h2 id="drafts">{t("commission:grid.drafts")}</h2>
        {view.drafts.length === 0 ? (
          <p>{t("commission:grid.noDraft")}</p>
        ) : (
          <ul className={styles.cards}>
            {view.drafts.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        )}
      </section>
      <Lines
        id="examples"
        title={t("commission:grid.examples")}
        lead={t("commission:grid.examplesLead")}
        lines={view.examples}
      />
      <Lines id="past" title={t("commission:grid.past")} lines={view.past} />
    </Page>
  );
}
