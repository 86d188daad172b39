import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { OfferStatus } from "./offer.ts";

/** An offer as a family reads it, on a page or in a letter. */
export type OfferedPlace = {
  status: OfferStatus;
  reference: string;
  childFirstName: string;
  facilityName: string;
  facilityKind: FacilityKind;
  facilityAddress: string | null;
  sectionName: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  /** The deadline: an instant, the end of a day. */
  answerBy: Date;
};

/** One of the places of an offer: most have one, combined ones have two that are answered together. */
export type OfferedPart = Pick<
  OfferedPlace,
  "facilityName" | "facilityKind" | "facilityAddress" | "sectionName" | "pattern" | "startOn" | "endOn"
>;

/** A family signs with a childminder herself, and the other facilities sign with the town's rules. */
export function isAtChildminder({ facilityKind }: Pick<OfferedPart, "facilityKind">): boolean {
  return facilityKind === "childminder";
}

/** Every facility and section, as the history of a request names them. */
export function namesOfParts(parts: readonly Pick<OfferedPart, "facilityName" | "sectionName">[]): string[] {
  return parts.flatMap(({ facilityName, sectionName }) => [facilityName, sectionName]);
}

/** "Les Lucioles et Nadège Humbert" */
export function placesOfParts(parts: readonly Pick<OfferedPart, "facilityName">[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(
    parts.map(({ facilityName }) => facilityName),
  );
}
