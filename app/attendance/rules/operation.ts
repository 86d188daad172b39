// What a device sends: one thing done at the attendance page, with an id and a time of its own. No library: browsers
// load this file.
import type { AbsenceCode, Mark } from "./presence.ts";

/** What may be said of a stay besides its hours: nothing of health, no judgement. */
export const noteCodes = [
  "lateAnnounced",
  "earlyAnnounced",
  "otherPerson",
  "arrivedLate",
  "leftBehind",
  "callFamily",
] as const;
export type NoteCode = (typeof noteCodes)[number];

type Made = {
  /** Made on the device: a replay finds it. */
  id: string;
  /** When the screen was touched, in milliseconds, on the device's clock put right by the server's. */
  at: number;
};

export type MarkOperation = Made & {
  kind: "mark";
  /** A stay, or the operation that brought a child nobody expected. */
  presenceId: string;
  mark: Exclude<Mark, "correct">;
  code: AbsenceCode | null;
  /** How much of the history of the stay the device had been told. */
  seen: number;
};
export type UnplannedOperation = Made & {
  kind: "unplanned";
  sectionId: string;
  /** A child of the facility, or a name typed. */
  child: { contractId: string } | { firstName: string; lastName: string };
};
export type NoteOperation = Made & { kind: "note"; presenceId: string; code: NoteCode };
export type StaffOperation = Made & { kind: "staffCount"; sectionId: string; staff: number };

export type Operation = MarkOperation | UnplannedOperation | NoteOperation | StaffOperation;

/** Operations in one request. */
export const mostOperations = 200;
export const mostStaff = 60;

/** What became of one: a replay answers the same. */
export type OperationResult = {
  id: string;
  outcome: "applied" | "same" | "conflict" | "refused";
  error: string | null;
};

const minuteMs = 60_000;
/** Beyond, the clock of the device is wrong in a way that nobody can mend. */
export const aheadMinutes = 5;
export const oldestDays = 7;

export type BelievedTime = { ok: true; at: Date } | { ok: false; error: string };

/** The time that the server believes: never later than its own. */
export function believedTime(at: number, now: Date): BelievedTime {
  const time = now.getTime();
  if (at > time + aheadMinutes * minuteMs) return { ok: false, error: "tablet:error.future" };
  if (at < time - oldestDays * 1440 * minuteMs) return { ok: false, error: "tablet:error.tooOld" };
  return { ok: true, at: new Date(Math.min(at, time)) };
}
