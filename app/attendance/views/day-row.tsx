import type { ReactNode } from "react";
import { minuteOf } from "#app/calendar/rules/instant.ts";
import { formatLength, formatTime } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/translator.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/notice.tsx";
import type { DayLine } from "../rules/day-line.ts";
import { type Mark, absenceCodes, standingMeaning } from "../rules/presence.ts";
import type { MarkRefused } from "./day-list-page.tsx";
import styles from "./day-row.module.css";

const mainMarks: Mark[] = ["arrive", "leave", "asPlanned", "leaveAsPlanned"];

/** "07:05", as a time field wants it. */
function clockOf(instant: Date | null): string {
  if (!instant) return "";
  const minute = minuteOf(instant);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** An hour stays on one line. */
const hourOf = (instant: Date, language: Language): string =>
  formatTime(instant, language).replaceAll(" ", "\u00a0");

function Times({ line }: { line: DayLine }): ReactNode {
  const { t, language } = useWords();
  const { plannedStart, plannedEnd, arrivedAt, night, standing } = line;
  const time = (instant: Date): string => hourOf(instant, language);
  const since = arrivedAt && standing !== "absent";
  return (
    <span className={styles.times}>
      {line.unplanned
        ? t("tablet:list.unplanned")
        : t("attendance:list.planned", { start: time(plannedStart), end: time(plannedEnd) })}
      {standing === "left" && arrivedAt && `, ${t("attendance:arrivedAt", { time: time(arrivedAt) })}`}
      {line.standing === "left" && line.leftEarlyBy > 0 && (
        <> · {t("attendance:leftEarly", { length: formatLength(line.leftEarlyBy, language) })}</>
      )}
      {line.lateBy > 0 && <> · {t("tablet:list.late", { length: formatLength(line.lateBy, language) })}</>}
      {night && (
        <span className={styles.night}>
          <Icon name="moon" size={18} />
          {night === "fromYesterday"
            ? t(since ? "attendance:list.nightFromSince" : "attendance:list.nightFrom", {
                time: time(since ? arrivedAt : plannedStart),
              })
            : t("attendance:list.nightUntil", { time: time(plannedEnd) })}
        </span>
      )}
    </span>
  );
}

function State({ line }: { line: DayLine }): ReactNode {
  const { t, language } = useWords();
  const { standing, arrivedAt, leftAt, absenceCode } = line;
  const at = standing === "left" ? leftAt : arrivedAt;
  const values = at ? { time: hourOf(at, language) } : {};
  return (
    <span className={styles.state}>
      <Tag meaning={standingMeaning[standing]}>{t(`attendance:standing.${standing}`, values)}</Tag>
      {standing === "absent" && <small>{t(`attendance:absence.${absenceCode ?? "none"}`)}</small>}
    </span>
  );
}

/** One child: name, hours, state, and one touch for what happens. Works as plain forms. */
export function DayRow({
  line,
  refused,
  editable,
  history,
}: {
  line: DayLine;
  refused: MarkRefused | undefined;
  /** Hours may be put right once the day has come near. */
  editable: boolean;
  /** Where everything said of this stay is read; null for who may not. */
  history: string | null;
}): ReactNode {
  const { t, language } = useWords();
  const { id, version, childName, marks, standing } = line;
  const planned = { time: hourOf(line.plannedStart, language) };
  const seen = (
    <>
      <input type="hidden" name="presenceId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  const named = (mark: string): string => t("attendance:mark.of", { mark, child: childName });
  return (
    <li id={`p-${id}`} className={styles.row} data-standing={standing}>
      <div className={styles.who}>
        <strong>{childName}</strong>
        <Times line={line} />
      </div>
      <State line={line} />
      <span className={styles.paper} aria-hidden="true">
        {t("attendance:list.paper")}
      </span>
      <form method="post" className={styles.marks}>
        {seen}
        {marks.map((mark) => (
          <Button
            key={mark}
            small
            kind={mainMarks.includes(mark) ? "main" : mark === "undo" ? "quiet" : "plain"}
            name="mark"
            value={mark}
            aria-label={named(t(`attendance:mark.${mark}`, planned))}
          >
            {mark === "arriveAsPlanned"
              ? t("attendance:mark.atPlanned", planned)
              : t(`attendance:mark.${mark}`, planned)}
          </Button>
        ))}
      </form>
      {standing === "absent" && (
        <form method="post" className={styles.reasons}>
          {seen}
          <span>{t("attendance:absence.why")}</span>
          {absenceCodes.map((code) => (
            <Button
              key={code}
              small
              kind="quiet"
              name="mark"
              value={`absent:${code}`}
              aria-pressed={line.absenceCode === code}
              aria-label={named(t(`attendance:absence.${code}`))}
            >
              {t(`attendance:absence.${code}`)}
            </Button>
          ))}
        </form>
      )}
      {editable && (
        <details className={styles.correct} open={refused?.values.mark === "correct"}>
          <summary aria-label={named(t("attendance:mark.correct"))}>
            {t("attendance:mark.correctShort")}
          </summary>
          <form method="post" noValidate>
            {seen}
            <label>
              {t("attendance:mark.arrived")}
              <input
                type="time"
                name="arrived"
                defaultValue={String(refused?.values.arrived ?? clockOf(line.arrivedAt ?? line.plannedStart))}
              />
            </label>
            <label>
              {t("attendance:mark.left")}
              <input
                type="time"
                name="left"
                defaultValue={String(refused?.values.left ?? clockOf(line.leftAt))}
                aria-describedby={`left-hint-${id}`}
              />
              <small id={`left-hint-${id}`}>{t("attendance:mark.leftHint")}</small>
            </label>
            <Button small name="mark" value="correct">
              {t("attendance:mark.save")}
            </Button>
          </form>
          {history && (
            <a href={history} aria-label={`${t("tablet:history.title")} : ${childName}`}>
              {t("tablet:history.title")}
            </a>
          )}
        </details>
      )}
    </li>
  );
}
