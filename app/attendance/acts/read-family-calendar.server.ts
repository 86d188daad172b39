import type { SignedVisit } from "#app/access/visit.server.ts";
import { readFamilyOffers } from "#app/allocation/acts/read-family-offers.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { readWishedStarts } from "#app/requests/acts/read-wished-starts.server.ts";
import { type CalendarPeriod, gridDays } from "../rules/calendar-period.ts";
import { careBounds } from "../rules/care-bounds.ts";
import { listOccasionalContracts } from "../store/occasional-days.server.ts";
import { type ChildHours, readFamilyHours } from "./read-family-hours.server.ts";
import type { FeedLine } from "./read-feeds.server.ts";
import { readFeeds } from "./read-feeds.server.ts";
import {
  type FamilyClosure,
  type FamilyStay,
  type FamilyStays,
  readFamilyStays,
} from "./read-family-stays.server.ts";

export type { FamilyClosure, FamilyStay };

/** What is worth knowing on a day besides the stays. */
export type FamilyMark = {
  id: string;
  what: "careStart" | "careEnd" | "wishedStart" | "offerStart" | "offerDeadline" | "waiting" | "asked";
  day: CalendarDay;
  /** Empty for a child not born yet. */
  childName: string;
  /** Null for a wish: no facility is chosen yet. */
  facilityName: string | null;
  /** Hours asked for one day. */
  hours: { start: Date; end: Date } | null;
  href: string | null;
};

export type FamilyCalendarView = {
  today: CalendarDay;
  now: Date;
  period: CalendarPeriod;
  children: { id: string; name: string }[];
  /** What the list tells: the days ahead when no period was asked for; else what the grid draws. */
  list: { from: CalendarDay; to: CalendarDay };
  /** Those of the list, and of the whole weeks around the period, for the grid. */
  stays: FamilyStay[];
  marks: FamilyMark[];
  closures: FamilyClosure[];
  feeds: FeedLine[];
  /** The family has an occasional contract, under which it books hours itself. */
  booksHours: boolean;
  /** The hours of the period, child by child and facility by facility. */
  hours: ChildHours[];
};

/** Days that the list tells ahead, at least: near the end of a month there is a next week to see. */
const daysAhead = 20;

async function readMarks(
  visit: SignedVisit,
  { contracts, asked }: FamilyStays,
  from: CalendarDay,
  to: CalendarDay,
): Promise<FamilyMark[]> {
  const request = (id: string): string => `/famille/demandes/${id}`;
  const none = { hours: null, href: null };
  const offers = await readFamilyOffers(visit);
  const marks: FamilyMark[] = [
    ...careBounds([...contracts.values()], from, to).map(({ what, day, row }) => ({
      ...{ id: `${what}-${row.id}`, what, day },
      ...{ childName: row.firstName, facilityName: row.facilityName, ...none },
    })),
    ...(await readWishedStarts(visit)).map(({ id, startOn, childFirstName }) => ({
      ...{ id: `wishedStart-${id}`, what: "wishedStart" as const, day: startOn },
      ...{ childName: childFirstName, facilityName: null, hours: null, href: request(id) },
    })),
    ...offers.flatMap(({ id, careRequestId, childFirstName, facilityName, startOn, answerBy }) => {
      const shared = { childName: childFirstName, facilityName, hours: null, href: request(careRequestId) };
      return [
        { id: `offerStart-${id}`, what: "offerStart" as const, day: startOn, ...shared },
        { id: `offerDeadline-${id}`, what: "offerDeadline" as const, day: answerBy, ...shared },
      ];
    }),
    ...asked
      .filter(({ answerBy }) => answerBy === null || answerBy > visit.now)
      .map(({ id, contractId, day, status, start, end }) => {
        const { firstName, facilityName } = contracts.get(contractId)!;
        return {
          ...{ id: `${status}-${id}`, what: status, day, childName: firstName, facilityName },
          ...{ hours: { start, end }, href: "/famille/occasionnel" },
        };
      }),
  ];
  return marks
    .filter(({ day }) => from <= day && day <= to)
    .sort((one, other) => one.day.localeCompare(other.day) || one.id.localeCompare(other.id));
}

/**
 * All the children of a family, in all their facilities.
 * @param asked whether the address names the period: the list then tells all of it, past days too
 */
export async function readFamilyCalendar(
  visit: SignedVisit,
  period: CalendarPeriod,
  asked: boolean,
): Promise<FamilyCalendarView> {
  const ahead = addDays(visit.today, daysAhead);
  const grid = gridDays(period);
  const list = asked ? grid : { from: visit.today, to: ahead > period.to ? ahead : period.to };
  const to = grid.to > list.to ? grid.to : list.to;
  const read = await readFamilyStays(visit, grid.from, to);
  const { children, stays, closures } = read;
  return {
    today: visit.today,
    now: visit.now,
    period,
    list,
    children,
    stays,
    marks: await readMarks(visit, read, grid.from, to),
    closures,
    feeds: await readFeeds(visit, null),
    booksHours: (await listOccasionalContracts(visit.db, visit.scope, visit.today, to)).length > 0,
    hours: await readFamilyHours(visit, period),
  };
}
