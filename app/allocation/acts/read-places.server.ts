import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { type ChildContract, readChildContracts } from "#app/attendance/acts/read-child-contracts.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { type HeldPeriod, staysOverlap } from "#app/calendar/rules/held-overlap.ts";
import { firstDayFrom, weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { careKindOf, facilityKinds } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { mayTransition } from "#app/requests/rules/lifecycle.ts";
import { type CandidatePlace, type PlacesToChoose, placesToChoose } from "../rules/candidate-places.ts";
import { ageFits, ageInMonths } from "../rules/child-age.ts";
import { givenHours } from "../rules/given-hours.ts";
import { offerDeadline, offerDelays } from "../rules/offer.ts";
import { type PlaceChoice, readPlaceChoice } from "../rules/offer-form.ts";
import { type SectionPair, hoursOfParts, pairOf } from "../rules/pair-form.ts";
import type { PartTaken, SearchAnswer } from "../rules/place-answer.ts";
import { type PlaceLookedAt, lookForPlace } from "../rules/place.ts";
import { type Place, listPlaces } from "../store/places.server.ts";
import { type RequestToServe, findRequestToServe } from "../store/requests.server.ts";
import { requirePlace } from "./check-place.server.ts";
import { judgePlace } from "./judge-place.server.ts";
import { readPairs, sharePair } from "./read-pairs.server.ts";
import { readHeldPlaces } from "./read-held-places.server.ts";

/** `hours`: those of its parts, to be offered as they were read. */
export type ChosenPair = { sections: SectionPair; hours: string; parts: PartTaken[] };

export type PlacesPage = {
  request: RequestToServe & { ageMonths: number | null; mayBeOffered: boolean };
  choice: PlaceChoice;
  places: PlacesToChoose;
  /** Two places that cover the whole request together. */
  pairs: SearchAnswer["pairs"];
  /** The section chosen, to be confirmed; null before. */
  chosen: CandidatePlace | null;
  /** The pair chosen, shared as it is now; "gone" when it does not cover the request any more. */
  pair: ChosenPair | "gone" | null;
  /** Contracts of the child at the hours of the place chosen: one of them may end for it, by a transfer. */
  held: ChildContract[];
  /** The day until which the family could answer an offer made today. */
  answerBy: CalendarDay;
};

type Looked = { request: RequestToServe; choice: PlaceChoice; today: CalendarDay };

function candidate(
  { request, choice, today }: Looked,
  { section, facility, bands, openings }: Place,
  held: PlaceLookedAt | undefined,
): CandidatePlace {
  const { hours, startOn, endOn } = choice;
  const pattern = givenHours(hours, request.pattern, openings);
  const asked = { ...request, pattern, startOn, endOn, occasional: hours === "occasional" };
  return {
    sectionId: section.id,
    sectionName: section.name,
    facilityId: facility.id,
    facilityName: facility.name,
    quarterName: facility.quarterName,
    wishRank: request.wishes.find(({ facilityId }) => facilityId === facility.id)?.rank ?? null,
    servesSchool: facility.schoolIds.includes(request.child.school?.id ?? ""),
    pattern,
    // Whole minutes, as requests keep them.
    weeklyMinutes: Math.floor(weeklyMinutes(pattern)),
    look: lookForPlace(asked, held ?? { kind: facility.kind, section, bands, holdings: [] }, today),
  };
}

function judgeCandidate(
  db: Database,
  place: Place,
  { startOn, endOn }: PlaceChoice,
  { pattern, look }: CandidatePlace,
): Promise<CandidatePlace["look"]> {
  return judgePlace(db, place, { pattern, startOn, endOn }, look);
}

/** One a contract, with the first of its hours that the place would take. */
async function contractsInTheWay(db: Database, childId: string, asked: HeldPeriod): Promise<ChildContract[]> {
  const own = await readChildContracts(db, childId, asked.startOn);
  const inTheWay = own.filter((each) => staysOverlap(each, asked));
  return inTheWay.filter(
    ({ agreementId }, index) => inTheWay.findIndex((each) => each.agreementId === agreementId) === index,
  );
}

/** A pair as it would be offered now. */
async function choosePair(
  visit: SignedVisit,
  request: RequestToServe,
  sections: SectionPair | null,
  choice: PlaceChoice,
): Promise<PlacesPage["pair"]> {
  if (!sections) return null;
  const [one, other] = sections;
  const places: [Place, Place] = [
    await requirePlace(visit.db, visit, one),
    await requirePlace(visit.db, visit, other),
  ];
  const shared = await sharePair(visit.db, request, places, choice);
  if (!shared) return "gone";
  return {
    sections,
    hours: hoursOfParts(shared),
    parts: shared.map(({ place: { facility }, facilityId, sectionId, part, minutes }) => {
      const { name, kind, quarterName } = facility;
      return { place: { facilityId, name, kind, quarterName }, sectionId, part, minutes };
    }),
  };
}

/** Where a request could be served from a day on: what an agent looks at before offering a place. */
export async function readPlaces(
  visit: SignedVisit,
  careRequestId: string,
  search: URLSearchParams,
): Promise<PlacesPage> {
  const { db, today, scope } = visit;
  const request = await findRequestToServe(db, careRequestId);
  if (!request || !within(scope, { organisationId: request.handlerId })) throw notFound();
  await logFileRead(visit, "careRequest", careRequestId);
  const { offerAnswerDays } = await readParameter(db, "delays", today, offerDelays);
  const answerBy = offerDeadline(today, offerAnswerDays).day;
  // A wished start that has passed: the family has its time to answer before the place is held for it.
  const soonest = request.startOn > today ? request.startOn : addDays(answerBy, 1);
  const usualStart = firstDayFrom(request.pattern, soonest) ?? soonest;
  const choice = readPlaceChoice(search, usualStart);
  const kinds = facilityKinds.filter((kind) => careKindOf(kind) === request.kind);
  const sections = await listPlaces(db, kinds, scope);
  // What is held matters only where the age fits.
  const fitting = sections.filter(({ section }) => ageFits(section, request.child, choice.startOn));
  const held = await readHeldPlaces(db, fitting, today);
  const candidates: CandidatePlace[] = [];
  for (const place of sections) {
    const found = candidate({ request, choice, today }, place, held.get(place.section.id));
    // Staff, weekly hours and over-capacity are looked at where they decide: the wishes, and the place chosen.
    const judged = found.wishRank !== null || found.sectionId === choice.sectionId;
    candidates.push(judged ? { ...found, look: await judgeCandidate(db, place, choice, found) } : found);
  }
  const chosen = candidates.find(({ sectionId }) => sectionId === choice.sectionId) ?? null;
  return {
    request: {
      ...request,
      ageMonths: ageInMonths(request.child, choice.startOn),
      mayBeOffered: mayTransition("offer", request.status, "desk"),
    },
    choice,
    places: placesToChoose(candidates, request.child.school !== null),
    pairs:
      sections.length === 0 || choice.hours === "occasional" ? [] : await readPairs(visit, request, choice),
    pair: await choosePair(visit, request, pairOf(search), choice),
    chosen,
    held: chosen ? await contractsInTheWay(db, request.child.id, { ...choice, pattern: chosen.pattern }) : [],
    answerBy,
  };
}
