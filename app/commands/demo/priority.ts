// The facts a family states, and how far their proof has come. Codes: parameter "priority-facts".
import { type CalendarDay, addMonths } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { ProofState } from "#app/requests/rules/proof-states.ts";
import { accountId } from "./accounts.ts";
import type { Build } from "./build.ts";
import type { Family } from "./families.ts";
import { demonstrationProofMonths } from "./grids.ts";
import type { Random } from "./random.ts";
import { isAtypical } from "./work-hours.ts";

/** Facts that need no document. */
const withoutProof = ["sibling-in-care"];

export const cafReferralCode = "caf-referral";
/** The social worker sits beside the parent who sends the request. */
export function cafReferralMoment(submittedAt: Date): Date {
  return new Date(submittedAt.getTime() + 10 * 60_000);
}

export function factsOf(family: Family, kind: CareKind, rng: Random): string[] {
  const { single, profile } = family;
  const alone = single && profile !== "sharedCustody";
  const codes: [string, boolean][] = [
    ["both-parents-work", !single && profile !== "student" && rng.chance(0.85)],
    ["atypical-work", isAtypical(profile)],
    ["single-parent", alone],
    ["integration-path", alone && rng.chance(0.18)],
    ["student-parent", kind === "nursery" && profile === "student"],
    ["sibling-in-care", family.placed > 0],
    ["disability-in-family", rng.chance(0.04)],
    [cafReferralCode, kind === "nursery" && alone && rng.chance(0.1)],
  ];
  return codes.filter(([, holds]) => holds).map(([code]) => code);
}

type FactsOf = {
  id: string;
  row: { submittedAt: Date | string; kind: string };
  facts: string[];
  rng: Random;
};

export type ProofProgress =
  | { reading: "fresh" }
  | { reading: "read"; on: CalendarDay; by: string }
  | { reading: "asked"; code: string; on: CalendarDay; dueOn: CalendarDay };

type Marks = {
  proofState: ProofState;
  askedAt?: Date;
  dueOn?: CalendarDay;
  decidedAt?: Date;
  decidedBy?: string;
  validUntil?: CalendarDay | null;
};

/** The last day on which a proof accepted on a day counts. */
function validUntil(careKind: string, code: string, accepted: CalendarDay): CalendarDay | null {
  const months = demonstrationProofMonths(careKind, code);
  return months === null ? null : addMonths(accepted, months);
}

function marksOf(
  code: string,
  { submittedAt, kind }: FactsOf["row"],
  progress: ProofProgress,
  rng: Random,
): Marks {
  if (code === cafReferralCode) {
    return {
      proofState: "verified",
      decidedAt: cafReferralMoment(submittedAt as Date),
      decidedBy: accountId("caf"),
    };
  }
  if (progress.reading === "asked" && progress.code === code) {
    return { proofState: "asked", askedAt: instantAt(progress.on, 11 * 60), dueOn: progress.dueOn };
  }
  if (progress.reading !== "read" || withoutProof.includes(code) || rng.chance(0.2)) {
    return { proofState: "stated" };
  }
  return {
    proofState: "verified",
    decidedAt: instantAt(progress.on, 11 * 60),
    decidedBy: progress.by,
    validUntil: validUntil(kind, code, progress.on),
  };
}

export function addFacts(build: Build, request: FactsOf, progress: ProofProgress): void {
  const { id: careRequestId, row, facts, rng } = request;
  for (const code of facts) {
    const { proofState, ...marks } = marksOf(code, row, progress, rng);
    build.rows.priorityFact.push({
      id: `${careRequestId}-${code}`,
      careRequestId,
      code,
      proofState,
      askedAt: marks.askedAt ?? null,
      dueOn: marks.dueOn ?? null,
      decidedAt: marks.decidedAt ?? null,
      decidedBy: marks.decidedBy ?? null,
      validUntil: marks.validUntil ?? null,
    });
  }
}

/** The fact whose proof an agent would ask for first. */
export function factToProve(codes: string[]): string | undefined {
  return codes.find((code) => !withoutProof.includes(code) && code !== cafReferralCode);
}
