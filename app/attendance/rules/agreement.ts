// An agreement: the rows of a contract that follow each other, without a gap, as it was signed and then amended.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { printHours } from "#app/calendar/rules/hours-text.ts";
import { type WeeklyPattern, isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";

export const contractKinds = ["regular", "occasional", "emergency"] as const;
export type ContractKind = (typeof contractKinds)[number];

export const contractStages = ["adaptation", "regular"] as const;
export type ContractStage = (typeof contractStages)[number];

export type MadeBy = "signed" | "amended" | "transferred" | "resumed";
export type EndedBy = "amended" | "transferred" | "ended";

export type AgreementRow = {
  id: string;
  agreementId: string;
  careRequestId: string | null;
  childId: string;
  facilityId: string;
  sectionId: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  kind: ContractKind;
  stage: ContractStage;
  madeBy: MadeBy;
  endedBy: EndedBy | null;
  noticeOn: CalendarDay | null;
  version: number;
  createdAt: Date;
};

type Dated = Pick<AgreementRow, "startOn" | "endOn">;

/** A row that another replaced before its first day: it ends before it starts, so that it holds nothing. */
export const neverBegan = ({ startOn, endOn }: Dated): boolean => endOn !== null && endOn < startOn;

/** The rows that hold hours, in order. */
export function heldRows<R extends Dated>(rows: readonly R[]): R[] {
  return rows.filter((row) => !neverBegan(row)).sort((a, b) => (a.startOn < b.startOn ? -1 : 1));
}

export function rowOn<R extends Dated>(rows: readonly R[], day: CalendarDay): R | null {
  return (
    heldRows(rows).find(({ startOn, endOn }) => startOn <= day && (endOn === null || day <= endOn)) ?? null
  );
}

/** What a page shows as the hours of today: those that run, else the first to come, else the last there were. */
export function shownRow<R extends Dated>(rows: readonly R[], today: CalendarDay): R {
  const held = heldRows(rows);
  const shown = rowOn(held, today) ?? held.find(({ startOn }) => startOn > today) ?? held.at(-1);
  // Ended before it ever began: what was signed.
  return shown ?? [...rows].sort((a, b) => (a.startOn < b.startOn ? -1 : 1))[0]!;
}

export type AgreementStanding = "coming" | "running" | "ended";

export function agreementStanding(rows: readonly Dated[], today: CalendarDay): AgreementStanding {
  const held = heldRows(rows);
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last || (last.endOn !== null && last.endOn < today)) return "ended";
  return first.startOn > today ? "coming" : "running";
}

/** The first and last day of the whole; null when nothing of it was, or will be, held. */
export function agreementPeriod(
  rows: readonly Dated[],
): { startOn: CalendarDay; endOn: CalendarDay | null } | null {
  const held = heldRows(rows);
  return held.length === 0 ? null : { startOn: held[0]!.startOn, endOn: held.at(-1)!.endOn };
}

/** Grows with every change, so that somebody who decides on an older page is told. */
export function agreementVersion(rows: readonly { version: number }[]): number {
  return rows.reduce((sum, { version }) => sum + version, 0);
}

export function samePattern(one: WeeklyPattern, other: WeeklyPattern): boolean {
  if (isEmptyPattern(one) || isEmptyPattern(other)) return isEmptyPattern(one) && isEmptyPattern(other);
  return printHours(one) === printHours(other);
}

export type StayToday = { plannedStart: Date; state: string };

/** The past never changes: tomorrow, once a stay of today has begun or been marked. */
export function firstChangeDay(today: CalendarDay, now: Date, staysToday: StayToday[]): CalendarDay {
  const begun = staysToday.some(
    ({ plannedStart, state }) => state === "arrived" || state === "left" || plannedStart <= now,
  );
  return begun ? addDays(today, 1) : today;
}
