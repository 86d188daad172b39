// What the town knows of a request when it scores it. Never the nature of a handicap or of an illness: yes or no.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { ProofState } from "#app/requests/rules/proof-states.ts";

/** Facts of a request that the town sees by itself, without asking. */
export const seenFacts = ["resident", "multiple-birth"] as const;
/** The same, at one facility. */
export const localFacts = ["sibling-present", "same-quarter"] as const;

/** What reserves and maximum shares are about. Words: `commission:grid.class.<class>`. */
export const requestClasses = ["insertion", "rsaSingleParent", "disability", "nonResident"] as const;
export type RequestClass = (typeof requestClasses)[number];

/** `validUntil`: the last day on which the accepted proof counts; null: as long as the request lives. */
export type StatedFact = { code: string; proofState: ProofState; validUntil: CalendarDay | null };

export type LocalFacts = { siblingPresent: boolean; sameQuarter: boolean };

export type RequestFacts = {
  /** Codes that the form asks of families, or of the Caf, for this kind of care. */
  asked: string[];
  stated: StatedFact[];
  /** Null when the address does not say it. */
  resident: boolean | null;
  /** A twin asks too. */
  multipleBirth: boolean;
  submittedOn: CalendarDay;
  /** Published meetings that looked at it and could not serve it. */
  meetingsPassed: number;
  /** For every facility wished for. */
  local: Record<string, LocalFacts>;
};

/** Whether an accepted proof still counts on a day. */
export function isProved({ proofState, validUntil }: StatedFact, day: CalendarDay): boolean {
  return proofState === "verified" && (validUntil === null || validUntil >= day);
}

/** The classes of a request on a day: each rests on a proof that an agent, or the Caf, has stated. */
export function classesOf(facts: RequestFacts, day: CalendarDay): RequestClass[] {
  const proved = (code: string): boolean =>
    facts.stated.some((fact) => fact.code === code && isProved(fact, day));
  const stated = (code: string): boolean => facts.stated.some((fact) => fact.code === code);
  const holds: Record<RequestClass, boolean> = {
    insertion: proved("integration-path"),
    // The Caf refers single parents on the RSA: it knows what the family has said of being alone.
    rsaSingleParent: proved("caf-referral") && stated("single-parent"),
    disability: proved("disability-in-family"),
    nonResident: facts.resident === false,
  };
  return requestClasses.filter((name) => holds[name]);
}
