import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { TypedChild, TypedWish } from "./ask-form.ts";
import type { Answers, AskProblem } from "./ask-form-answers.ts";
import { type FewerDays, heldFewerDays } from "./fewer-days.ts";
import { type RatedFacility, maxWishes } from "./wishes.ts";

const prefix = "rank.";
export const wishName = (facilityId: string): string => `${prefix}${facilityId}`;
export const ranks: readonly string[] = Array.from({ length: maxWishes }, (_, index) => String(index + 1));

export function keepWishes(answers: Answers): TypedWish[] {
  return answers
    .names()
    .filter((name) => name.startsWith(prefix) && ranks.includes(answers.text(name)))
    .map((name) => ({ facilityId: name.slice(prefix.length), rank: answers.text(name) }));
}

export function asWishes(facilityIds: string[]): TypedWish[] {
  return facilityIds.map((facilityId, index) => ({ facilityId, rank: String(index + 1) }));
}

/**
 * The wishes in order, among the facilities of today; a rank left out is closed up.
 * A nursery needs one wish; of a périscolaire site the school decides.
 */
export function readWishes(
  typed: TypedWish[] | null,
  rated: RatedFacility[],
  careKind: string,
): { wishes: RatedFacility[]; problems: AskProblem[] } {
  const problems: AskProblem[] = [];
  const wishes: RatedFacility[] = [];
  const taken = new Set<string>();
  for (const { facilityId, rank } of [...(typed ?? [])].sort((a, b) => a.rank.localeCompare(b.rank))) {
    const facility = rated.find(({ id }) => id === facilityId);
    if (!facility) continue;
    if (taken.has(rank))
      problems.push({ name: wishName(facilityId), code: "sameRank", values: { rank: Number(rank) } });
    taken.add(rank);
    wishes.push(facility);
  }
  const optional = careKind === "afterSchool" && typed !== null;
  if (wishes.length === 0 && rated.length > 0 && !optional) problems.push({ name: "wishes", code: "noWish" });
  return { wishes, problems };
}

/** Whether fewer days would do, for these hours. */
export function readFewerDays(
  { minDays, fewerDaysFirst }: Pick<TypedChild, "minDays" | "fewerDaysFirst">,
  pattern: WeeklyPattern,
): FewerDays {
  return heldFewerDays({ minDays: minDays === "" ? null : Number(minDays), fewerDaysFirst }, pattern);
}
