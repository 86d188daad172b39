// A child who has a place: the request, its history, the accepted offer and the contract.
import { type CalendarDay, addDays, addMonths, mondayOf } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { type DemoRequest, addRequest } from "./care-request.ts";
import type { Build } from "./build.ts";
import type { DemoSection } from "./facility.ts";
import type { Child } from "./families.ts";
import { joinTheList } from "./listing.ts";
import { type Place, addOffer } from "./offers.ts";
import type { Random } from "./random.ts";

export type Placement = {
  child: Child;
  place: Place;
  kind: CareKind;
  pattern: WeeklyPattern;
  movedTo?: DemoSection;
  /** The hours of the contract, when they are not all that was asked. */
  given?: WeeklyPattern;
  startOn: CalendarDay;
  wishes: DemoRequest["wishes"];
};

const later = (one: CalendarDay, other: CalendarDay): CalendarDay => (one > other ? one : other);
const earlier = (one: CalendarDay, other: CalendarDay): CalendarDay => (one < other ? one : other);

/** Requests are taken from the third month of pregnancy on. */
export function submissionDay(wanted: CalendarDay, birth: CalendarDay): CalendarDay {
  return later(wanted, addMonths(birth, -6));
}

export function addPlacement(build: Build, placement: Placement): DemoRequest {
  const { today } = build;
  const { child, place, movedTo, given, startOn, ...asked } = placement;
  const birth = child.birthDay!;
  const { rng: familyRng } = child.family;
  const request = addRequest(build, {
    ...asked,
    adviceConsent: false,
    child,
    startOn,
    submittedOn: submissionDay(addDays(startOn, -familyRng.between(80, 260)), birth),
  });
  const { rng } = request;
  const listedOn = joinTheList(build, request);
  const wanted = earlier(addDays(startOn, -rng.between(14, 45)), addDays(today, -9));
  const offeredOn = build.agenda.workingDayFrom(later(wanted, addDays(listedOn, 1)));
  const lastDay = addDays(earlier(startOn, today), -1);
  const answeredOn = earlier(addDays(offeredOn, rng.between(1, 5)), lastDay);
  addOffer(build, request, { ...place, movedTo, pattern: given }, offeredOn, {
    status: "accepted",
    answeredOn,
  });
  child.family.placed++;
  return request;
}

/** A Monday, some months before the reference day, not before a first possible day; null if there is none. */
export function pastStart(
  today: CalendarDay,
  firstPossible: CalendarDay,
  monthsAgo: number,
  rng: Random,
): CalendarDay | null {
  const wanted = addDays(addMonths(today, -monthsAgo), -rng.between(1, 20));
  const startOn = mondayOf(addDays(later(wanted, firstPossible), 6));
  return startOn < today ? startOn : null;
}

/** The first day of the school year under way, once it has been for a week. */
export function lastSeptember(today: CalendarDay): CalendarDay {
  const year = Number(today.slice(0, 4));
  const september = `${year}-09-01` as CalendarDay;
  return september < addDays(today, -7) ? september : (`${year - 1}-09-01` as CalendarDay);
}

/** A Monday of the three weeks to come. */
export function comingStart(build: Build, rng: Random): CalendarDay {
  return mondayOf(addDays(build.today, rng.pick([7, 14, 21])));
}
