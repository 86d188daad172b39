import type { ReactNode } from "react";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { type Column, DataTable } from "#app/ui/table.tsx";
import {
  type LineGroup,
  type ScoreSheetView,
  type SheetLine,
  groupOf,
  maySendFor,
} from "../rules/sheet-view.ts";
import type { SheetReader } from "./score-sheet-page.tsx";
import styles from "./sheet.module.css";
import { told } from "./told.ts";

type Scored = NonNullable<ScoreSheetView["scored"]>;
type Row = Pick<SheetLine, "words" | "points" | "counted"> & { key: string; line: SheetLine | null };

const meanings = { counted: "success", open: "attention", notYours: "neutral" } as const;

/** How a line stands: it counts, until when; or why it does not, and what to do about it. */
function Standing({
  line,
  careRequestId,
  reader,
}: {
  line: SheetLine;
  careRequestId: string;
  reader: SheetReader;
}): ReactNode {
  const { t, language } = useWords();
  const { why, proof, proofState, validUntil, fact } = line;
  const document = t(`requests:proof.${proof ?? "none"}`);
  const until = validUntil ? formatDay(validUntil, language) : "";
  if (why === null) {
    const kind = proof !== null && proofState === "verified" ? (validUntil ? "until" : "proved") : "seen";
    return (
      <>
        <Tag meaning="success">{t("commission:sheet.counts")}</Tag>
        <span className={styles.under}>
          {t(`commission:sheet.counted.${kind}`, { document, date: until })}
        </span>
      </>
    );
  }
  const said = why === "notStated" && line.byCaf ? "notStatedByCaf" : why;
  const meaning = why === "proofReceived" ? "information" : meanings[groupOf(line)];
  return (
    <>
      <Tag meaning={why === "bestOfGroup" ? "neutral" : meaning}>{t(`commission:sheet.state.${why}`)}</Tag>
      <span className={styles.under}>
        {t(`commission:sheet.why.${reader}.${said}`, { document, date: until })}{" "}
        {reader === "family" && maySendFor(line) && (
          <a href={`/famille/demandes/${careRequestId}#fait-${fact}`}>{t("commission:sheet.send")}</a>
        )}
      </span>
    </>
  );
}

/** Every criterion of the grid: those that count, those that a proof would bring, those that are not theirs. */
export function SheetLines({
  scored,
  careRequestId,
  reader,
}: {
  scored: Scored;
  careRequestId: string;
  reader: SheetReader;
}): ReactNode {
  const { t, language } = useWords();
  const { grid, lines, seniority } = scored;
  const inGroup = (group: LineGroup): Row[] =>
    lines.filter((line) => groupOf(line) === group).map((line) => ({ ...line, key: line.criterion, line }));
  const counted: Row[] = [
    ...inGroup("counted"),
    ...(seniority
      ? [{ key: "seniority", words: seniority.words, points: seniority.points, counted: true, line: null }]
      : []),
  ];
  const worth: Column<Row>[] =
    grid.method === "points"
      ? [
          {
            key: "points",
            header: t("commission:grid.column.points"),
            number: true,
            cell: ({ points, counted: counts, line }) => {
              const value = formatNumber(points, language);
              if (counts) return <strong>{value}</strong>;
              const soon = line !== null && groupOf(line) === "open";
              return (
                <span className={styles.would}>
                  {soon ? t("commission:sheet.would", { points: value }) : value}
                </span>
              );
            },
          },
        ]
      : grid.method === "list"
        ? [
            {
              key: "rank",
              header: t("commission:grid.column.rank"),
              number: true,
              cell: ({ line }) => line?.rank ?? "–",
            },
          ]
        : [];
  const columns: Column<Row>[] = [
    {
      key: "criterion",
      header: t("commission:grid.column.criterion"),
      cell: ({ words }) => told(words, language),
    },
    ...worth,
    {
      key: "state",
      header: t("commission:sheet.column.state"),
      cell: ({ line }) =>
        line ? (
          <Standing line={line} careRequestId={careRequestId} reader={reader} />
        ) : (
          seniority && t(`commission:sheet.seniority.${seniority.per}`, { count: seniority.passed })
        ),
    },
  ];
  const groups: [LineGroup, Row[]][] = [
    ["counted", counted],
    ["open", inGroup("open")],
    ["notYours", inGroup("notYours")],
  ];
  return groups.map(([group, rows]) =>
    rows.length === 0 ? null : (
      <section key={group}>
        <h2>{t(`commission:sheet.group.${group}`)}</h2>
        <DataTable<Row>
          caption={t(`commission:sheet.group.${group}`)}
          hiddenCaption
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
        />
      </section>
    ),
  );
}
