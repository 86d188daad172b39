import type { Visit } from "#app/access/visit.server.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { readSlots } from "../rules/ask-form-hours.ts";
import { asWishes } from "../rules/ask-form-wishes.ts";
import { type RatedFacility, needsAdvice, suggestWishes } from "../rules/wishes.ts";
import { type AskFrame, readAskQuestion } from "./read-ask-question.server.ts";
import { readRatedFacilities } from "./read-rated-facilities.server.ts";

export type RankedFacility = RatedFacility & {
  /** "1" to "5" as typed; empty when it is not wished for. */
  rank: string;
};

export type AskWishesPage = AskFrame & {
  careKind: CareKind;
  pattern: WeeklyPattern;
  weeklyMinutes: number;
  facilities: RankedFacility[];
  /** The sites of the child's school are already chosen. */
  preselected: boolean;
  asksConsent: boolean;
  adviceConsent: boolean;
};

export async function readAskWishes(visit: Visit, request: Request): Promise<AskWishesPage> {
  const { frame, draft } = await readAskQuestion(visit, request, "wishes");
  const child = draft.children[frame.child]!;
  const { pattern } = readSlots(child.hours);
  const rated = await readRatedFacilities(visit.db, draft, frame.child);
  const ofSchool = rated.some(({ servesSchool }) => servesSchool);
  const preselected = child.wishes === null && ofSchool;
  const typed = child.wishes ?? (ofSchool ? asWishes(suggestWishes(rated)) : []);
  return {
    ...frame,
    careKind: child.kind === "afterSchool" ? "afterSchool" : "nursery",
    pattern,
    weeklyMinutes: weeklyMinutes(pattern),
    facilities: rated.map((facility) => ({
      ...facility,
      rank: typed.find(({ facilityId }) => facilityId === facility.id)?.rank ?? "",
    })),
    preselected,
    asksConsent: needsAdvice(rated),
    adviceConsent: child.adviceConsent,
  };
}
