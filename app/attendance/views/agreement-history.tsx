import type { ReactNode } from "react";
import { formatDate, formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { WeekHours } from "#app/ui/week-strip.tsx";
import { isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { HistoryEvent } from "../rules/agreement-history.ts";

const meanings = {
  signed: "success",
  transferred: "success",
  adaptation: "information",
  amended: "information",
  replaced: "neutral",
  ended: "attention",
  transferredAway: "attention",
  lastDay: "neutral",
} as const satisfies Record<HistoryEvent["what"], string>;

/** What was agreed, from which day, and what is to come. */
export function AgreementHistory({ events }: { events: HistoryEvent[] }): ReactNode {
  const { t, language } = useWords();
  const sections = new Set(events.flatMap(({ sectionName }) => sectionName ?? []));
  return (
    <Timeline
      items={events.map(({ key, what, day, decidedOn, toCome, pattern, sectionName }) => ({
        key,
        title: t(`attendance:contract.history.${what}`, { day: formatDay(day, language) }),
        at: decidedOn
          ? t(
              what === "ended"
                ? "attendance:contract.history.noticeOn"
                : "attendance:contract.history.decidedOn",
              { day: formatDate(decidedOn, language) },
            )
          : t(toCome ? "attendance:contract.history.toCome" : "attendance:contract.history.past"),
        detail: pattern && !isEmptyPattern(pattern) && (
          <>
            {sections.size > 1 && <p>{t("attendance:contract.history.section", { section: sectionName })}</p>}
            <WeekHours pattern={pattern} />
          </>
        ),
        meaning: toCome ? "neutral" : meanings[what],
      }))}
    />
  );
}
