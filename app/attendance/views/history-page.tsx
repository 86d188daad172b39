import type { ReactNode } from "react";
import { formatDay, formatInstant, formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Tag, type Meaning } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { HistoryLine, HistoryView } from "../acts/read-history.server.ts";

function whatText({ kind, mark, code, at }: HistoryLine, t: Translate, language: Language): string {
  const time = formatTime(at, language);
  if (kind === "note") return t(`tablet:note.${code}`);
  if (kind === "unplanned") return `${t("tablet:list.unplanned")}, ${t("tablet:said.arrive", { time })}`;
  const [set, name] = (mark ?? "").split(":");
  if (name) return t(`tablet:history.${set}.${name}`, { time });
  const reason = mark === "absent" && code ? ` (${t(`tablet:absence.${code}`)})` : "";
  return t(`tablet:said.${mark}`, { time }) + reason;
}

const meanings: Record<string, Meaning> = {
  applied: "success",
  same: "information",
  conflict: "attention",
  refused: "refusal",
};

function Became({ line }: { line: HistoryLine }): ReactNode {
  const { t, language } = useWords();
  const { outcome, settlement, settledAt, settledBy, error } = line;
  if (settlement) {
    return (
      <>
        <Tag meaning="information">
          {t(settlement === "applied" ? "tablet:history.taken" : "tablet:history.kept")}
        </Tag>
        {settledAt && (
          <small>
            {" "}
            {settledBy ?? t("tablet:history.gone")}, {formatInstant(settledAt, language)}
          </small>
        )}
      </>
    );
  }
  return (
    <>
      <Tag meaning={meanings[outcome] ?? "information"}>{t(`tablet:history.${outcome}`)}</Tag>
      {error && <small> {t(error)}</small>}
    </>
  );
}

/** All that was said of one stay, by whom, and what became of it. */
export function HistoryPage({ history, back }: { history: HistoryView; back: string }): ReactNode {
  const { t, language } = useWords();
  const { child, day, lines } = history;
  return (
    <Page
      wide
      title={t("tablet:history.title")}
      lead={t("tablet:history.lead", { child, day: formatDay(day, language) })}
      back={{ href: back, label: t("tablet:history.back") }}
    >
      {lines.length === 0 ? (
        <p>{t("tablet:history.empty")}</p>
      ) : (
        <DataTable
          caption={t("tablet:history.caption")}
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "at",
              header: t("tablet:history.at"),
              cell: ({ at }) => formatTime(at, language),
            },
            { key: "what", header: t("tablet:history.what"), cell: (line) => whatText(line, t, language) },
            {
              key: "who",
              header: t("tablet:history.who"),
              cell: ({ who, at, receivedAt, mark }) => (
                <>
                  {who ?? t("tablet:history.nobody")}
                  {!mark?.includes(":") && receivedAt.getTime() - at.getTime() > 120_000 && (
                    <small> {t("tablet:history.received", { time: formatTime(receivedAt, language) })}</small>
                  )}
                </>
              ),
            },
            { key: "became", header: t("tablet:history.became"), cell: (line) => <Became line={line} /> },
          ]}
        />
      )}
    </Page>
  );
}
