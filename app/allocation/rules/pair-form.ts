// Two places that go together, as the agent chooses them.
import { printHours } from "#app/calendar/rules/hours-text.ts";
import { calendarDay } from "#app/calendar/rules/schemas.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { z } from "#app/zod.ts";
import { type PlaceChoice, offerForm, placeSearch } from "./offer-form.ts";

export type SectionPair = [first: string, second: string];

/** `?paire=one,other` in the address; null for anything else. */
export function pairOf(search: URLSearchParams): SectionPair | null {
  const [first, second, ...others] = (search.get("paire") ?? "").split(",");
  return first && second && others.length === 0 && first !== second ? [first, second] : null;
}

/** The address of the page where a pair is confirmed. */
export function pairSearch(choice: PlaceChoice, [first, second]: SectionPair): string {
  const search = new URLSearchParams(placeSearch({ ...choice, sectionId: null }));
  search.set("paire", `${first},${second}`);
  return `?${search.toString()}`;
}

/** The hours of each part as the agent saw them: what is offered must be what was read. */
export function hoursOfParts(parts: readonly { part: WeeklyPattern }[]): string {
  return parts.map(({ part }) => printHours(part)).join(" & ");
}

const day = z.string().trim().pipe(calendarDay);

const pairForm = z.object({
  intention: z.literal("pair"),
  version: z.coerce.number().int().positive(),
  premiere: z.string(),
  seconde: z.string(),
  debut: day,
  fin: day.optional(),
  parts: z.string(),
});

/** What an agent posts: one place, or two. */
export const proposalForm = z.union([pairForm, offerForm]);
