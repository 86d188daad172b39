// The facts a family states, and how far their proof has come. Codes: parameter "priority-facts".
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Build } from "./build.ts";
import type { Family } from "./families.ts";
import type { Random } from "./random.ts";
import { isAtypical } from "./work-hours.ts";

/** Facts that need no document. */
const withoutProof = ["sibling-in-care", "caf-referral"];

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
    ["caf-referral", kind === "nursery" && alone && rng.chance(0.1)],
  ];
  return codes.filter(([, holds]) => holds).map(([code]) => code);
}

export type ProofProgress =
  | { reading: "fresh" }
  | { reading: "read"; on: CalendarDay; by: string }
  | { reading: "asked"; code: string; on: CalendarDay; dueOn: CalendarDay };

export function addFacts(
  build: Build,
  careRequestId: string,
  codes: string[],
  progress: ProofProgress,
  rng: Random,
): void {
  for (const code of codes) {
    const asked = progress.reading === "asked" && progress.code === code;
    const verified = progress.reading === "read" && !withoutProof.includes(code) && rng.chance(0.8);
    build.rows.priorityFact.push({
      id: `${careRequestId}-${code}`,
      careRequestId,
      code,
      proofState: asked ? "asked" : verified ? "verified" : "stated",
      askedAt: asked ? instantAt(progress.on, 11 * 60) : null,
      dueOn: asked ? progress.dueOn : null,
      decidedAt: verified ? instantAt(progress.on, 11 * 60) : null,
      decidedBy: verified ? progress.by : null,
    });
  }
}

/** The fact whose proof an agent would ask for first. */
export function factToProve(codes: string[]): string | undefined {
  return codes.find((code) => !withoutProof.includes(code));
}
