// What families would take when places are short: fewer days, brothers and sisters apart. Drawn apart from the rest,
// so that the town stays what it was.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type FewerDays, allOrNothing, fewerDaysChoices } from "#app/requests/rules/fewer-days.ts";
import type { SiblingRule } from "#app/requests/rules/siblings.ts";
import type { Build } from "./build.ts";
import type { DemoRequest } from "./care-request.ts";
import { random } from "./random.ts";
import type { Need } from "./waiting-children.ts";

/** Four families in ten would take fewer days: most of them one or two less. */
const takesFewerDays = 0.4;
const mostDaysLess = 2;

export function drawFewerDays(seed: number, requestId: string, pattern: WeeklyPattern): FewerDays {
  const rng = random(seed, "fewer-days", requestId);
  const choices = fewerDaysChoices(pattern).slice(0, mostDaysLess);
  if (choices.length === 0 || !rng.chance(takesFewerDays)) return allOrNothing;
  return { minDays: rng.pick(choices), fewerDaysFirst: rng.chance(0.35) };
}

/** The request of a brother or a sister with which this one may have been sent; at school, sites differ by school. */
export function siblingOnTheList(build: Build, { child, kind }: Need): DemoRequest | undefined {
  if (kind !== "nursery") return undefined;
  const earlier = build.listed.get(`${child.family.id}/${kind}`);
  const born: CalendarDay = (child.birthDay ?? child.expectedOn)!;
  return earlier && born <= earlier.submittedOn ? earlier : undefined;
}

/** Requests sent together share their group; the family says once what it wants of them. */
export function joinSiblings(build: Build, request: DemoRequest, earlier: DemoRequest): void {
  const rng = random(build.seed, "siblings", earlier.id);
  const siblingRule = rng.weighted<SiblingRule>([
    ["apart", 3],
    ["preferTogether", 4],
    ["together", 3],
  ]);
  for (const { row } of [earlier, request])
    Object.assign(row, { siblingGroupId: `siblings-${earlier.id}`, siblingRule });
}
