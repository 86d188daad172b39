import type { Span } from "#app/calendar/rules/quarter-hours.ts";
import type { AbsenceCode, PresenceState } from "./presence.ts";

/** A stay as figures read it. Epoch milliseconds, on whole minutes. */
export type StayRecord = {
  plannedStart: number;
  /** As `plannedStart` for a child who was not expected: nothing was booked. */
  plannedEnd: number;
  state: PresenceState;
  arrivedAt: number | null;
  leftAt: number | null;
};

/** A stay of one child in one facility, under whichever contract. */
export type ChildStay = StayRecord & {
  childId: string;
  absenceCode: AbsenceCode | null;
  /** When the absence was announced, or marked. */
  markedAt: number | null;
};

/** When the child was really there; null for a stay that nobody marked, or an absence. */
export function presenceOf(stay: StayRecord, asOf: number): Span | null {
  if (stay.arrivedAt === null || (stay.state !== "arrived" && stay.state !== "left")) return null;
  const end = stay.leftAt ?? Math.max(stay.arrivedAt, Math.min(stay.plannedEnd, asOf));
  return { start: stay.arrivedAt, end };
}
