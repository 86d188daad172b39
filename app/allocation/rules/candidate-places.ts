// The order in which an agent looks at places: the family's wishes, then whoever has room.
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { PlaceFound, PlaceRefusal } from "./place.ts";

export type CandidatePlace = {
  sectionId: string;
  sectionName: string;
  facilityId: string;
  facilityName: string;
  quarterName: string | null;
  /** Rank among the family's wishes. */
  wishRank: number | null;
  servesSchool: boolean;
  /** What would be offered, and its minutes in an average week. */
  pattern: WeeklyPattern;
  weeklyMinutes: number;
  look: PlaceFound | PlaceRefusal;
};

export type PlacesToChoose = {
  wishes: CandidatePlace[];
  /** Other facilities with a place for the whole week, the roomiest first. */
  able: CandidatePlace[];
  /** Other facilities that lack something. */
  lacking: CandidatePlace[];
};

const byName = (a: CandidatePlace, b: CandidatePlace): number =>
  a.facilityName.localeCompare(b.facilityName, "fr");
const left = ({ look }: CandidatePlace): number => (look.ok ? look.left : 0);
const conflicts = ({ look }: CandidatePlace): number => (look.ok ? 0 : (look.conflicts?.length ?? 0));

/** Sections of the wrong age are left out, except when a wished facility has no other. */
function ofTheAge(places: CandidatePlace[]): CandidatePlace[] {
  const isWrongAge = ({ look }: CandidatePlace): boolean =>
    !look.ok && look.error === "allocation:make.refusal.age";
  return places.filter((place, index) => {
    if (!isWrongAge(place)) return true;
    const siblings = places.filter(({ facilityId }) => facilityId === place.facilityId);
    return place.wishRank !== null && siblings.every(isWrongAge) && places.indexOf(siblings[0]!) === index;
  });
}

export function placesToChoose(places: CandidatePlace[], hasSchool: boolean): PlacesToChoose {
  const looked = ofTheAge(places);
  const wishes = looked.filter(({ wishRank }) => wishRank !== null);
  // A child goes to a site of its own school, when one is known.
  const served = hasSchool && looked.some(({ servesSchool }) => servesSchool);
  const others = looked.filter(
    ({ wishRank, servesSchool }) => wishRank === null && (!served || servesSchool),
  );
  return {
    wishes: wishes.sort((a, b) => a.wishRank! - b.wishRank! || left(b) - left(a)),
    able: others.filter(({ look }) => look.ok).sort((a, b) => left(b) - left(a) || byName(a, b)),
    lacking: others
      .filter(({ look }) => !look.ok)
      .sort((a, b) => conflicts(a) - conflicts(b) || byName(a, b)),
  };
}
