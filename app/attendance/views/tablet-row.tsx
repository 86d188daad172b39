import { type ReactNode, useState } from "react";
import { formatLength, formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { noteCodes } from "../rules/operation.ts";
import { absenceCodes, standingMeaning } from "../rules/presence.ts";
import type { TabletLine } from "../rules/tablet-day.ts";
import styles from "./tablet-row.module.css";
import type { Deed } from "./use-tablet.ts";

/** An hour stays on one line. */
export const hour = (instant: Date | number, language: Language): string =>
  formatTime(new Date(instant), language).replaceAll(" ", "\u00a0");

const mainMarks = ["arrive", "leave", "asPlanned", "leaveAsPlanned"];

function stateText(line: TabletLine, t: Translate, language: Language): string {
  const at = line.standing === "left" ? line.leftAt : line.arrivedAt;
  return t(`tablet:standing.${line.standing}`, at ? { time: hour(at, language) } : {});
}

/** One child: one touch for what happens now; the rest is one touch further. */
export function TabletRow({
  line,
  make,
}: {
  line: TabletLine;
  make: (deed: Deed) => Promise<void>;
}): ReactNode {
  const { t, language } = useWords();
  const { id, name, marks, standing, seen } = line;
  const [open, setOpen] = useState(false);
  const mark = (mark: TabletLine["marks"][number], code: TabletLine["absenceCode"] = null): void =>
    void make({ kind: "mark", presenceId: id, mark, code, seen });
  const planned = { start: hour(line.start, language), end: hour(line.end, language) };
  const main = marks.find((each) => mainMarks.includes(each));
  // A mistake is taken back in one touch where nothing else is to be done.
  const first = main ?? (marks.includes("undo") ? "undo" : undefined);
  const others = marks.filter((each) => each !== first);
  return (
    <li
      id={`e-${id}`}
      className={styles.row}
      data-standing={standing}
      data-waiting={line.waiting || undefined}
    >
      <div className={styles.who}>
        <strong>{name}</strong>
        <span className={styles.hours}>
          {line.unplanned ? t("tablet:list.unplanned") : t("tablet:list.planned", planned)}
          {line.night && ` · ${t("tablet:list.night")}`}
        </span>
        {line.notes.length > 0 && (
          <span className={styles.notes}>
            {line.notes.map((code) => t(`tablet:note.${code}`)).join(" · ")}
          </span>
        )}
      </div>
      <div className={styles.state}>
        <Tag meaning={standingMeaning[standing]}>{stateText(line, t, language)}</Tag>
        {standing === "absent" && line.absenceCode && (
          <small>{t(`tablet:absence.${line.absenceCode}`)}</small>
        )}
        {line.late > 0 && (
          <small className={styles.late}>
            {t("tablet:list.late", { length: formatLength(line.late, language) })}
          </small>
        )}
        {line.waiting && <small>{t("tablet:list.waiting")}</small>}
      </div>
      <div className={styles.marks}>
        {first && (
          <button
            type="button"
            className={styles.touch}
            data-kind={main ? "main" : undefined}
            aria-label={t("tablet:mark.of", { mark: t(`tablet:mark.${first}`, planned), child: name })}
            onClick={() => mark(first)}
          >
            {t(`tablet:mark.${first}`, planned)}
          </button>
        )}
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          aria-label={t("tablet:list.moreOf", { child: name })}
          onClick={() => setOpen(!open)}
        >
          {t("tablet:list.more")}
        </button>
      </div>
      {open && (
        <div className={styles.panel}>
          {others.map((each) => (
            <Button
              key={each}
              type="button"
              small
              aria-label={t("tablet:mark.of", { mark: t(`tablet:mark.${each}`, planned), child: name })}
              onClick={() => mark(each)}
            >
              {t(`tablet:mark.${each}`, planned)}
            </Button>
          ))}
          {standing === "absent" && (
            <fieldset>
              <legend>{t("tablet:absence.why")}</legend>
              {absenceCodes.map((code) => (
                <Button
                  key={code}
                  type="button"
                  small
                  aria-pressed={line.absenceCode === code}
                  onClick={() => mark("absent", code)}
                >
                  {t(`tablet:absence.${code}`)}
                </Button>
              ))}
            </fieldset>
          )}
          <fieldset>
            <legend>{t("tablet:note.title")}</legend>
            {noteCodes.map((code) => (
              <Button
                key={code}
                type="button"
                small
                aria-pressed={line.notes.includes(code)}
                disabled={line.notes.includes(code)}
                onClick={() => void make({ kind: "note", presenceId: id, code })}
              >
                {t(`tablet:note.${code}`)}
              </Button>
            ))}
          </fieldset>
        </div>
      )}
    </li>
  );
}
