// The life of an offer, and what each answer of a family does to it and to the request.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import { minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";
import type { StepMaker, TransitionName } from "#app/requests/rules/lifecycle.ts";
import { z } from "#app/zod.ts";

export const offerStatuses = ["open", "accepted", "declined", "expired", "withdrawn"] as const;
export type OfferStatus = (typeof offerStatuses)[number];

type OfferTransition = {
  from: readonly OfferStatus[];
  to: OfferStatus;
  by: readonly StepMaker[];
  /** Before the deadline, after it, or at any time. */
  when: "inTime" | "late" | "always";
};

export const offerTransitions = {
  accept: { from: ["open"], to: "accepted", by: ["family", "desk"], when: "inTime" },
  decline: { from: ["open"], to: "declined", by: ["family", "desk"], when: "inTime" },
  expire: { from: ["open"], to: "expired", by: ["clock"], when: "late" },
  withdraw: { from: ["open"], to: "withdrawn", by: ["family", "desk"], when: "always" },
} as const satisfies Record<string, OfferTransition>;
export type OfferTransitionName = keyof typeof offerTransitions;

/** The three buttons of a family, and what each does to the offer and to the request. */
export const answers = {
  accept: { offer: "accept", request: "accept" },
  decline: { offer: "decline", request: "declineAndStay" },
  withdraw: { offer: "withdraw", request: "withdraw" },
} as const satisfies Record<string, { offer: OfferTransitionName; request: TransitionName }>;
export type Answer = keyof typeof answers;

/** An offer holds the hours it offers while it is open; a contract takes over when it is accepted. */
export const holdingStatuses: readonly OfferStatus[] = offerTransitions.accept.from;

/** What a family sees of an offer: its status, or "late" once the deadline has passed without an answer. */
export type OfferStanding = OfferStatus | "late";
export function standingOf(
  { status, answerBy }: { status: OfferStatus; answerBy: Date },
  now: Date,
): OfferStanding {
  return status === "open" && now >= answerBy ? "late" : status;
}

export function mayMoveOffer(name: OfferTransitionName, standing: OfferStanding, by: StepMaker): boolean {
  const { from, by: makers, when }: OfferTransition = offerTransitions[name];
  const status = standing === "late" ? "open" : standing;
  if (!from.includes(status) || !makers.includes(by)) return false;
  return when === "always" || when === (standing === "late" ? "late" : "inTime");
}

/** The part of the parameter "delays" that offers live by. */
export const offerDelays = z.object({ offerAnswerDays: z.number().int().positive() });

/**
 * A family may answer until the end of the day that falls `answerDays` after the offer; never after the place itself
 * has ended, which would make a contract that is over before it begins.
 */
export function offerDeadline(
  sentOn: CalendarDay,
  answerDays: number,
  endOn: CalendarDay | null = null,
): { day: CalendarDay; answerBy: Date } {
  const usual = addDays(sentOn, answerDays);
  const day = endOn !== null && endOn < usual ? endOn : usual;
  return { day, answerBy: instantAt(day, minutesOfDay) };
}

/** The last day on which an offer can be answered. */
export function lastAnswerDay(answerBy: Date): CalendarDay {
  return dayOf(new Date(answerBy.getTime() - 1));
}
