import { type CalendarDay, addDays, addMonths, asDay, firstOfMonth } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import { type FacilityKind, careKindOf } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type Span, covering, spansOf } from "../rules/band-clock.ts";
import { type DatedBand, capacityMinutes } from "../rules/capacity-minutes.ts";
import { daysOff } from "../rules/days-off.ts";
import { atypicalContracts, occupancyOf, total } from "../rules/occupancy.ts";
import { type ContractStay, inWholeBands } from "../rules/whole-bands.ts";
import {
  type CountedFacility,
  type CountedStay,
  listCountedFacilities,
  listCountedStays,
} from "../store/occupancy.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

/** Minutes of one facility over a period. No child, no family, and no key to them. */
export type FacilityOccupancy = {
  facilityKind: FacilityKind;
  facilityId: string;
  /** Different children with at least one stay booked in the period. */
  childrenCount: number;
  /** Those among them with a stay booked, in whole or part, in atypical hours. */
  atypicalChildrenCount: number;
  /** Those really there for some of them; not the same ones: a child may come before its hours. */
  atypicalPresentChildrenCount: number;
  /** Licensed places × minutes of the days open; 0 with `capacityKnown: false` when no licence is on record. */
  capacityMinutes: number;
  capacityKnown: boolean;
  /** = presentMinutes − extraMinutes + absentMinutes + unknownMinutes + toComeMinutes */
  bookedMinutes: number;
  /** Real presence, `extraMinutes` included. After-school: whole bands, as the Caf counts them. */
  presentMinutes: number;
  /** Present before the planned start or after the planned end. */
  extraMinutes: number;
  absentMinutes: number;
  /** Booked, past, and never marked: neither present nor absent. */
  unknownMinutes: number;
  /** Booked after `asOf`; 0 without it. */
  toComeMinutes: number;
  ordinaryBooked: number;
  atypicalBooked: number;
  ordinaryPresent: number;
  atypicalPresent: number;
};

/** Places × opening hours, for a facility whose licence is not detailed by hour. */
function licenceOf({ bands, places, openingHours }: CountedFacility): DatedBand[] {
  if (bands.length > 0 || places === null) return bands;
  const always = { validFrom: asDay("0001-01-01"), validTo: null };
  return openingHours.map((hours) => ({ ...hours, ...always, places }));
}

const record = (stay: CountedStay): ContractStay => ({
  contractId: stay.contractId,
  plannedStart: stay.plannedStart.getTime(),
  plannedEnd: stay.plannedEnd.getTime(),
  state: stay.state,
  arrivedAt: stay.arrivedAt?.getTime() ?? null,
  leftAt: stay.leftAt?.getTime() ?? null,
});

/**
 * What was licensed, booked and really used between two days, both included, facility by facility.
 * A night across the bounds counts its minutes on each side.
 * @param asOf for a period under way: unmarked minutes after it are still to come, not unknown
 */
export async function readOccupancy(
  db: Database,
  from: CalendarDay,
  to: CalendarDay,
  { asOf, facilityId }: { asOf?: Date; facilityId?: string } = {},
): Promise<FacilityOccupancy[]> {
  const before = addDays(from, -1);
  const bands = await readParameter(db, "time-bands", to, timeBands);
  const town = await readTownCalendar(db, to);
  const facilities = await listCountedFacilities(db, from, facilityId ? [facilityId] : undefined);
  const stays = new Map<string, CountedStay[]>(facilities.map(({ id }) => [id, []]));
  for (const stay of await listCountedStays(db, before, to, facilityId)) {
    stays.get(stay.facilityId)!.push(stay);
  }
  const period: Span = { start: instantAt(from, 0).getTime(), end: instantAt(to, 1440).getTime() };
  const ordinary = covering(spansOf(bands.ordinary, addDays(before, -1), to));
  // On a whole minute, as every mark is.
  const wholeMinute = asOf && Math.floor(asOf.getTime() / 60_000) * 60_000;
  const options = { period, ordinary, ...(wholeMinute ? { asOf: wholeMinute } : {}) };

  return facilities.map((facility) => {
    const own = stays.get(facility.id)!.filter(({ plannedEnd }) => plannedEnd.getTime() > period.start);
    const records = own.map(record);
    const opening = facility.openingHours.map(({ weekday, startMinute, endMinute }) => ({
      weekdays: [weekday],
      start: startMinute,
      end: endMinute,
    }));
    const counted =
      careKindOf(facility.kind) === "afterSchool"
        ? inWholeBands(records, spansOf(opening, before, to))
        : records;
    const { booked, present, extra, absent, unknown, toCome } = occupancyOf(counted, options);
    const licence = licenceOf(facility);
    const childOf = new Map(own.map(({ contractId, childId }) => [contractId, childId]));
    const atypical = atypicalContracts(counted, options);
    const children = (contractIds: string[]): number =>
      new Set(contractIds.map((id) => childOf.get(id))).size;
    return {
      facilityKind: facility.kind,
      facilityId: facility.id,
      childrenCount: children([...childOf.keys()]),
      atypicalChildrenCount: children(atypical.booked),
      atypicalPresentChildrenCount: children(atypical.present),
      capacityMinutes: capacityMinutes(licence, from, to, daysOff(before, to, facility, town)),
      capacityKnown: licence.length > 0,
      bookedMinutes: total(booked),
      presentMinutes: total(present) + total(extra),
      extraMinutes: total(extra),
      absentMinutes: total(absent),
      unknownMinutes: total(unknown),
      toComeMinutes: total(toCome),
      ordinaryBooked: booked.ordinary,
      atypicalBooked: booked.atypical,
      ordinaryPresent: present.ordinary + extra.ordinary,
      atypicalPresent: present.atypical + extra.atypical,
    };
  });
}

/**
 * The figures of one month, for the observatory's facts.
 * @param month "2026-11"
 * @param asOf see `readOccupancy`; leave out for a month that is over
 */
export async function readMonthlyOccupancy(
  db: Database,
  month: string,
  asOf?: Date,
): Promise<FacilityOccupancy[]> {
  const from = firstOfMonth(asDay(`${month}-01`));
  return readOccupancy(db, from, addDays(addMonths(from, 1), -1), { asOf });
}
