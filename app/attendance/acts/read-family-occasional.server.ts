import type { SignedVisit } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays, daysFrom } from "#app/calendar/rules/day.ts";
import type { FacilityLimits } from "#app/facilities/rules/limits.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type OccasionalDay, type Stretch, occasionalDay, withoutOwn } from "../rules/occasional-day.ts";
import {
  type OccasionalStanding,
  isBookable,
  listMoves,
  occasionalCare,
  stayStandingAt,
} from "../rules/occasional.ts";
import {
  type HeldMinutes,
  type OccasionalContract,
  type WindowRow,
  listHeldMinutes,
  listOccasionalContracts,
  listWindows,
} from "../store/occasional-days.server.ts";
import {
  type OccasionalRow,
  listFacilityOccasional,
  listHouseholdOccasional,
} from "../store/occasional.server.ts";
import { readFreeHours } from "./read-free-hours.server.ts";

export type FamilyOccasionalStay = {
  id: string;
  day: CalendarDay;
  start: Date;
  end: Date;
  standing: OccasionalStanding;
  answerBy: Date | null;
  mayCancel: boolean;
  /** Names before this one on the day's list for some of the same hours; null when it does not wait. */
  before: number | null;
  /** Whether the list still moves: the facility may have closed the day. */
  moves: boolean;
};

export type BookableDay = OccasionalDay & {
  closesAt: Date;
  /** Hours that the child has already that day, here or elsewhere. */
  own: Stretch[];
};

export type FamilyOccasionalChild = {
  contractId: string;
  childName: string;
  facilityName: string;
  facilityPhone: string | null;
  sectionName: string;
  stays: FamilyOccasionalStay[];
  days: BookableDay[];
  /** When the next days open to families, where some will. */
  opensNext: Date | null;
};

export type FamilyOccasionalView = { children: FamilyOccasionalChild[] };

/** How far ahead days are shown. */
const daysShown = 42;

const covers = (window: WindowRow, sectionId: string, day: CalendarDay): boolean =>
  window.sectionId === sectionId && window.fromDay <= day && day <= window.toDay;

/** How many wait before a family for hours that touch its own. */
function namesBefore(stay: OccasionalRow, list: readonly OccasionalRow[]): number {
  const at = list.findIndex(({ id }) => id === stay.id);
  return list
    .slice(0, Math.max(0, at))
    .filter(
      (other) =>
        other.status !== "booked" &&
        other.sectionId === stay.sectionId &&
        other.start < stay.end &&
        other.end > stay.start,
    ).length;
}

function stayView(
  stay: OccasionalRow,
  list: readonly OccasionalRow[],
  windows: readonly WindowRow[],
  now: Date,
): FamilyOccasionalStay {
  const own = windows.filter((window) => covers(window, stay.sectionId, stay.day));
  const { id, day, start, end, status, answerBy } = stay;
  const open = own.some((window) => isBookable(window, now));
  return {
    id,
    day,
    start,
    end,
    answerBy,
    standing: stayStandingAt(stay, now),
    mayCancel: start > now && (status !== "booked" || open),
    before: status === "waiting" ? namesBefore(stay, list) : null,
    moves: own.some((window) => listMoves(window, now)),
  };
}

function bookableDays(
  contract: OccasionalContract,
  windows: readonly WindowRow[],
  show: (day: CalendarDay) => OccasionalDay,
  held: readonly HeldMinutes[],
  { today, now }: SignedVisit,
): BookableDay[] {
  const { sectionId, startOn, endOn } = contract;
  return daysFrom(today, addDays(today, daysShown)).flatMap((day) => {
    const open = windows.filter((window) => covers(window, sectionId, day) && isBookable(window, now));
    if (open.length === 0 || day < startOn || (endOn !== null && day > endOn)) return [];
    const closesAt = open.reduce((last, each) => (each.closesAt > last ? each.closesAt : last), now);
    const own = held.filter((each) => each.day === day);
    const shown = withoutOwn(show(day), own);
    return shown.halfHours.length < 2 ? [] : [{ ...shown, closesAt, own }];
  });
}

/** The hours that a family may book, child by child, and those it has booked, or waits for. */
export async function readFamilyOccasional(visit: SignedVisit): Promise<FamilyOccasionalView> {
  const { db, now, today, scope } = visit;
  const last = addDays(today, daysShown);
  const { householdIds } = scope;
  const contracts = await listOccasionalContracts(db, { householdIds }, today, last);
  const stays = await listHouseholdOccasional(db, householdIds, now);
  const care = await readParameter(db, "occasional-care", today, occasionalCare);
  const facilityIds = [...new Set(contracts.map(({ facilityId }) => facilityId))];
  const windows = await listWindows(db, { facilityIds }, today, last);
  const places = new Map<string, { limits: FacilityLimits; list: OccasionalRow[] }>();
  for (const facilityId of facilityIds) {
    const own = windows.filter((window) => window.facilityId === facilityId && isBookable(window, now));
    const to = own.reduce((latest, { toDay }) => (toDay > latest && toDay <= last ? toDay : latest), today);
    const limits = await readFreeHours(db, { facilityId, from: today, to });
    places.set(facilityId, { limits, list: await listFacilityOccasional(db, facilityId, today, last) });
  }
  const held = new Map<string, HeldMinutes[]>();
  for (const { childId } of contracts) held.set(childId, await listHeldMinutes(db, childId, today, last));
  return {
    children: contracts.map((contract): FamilyOccasionalChild => {
      const { id, facilityId, sectionId } = contract;
      const { limits, list } = places.get(facilityId)!;
      const coming = windows.filter(
        (window) => window.sectionId === sectionId && !window.closedAt && window.opensAt > now,
      );
      return {
        contractId: id,
        childName: contract.firstName,
        facilityName: contract.facilityName,
        facilityPhone: contract.facilityPhone,
        sectionName: contract.sectionName,
        stays: stays
          .filter(({ contractId }) => contractId === id)
          .sort((one, other) => one.start.getTime() - other.start.getTime())
          .map((stay) => stayView(stay, list, windows, now)),
        days: bookableDays(
          contract,
          windows,
          (day) => occasionalDay(limits, sectionId, day, care, now),
          held.get(contract.childId)!,
          visit,
        ),
        opensNext: coming.reduce<Date | null>(
          (first, { opensAt }) => (first === null || opensAt < first ? opensAt : first),
          null,
        ),
      };
    }),
  };
}
