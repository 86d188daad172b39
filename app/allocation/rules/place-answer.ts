// The answer to a search, as anybody may read it: who has places for it all, who for a part, and which two together.
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import { type PairSide, pairsCovering } from "#app/facilities/rules/search-pairs.ts";
import {
  type FacilitySearched,
  type SearchAsked,
  type SearchResult,
  searchFacilities,
} from "#app/facilities/rules/search.ts";

export type KnownFacility = FacilitySearched & {
  name: string;
  kind: FacilityKind;
  quarterName: string | null;
};

/** A childminder has no name, and no id, for those who may not know her. */
export type NamedPlace = {
  facilityId: string | null;
  name: string | null;
  kind: FacilityKind;
  quarterName: string | null;
};

export type PartTaken = { place: NamedPlace; sectionId: string; part: WeeklyPattern; minutes: number };
export type PlaceAnswer = PartTaken & { rest: WeeklyPattern };

export type SearchAnswer = {
  /** Of an average week. */
  askedMinutes: number;
  whole: PlaceAnswer[];
  partly: PlaceAnswer[];
  pairs: { parts: [PartTaken, PartTaken]; cuts: number }[];
  /** Open at all of these hours, and full at some: worth a wish. */
  full: NamedPlace[];
  /** Nobody has stated their hours or their places. */
  unknown: NamedPlace[];
};

const shown = { whole: 30, partly: 12, pairs: 6 };
/** Less than this is of no help to anybody. */
const leastMinutes = 60;

const isUnknown = ({ sections, kind, openings }: KnownFacility): boolean =>
  sections.length === 0 && (kind !== "childminder" || openings.length === 0);

/** @param names whether childminders are told by name */
export function answerSearch(
  asked: SearchAsked,
  facilities: readonly KnownFacility[],
  names: boolean,
): SearchAnswer {
  const known = new Map(facilities.map((facility) => [facility.id, facility]));
  const placeOf = (id: string): NamedPlace => {
    const { name, kind, quarterName } = known.get(id)!;
    const hidden = kind === "childminder" && !names;
    return { facilityId: hidden ? null : id, name: hidden ? null : name, kind, quarterName };
  };
  const answerOf = (result: SearchResult): PlaceAnswer => ({
    place: placeOf(result.facilityId),
    sectionId: names ? result.sectionId! : "",
    part: result.freePart,
    minutes: result.freeMinutes,
    rest: result.remainingPart,
  });
  const sideOf = ({ facilityId, sectionId, part, minutes }: PairSide): PartTaken => ({
    place: placeOf(facilityId),
    sectionId: names ? sectionId : "",
    part,
    minutes,
  });
  const results = searchFacilities(
    asked,
    facilities.filter((facility) => !isUnknown(facility)),
  );
  const isWhole = (each: SearchResult): boolean => each.freeMinutes === each.askedMinutes;
  return {
    askedMinutes: results[0]?.askedMinutes ?? 0,
    whole: results.filter(isWhole).slice(0, shown.whole).map(answerOf),
    partly: results
      .filter((each) => !isWhole(each) && each.freeMinutes >= leastMinutes)
      .slice(0, shown.partly)
      .map(answerOf),
    pairs: pairsCovering(asked.pattern, results)
      .slice(0, shown.pairs)
      .map(({ first, second, cuts }) => ({ parts: [sideOf(first), sideOf(second)], cuts })),
    full: results
      .filter(
        (each) => !isWhole(each) && each.sectionId !== null && each.coveredMinutes === each.askedMinutes,
      )
      .map(({ facilityId }) => placeOf(facilityId))
      .filter(({ kind }) => kind !== "childminder"),
    unknown: facilities.filter(isUnknown).map(({ id }) => placeOf(id)),
  };
}
