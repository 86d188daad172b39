import type { Visit } from "#app/access/visit.server.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { readSlots } from "../rules/ask-form-hours.ts";
import { siblingsAskedAt } from "../rules/ask-form-siblings.ts";
import { asWishes, readFewerDays } from "../rules/ask-form-wishes.ts";
import { type FewerDays, fewerDaysChoices } from "../rules/fewer-days.ts";
import type { SiblingRule } from "../rules/siblings.ts";
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
  fewerDays: FewerDays & {
    /** Numbers of days that may be answered; none when the week has a single day. */
    choices: number[];
  };
  /** Brothers and sisters whose question comes with this child's wishes; null when none does. */
  siblings: { names: string[]; rule: SiblingRule } | null;
  /** Children of the same kind who have their wishes already. */
  sameAs: { child: number; name: string }[];
};

export async function readAskWishes(visit: Visit, request: Request): Promise<AskWishesPage> {
  const { frame, draft } = await readAskQuestion(visit, request, "wishes");
  const child = draft.children[frame.child]!;
  const { pattern } = readSlots(child.hours);
  const rated = await readRatedFacilities(visit.db, draft, frame.child);
  const ofSchool = rated.some(({ servesSchool }) => servesSchool);
  const preselected = child.wishes === null && ofSchool;
  const typed = child.wishes ?? (ofSchool ? asWishes(suggestWishes(rated)) : []);
  const asked = siblingsAskedAt(draft, frame.child);
  const nameOf = (index: number): string =>
    draft.children[index]!.firstName.trim() || visit.t("families:ask.childNumber", { number: index + 1 });
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
    fewerDays: { ...readFewerDays(child, pattern), choices: fewerDaysChoices(pattern) },
    siblings: asked && { names: asked.children.map(nameOf), rule: asked.rule },
    sameAs: [...draft.children.entries()]
      .filter(([index, { kind, wishes }]) => index < frame.child && kind === child.kind && wishes?.length)
      .map(([index]) => ({ child: index, name: nameOf(index) })),
  };
}
