import { within } from "#app/access/rules/permissions.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { readDaysOff } from "#app/attendance/acts/read-days-off.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { neverOff, placesLeft } from "#app/facilities/rules/capacity.ts";
import { type PairSide, pairsCovering } from "#app/facilities/rules/search-pairs.ts";
import { searchFacilities } from "#app/facilities/rules/search.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { ageInMonths } from "../rules/child-age.ts";
import type { PlaceChoice } from "../rules/offer-form.ts";
import { type SearchAnswer, answerSearch } from "../rules/place-answer.ts";
import { usualEnd } from "../rules/usual-end.ts";
import type { Place } from "../store/places.server.ts";
import type { RequestToServe } from "../store/requests.server.ts";
import { readHeldHours } from "./read-held-hours.server.ts";
import { recallSearchedTown } from "./read-searched-town.server.ts";

type Dates = Pick<PlaceChoice, "startOn" | "endOn">;

/** Who takes which part is settled over the school year; each part is then counted to its own end. */
const lastDay = ({ startOn, endOn }: Dates): CalendarDay => {
  const usual = usualEnd(startOn);
  return endOn !== null && endOn < usual ? endOn : usual;
};

const askedOf = ({ pattern, child }: RequestToServe, dates: Dates) => ({
  pattern,
  startOn: dates.startOn,
  endOn: lastDay(dates),
  ageMonths: ageInMonths(child, dates.startOn),
});

/** Pairs that cover the whole request, among the facilities that the agent may offer; up to a minute old. */
export async function readPairs(
  visit: SignedVisit,
  request: RequestToServe,
  dates: Dates,
): Promise<SearchAnswer["pairs"]> {
  if (request.kind !== "nursery" || dates.startOn < visit.today) return [];
  const { facilities } = await recallSearchedTown(visit, visit.today, usualEnd(dates.startOn));
  const own = facilities.filter(({ id, organisationId }) =>
    within(visit.scope, { organisationId, facilityId: id }),
  );
  return answerSearch(askedOf(request, dates), own, true).pairs;
}

/** How two places share a request now; null when together they do not cover it, or when one alone does. */
export async function sharePair(
  db: Database,
  request: RequestToServe,
  places: [Place, Place],
  dates: Dates,
): Promise<[PairSide & { place: Place }, PairSide & { place: Place }] | null> {
  const asked = askedOf(request, dates);
  const clock = quarterHours(asked.startOn, addDays(asked.endOn, 1));
  const held = await readHeldHours(
    db,
    places.map(({ section }) => section.id),
    asked.startOn,
  );
  const off = await readDaysOff(
    db,
    asked.startOn,
    places.map(({ facility }) => facility.id),
  );
  const facilities = places.map(({ section, facility, bands, openings }) => {
    const daysOff = off.get(facility.id) ?? neverOff;
    const left = placesLeft(clock, bands, held.get(section.id) ?? [], daysOff);
    return { id: facility.id, openings, off: daysOff, sections: [{ ...section, clock, left }] };
  });
  const [pair] = pairsCovering(request.pattern, searchFacilities(asked, facilities));
  if (!pair) return null;
  const placeOf = (side: PairSide): Place => places.find(({ section }) => section.id === side.sectionId)!;
  return [
    { ...pair.first, place: placeOf(pair.first) },
    { ...pair.second, place: placeOf(pair.second) },
  ];
}
