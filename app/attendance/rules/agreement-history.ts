// What happened to an agreement, and what is to come, in order: what its family and its facility both read.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type AgreementRow, heldRows, neverBegan } from "./agreement.ts";

export type HistoryEvent = {
  key: string;
  what:
    | "signed"
    | "transferred"
    | "adaptation"
    | "amended"
    | "replaced"
    | "ended"
    | "transferredAway"
    | "lastDay";
  /** The day from which it counts; for an end, the last day. */
  day: CalendarDay;
  /** When it was decided. */
  decidedOn: CalendarDay | null;
  toCome: boolean;
  /** The hours that begin; null for an end. */
  pattern: WeeklyPattern | null;
  sectionName: string | null;
};

type Row = AgreementRow & { sectionName: string };

function beginning(row: Row, index: number): HistoryEvent["what"] {
  if (neverBegan(row)) return "replaced";
  if (row.stage === "adaptation" && row.madeBy !== "amended") return "adaptation";
  if (index === 0) return row.madeBy === "transferred" ? "transferred" : "signed";
  return "amended";
}

/** Latest last. */
export function agreementHistory(rows: Row[], today: CalendarDay): HistoryEvent[] {
  const held = heldRows(rows);
  const shown = [...held, ...rows.filter(neverBegan)].sort(
    (a, b) => a.startOn.localeCompare(b.startOn) || a.createdAt.getTime() - b.createdAt.getTime(),
  );
  const events = shown.map((row): HistoryEvent => {
    const { id, startOn, pattern, sectionName, createdAt } = row;
    const regularAfterAdaptation =
      row.stage === "regular" && row.madeBy !== "amended" && held[0]?.stage === "adaptation";
    return {
      key: id,
      what: regularAfterAdaptation && !neverBegan(row) ? "signed" : beginning(row, held.indexOf(row)),
      day: startOn,
      decidedOn: dayOf(createdAt),
      toCome: startOn > today,
      pattern,
      sectionName,
    };
  });
  const last = held.at(-1);
  if (!last || last.endOn === null) return events;
  const what =
    last.endedBy === "ended" ? "ended" : last.endedBy === "transferred" ? "transferredAway" : "lastDay";
  const end: HistoryEvent = {
    key: "end",
    what,
    day: last.endOn,
    decidedOn: last.noticeOn,
    toCome: last.endOn >= today,
    pattern: null,
    sectionName: null,
  };
  return [...events, end];
}
