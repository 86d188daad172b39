// Hours asked one day at a time, under an occasional contract. Pages, the server's guard and the tests read this table.
import { z } from "#app/zod.ts";

export const occasionalStatuses = ["waiting", "asked", "booked", "cancelled", "declined", "lapsed"] as const;
export type OccasionalStatus = (typeof occasionalStatuses)[number];

type By = "family" | "facility" | "clock";
type Transition = { from: readonly OccasionalStatus[]; to: OccasionalStatus; by: readonly By[] };

/** A family is asked before it is booked: nothing leads from the waiting list to a booking. */
export const occasionalTransitions = {
  ask: { from: ["waiting"], to: "asked", by: ["clock"] },
  accept: { from: ["asked"], to: "booked", by: ["family"] },
  decline: { from: ["asked"], to: "declined", by: ["family"] },
  lapse: { from: ["asked", "waiting"], to: "lapsed", by: ["clock"] },
  cancel: { from: ["waiting", "asked", "booked"], to: "cancelled", by: ["family", "facility", "clock"] },
} as const satisfies Record<string, Transition>;
export type OccasionalTransition = keyof typeof occasionalTransitions;

export function mayMoveStay(name: OccasionalTransition, from: OccasionalStatus, by: By): boolean {
  const transition: Transition = occasionalTransitions[name];
  return transition.from.includes(from) && transition.by.includes(by);
}

/** Those that take a place: hours booked, and hours that a family is being asked about. */
export const holdingStays: readonly OccasionalStatus[] = ["asked", "booked"];
/** Those that are not over. */
export const openStays: readonly OccasionalStatus[] = ["waiting", "asked", "booked"];

const minute = z.number().int().min(0).max(1440);
const stretch = z.object({ start: minute, end: minute });

/** The parameter "occasional-care". Minutes of the day, or lengths in minutes. */
export const occasionalCare = z.object({
  /** How long a family has to answer, the quiet hours of the night not counted. */
  answerMinutes: z.number().int().positive(),
  quietFrom: minute,
  quietTo: minute,
  /** Nobody is asked so shortly before the hours begin. */
  lastAskMinutesBefore: z.number().int().min(0),
  /** Until when families book, the day before: what a window says unless the facility says otherwise. */
  bookUntil: minute,
  /** What a family books in one touch, when it is free. */
  morning: stretch,
  afternoon: stretch,
});
export type OccasionalCare = z.output<typeof occasionalCare>;

export type Window = { opensAt: Date; closesAt: Date; closedAt: Date | null };

/** Families may book, and take back, while the window is open. */
export function isBookable({ opensAt, closesAt, closedAt }: Window, now: Date): boolean {
  return closedAt === null && opensAt <= now && now < closesAt;
}

/** The waiting list goes on after the last moment to book, until the facility closes the window itself. */
export function listMoves({ opensAt, closedAt }: Window, now: Date): boolean {
  return closedAt === null && opensAt <= now;
}

/** An answer that comes too late is one to a question that is over. */
export type OccasionalStanding = OccasionalStatus | "late";
export function stayStandingAt(
  { status, answerBy }: { status: OccasionalStatus; answerBy: Date | null },
  now: Date,
): OccasionalStanding {
  return status === "asked" && answerBy !== null && now >= answerBy ? "late" : status;
}
