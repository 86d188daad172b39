import type { ReactNode } from "react";
import { addDays } from "#app/calendar/rules/day.ts";
import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { DayListView } from "../acts/read-day-list.server.ts";
import type { DayLine } from "../rules/day-line.ts";
import type { Standing } from "../rules/presence.ts";
import styles from "./day-list-page.module.css";
import { dayOffText } from "#app/ui/day-off-text.ts";
import { BandStatus } from "./band-status.tsx";
import { DayConflicts } from "./day-conflicts.tsx";
import { DayRow } from "./day-row.tsx";
import { DaySwitch } from "./day-switch.tsx";

/** What the last mark could not do, beside the child it was for. */
export type MarkRefused = { presenceId: string; error: string; values: Record<string, unknown> };

type Section = { sectionId: string; name: string; lines: DayLine[] };

const counted: Standing[] = ["present", "toCome", "late", "unknown", "notLeft", "left", "absent"];

/** The exceptions are marked one by one; what is left of a day that is over is confirmed in one touch. */
function ConfirmOthers({ sectionId, name, lines }: Section): ReactNode {
  const { t } = useWords();
  const count = lines.filter(({ standing }) => standing === "unknown").length;
  if (count === 0) return null;
  return (
    <form method="post" className={styles.confirm}>
      <input type="hidden" name="section" value={sectionId} />
      <Button small>{t("attendance:list.confirm", { section: name, count })}</Button>
    </form>
  );
}

export function DayListPage({
  list,
  refused,
}: {
  list: DayListView;
  refused: MarkRefused | undefined;
}): ReactNode {
  const { t, language } = useWords();
  const { facility, day, sections, counts, onlyToMark } = list;
  const here = `/structure/${facility.id}/presences`;
  const shown = sections.filter(({ lines, band }) => lines.length > 0 || (band && !onlyToMark));
  const known = shown.flatMap(({ lines }) => lines);
  const child = known.find(({ id }) => id === refused?.presenceId)?.childName;
  return (
    <Page
      wide
      title={t("attendance:list.title", { day: formatDay(day, language) })}
      lead={facility.name}
      back={{ href: `/structure/${facility.id}`, label: facility.name }}
    >
      <DaySwitch address={here} day={day} today={list.today} />
      {list.off && (
        <Notice meaning="information">
          <p>{dayOffText(list.off, t)}</p>
        </Notice>
      )}
      {refused && (
        <Notice
          meaning="attention"
          title={child ? t("attendance:error.title", { child }) : t("attendance:error.titleNobody")}
          live
        >
          <p>{t(refused.error)}</p>
          {child && <a href={`#p-${refused.presenceId}`}>{child}</a>}
        </Notice>
      )}
      <DayConflicts conflicts={list.conflicts} />
      <ul className={styles.counts}>
        {counted
          .filter((standing) => counts[standing] > 0)
          .map((standing) => (
            <li key={standing} data-standing={standing}>
              {t(`attendance:count.${standing}`, { count: counts[standing] })}
            </li>
          ))}
      </ul>
      {known.length === 0 && (
        <p>{t(onlyToMark ? "attendance:list.nothingToMark" : "attendance:list.empty")}</p>
      )}
      <nav className={styles.links} aria-label={t("attendance:list.sections")}>
        <a href={`${here}?jour=${day}${onlyToMark ? "" : "&voir=a-pointer"}`}>
          {t(onlyToMark ? "attendance:list.showAll" : "attendance:list.showToMark")}
        </a>
        {shown.length > 1 &&
          shown.map(({ id, name, lines }) => (
            <a key={id} href={`#s-${id}`}>
              {name} ({formatNumber(lines.length, language)})
            </a>
          ))}
      </nav>
      {shown.map(({ id, name, lines, band }) => (
        <section key={id} aria-labelledby={`s-${id}`}>
          <h2 id={`s-${id}`} className={styles.section}>
            {name} <small>{t("attendance:list.count", { count: lines.length })}</small>
          </h2>
          {band && <BandStatus figures={band.figures} article={band.article} />}
          <ul className={styles.rows}>
            {lines.map((line) => (
              <DayRow
                key={line.id}
                line={line}
                refused={refused?.presenceId === line.id ? refused : undefined}
                editable={day <= addDays(list.today, 1)}
                history={list.seesHistory ? `${here}/${line.id}` : null}
              />
            ))}
          </ul>
          <ConfirmOthers sectionId={id} name={name} lines={lines} />
        </section>
      ))}
    </Page>
  );
}
