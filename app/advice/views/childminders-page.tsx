import type { ReactNode } from "react";
import { formatDate, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { WeekStrip } from "#app/ui/week-strip.tsx";
import { weekLines } from "#app/ui/week-text.ts";
import type { ChildminderLine, ChildmindersPage } from "../acts/read-childminders.server.ts";
import styles from "./childminders.module.css";

/** What she offers today; nothing to say of one who is simply available. */
export function StateOf({ state }: { state: ChildminderLine["state"] }): ReactNode {
  const { t, language } = useWords();
  if (state.state === "unknown") return <Tag meaning="neutral">{t("advice:childminders.state.unknown")}</Tag>;
  if (state.stopsOn === null) return null;
  const name = state.state === "stopped" ? "stopped" : "stopping";
  return (
    <Tag meaning="attention">
      {t(`advice:childminders.state.${name}`, { date: formatDate(state.stopsOn, language) })}
    </Tag>
  );
}

/** Hours in words, or that there are none. */
export function Lines({ pattern, none }: { pattern: ChildminderLine["free"]; none: string }): ReactNode {
  const { t, language } = useWords();
  const lines = weekLines(pattern, t, language);
  return (
    <span className={styles.lines}>
      {lines.length === 0 ? none : lines.map((line) => <span key={line}>{line}</span>)}
    </span>
  );
}

function Table({ lines }: Pick<ChildmindersPage, "lines">): ReactNode {
  const { t, language } = useWords();
  return (
    <DataTable
      caption={t("advice:childminders.caption")}
      hiddenCaption
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: "name",
          header: t("advice:childminders.name"),
          cell: (line) => (
            <>
              <a href={`/relais/assistantes-maternelles/${line.id}`}>{line.name}</a>{" "}
              <StateOf state={line.state} />
            </>
          ),
        },
        {
          key: "quarter",
          header: t("advice:childminders.quarter"),
          cell: (line) => line.quarterName ?? t("ui:unknown"),
        },
        {
          key: "places",
          header: t("advice:childminders.places"),
          number: true,
          cell: (line) => line.places ?? t("ui:unknown"),
        },
        {
          key: "hours",
          header: t("advice:childminders.hours"),
          cell: (line) => <Lines pattern={line.hours} none={t("ui:unknown")} />,
        },
        {
          key: "free",
          header: t("advice:childminders.free"),
          cell: (line) =>
            line.freeMinutes === 0 ? (
              t("advice:childminders.noneFree")
            ) : (
              <span className={styles.free}>
                <WeekStrip pattern={line.free} compact />
                <span>
                  {t("advice:childminders.freeHours", { length: formatLength(line.freeMinutes, language) })}
                </span>
              </span>
            ),
        },
      ]}
    />
  );
}

/** The childminders of the town and their free hours, as the RPE keeps them. */
export function Childminders({ page }: { page: ChildmindersPage }): ReactNode {
  const { t } = useWords();
  return (
    <Page
      wide
      title={t("advice:childminders.title")}
      lead={t("advice:childminders.lead", { count: page.lines.length })}
      back={{ href: "/relais", label: t("advice:desk.title") }}
    >
      <ButtonRow>
        <ButtonLink kind="main" href="/relais/assistantes-maternelles/nouvelle">
          {t("advice:childminders.add")}
        </ButtonLink>
        <ButtonLink href="/places">{t("advice:childminders.search")}</ButtonLink>
      </ButtonRow>
      <form method="get" className={styles.filter}>
        <SelectField
          name="quartier"
          label={t("advice:childminders.quarter")}
          empty={t("advice:childminders.everyQuarter")}
          defaultValue={page.quarter ?? ""}
          options={page.quarterNames.map((name) => ({ value: name, label: name }))}
        />
        <Button>{t("advice:childminders.show")}</Button>
      </form>
      {page.lines.length === 0 ? <p>{t("advice:childminders.none")}</p> : <Table lines={page.lines} />}
      <p>{t("advice:childminders.freeNote")}</p>
    </Page>
  );
}
