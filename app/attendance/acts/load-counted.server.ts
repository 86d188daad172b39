import { readOfferedHours } from "#app/allocation/acts/read-offered-hours.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { type QuarterHours, quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameters } from "#app/platform/parameters.server.ts";
import { readAskedHours } from "#app/requests/acts/read-asked-hours.server.ts";
import { absenceDeduction } from "../rules/absence-deduction.ts";
import { afterSchoolCounting } from "../rules/after-school-caps.ts";
import { type BandClock, bandClock } from "../rules/band-clock.ts";
import { billedHours } from "../rules/billed-hours.ts";
import { type CountingParameters, countingRules, licenceOf } from "../rules/counting-rules.ts";
import { offAmong, townDays } from "../rules/days-off.ts";
import type { CountingRules, OccupancyFacts } from "../rules/occupancy-series.ts";
import { promisedStays } from "../rules/promised-stays.ts";
import type { ChildStay } from "../rules/stay-record.ts";
import { listRunningContracts } from "../store/contracts.server.ts";
import {
  type CountedContract,
  type CountedFacility,
  type CountedOf,
  type WrittenStay,
  listCountedContracts,
  listCountedFacilities,
  listCountedStays,
} from "../store/occupancy.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

/** Everything that the figures of a period are made of, facility by facility. */
export type Counted = {
  clock: QuarterHours;
  bands: BandClock;
  /** On a whole minute, as every mark is; Infinity for a period that is over. */
  asOf: number;
  places: { facility: CountedFacility; facts: OccupancyFacts; rules: CountingRules }[];
};

type Period = { from: CalendarDay; to: CalendarDay; asOf?: Date | undefined };

async function readRules(
  db: Database,
  day: CalendarDay,
): Promise<{ bands: TimeBands; parameters: CountingParameters }> {
  const read = await readParameters(db, day, {
    "time-bands": timeBands,
    "billed-hours": billedHours,
    "absence-deduction": absenceDeduction,
    "after-school-counting": afterSchoolCounting,
  });
  const parameters = {
    billing: read["billed-hours"],
    absences: read["absence-deduction"],
    afterSchool: read["after-school-counting"],
  };
  return { bands: read["time-bands"], parameters };
}

/** How far back a sickness may have begun. */
const sicknessDays = 31;

/** The stays of those who were sick, before the period: a sickness is counted from its first day. */
async function staysBefore(
  db: Database,
  stays: readonly WrittenStay[],
  before: CalendarDay,
): Promise<WrittenStay[]> {
  const sick = new Set(
    stays.filter(({ absenceCode }) => absenceCode === "sick").map(({ childId }) => childId),
  );
  const contracts = new Set(stays.filter(({ childId }) => sick.has(childId)).map(({ contract }) => contract));
  if (contracts.size === 0) return [];
  const [from, to] = [addDays(before, -sicknessDays), addDays(before, -1)];
  return listCountedStays(db, [...contracts], { from, to, everyone: false });
}

/** Contracts of agreements that have begun by a day. */
function begunBy(contracts: readonly CountedContract[], day: CalendarDay): Set<string> {
  const agreements = new Set(
    contracts.filter(({ startOn }) => startOn <= day).map(({ agreementId }) => agreementId),
  );
  return new Set(contracts.filter(({ agreementId }) => agreements.has(agreementId)).map(({ id }) => id));
}

/** What contracts will book after the day plans already written. */
async function bookedAhead(
  db: Database,
  counted: { clock: QuarterHours; today: CalendarDay; contracts: readonly CountedContract[] },
  begun: ReadonlySet<string>,
  written: readonly WrittenStay[],
  offOf: ReadonlyMap<string, OccupancyFacts["off"]>,
): Promise<{ facilityId: string; stays: ChildStay[]; notBegun: Holding | null }[]> {
  const { clock, today, contracts } = counted;
  if (clock.to <= today) return [];
  const known = new Set(written.map(({ contract, plannedStart }) => `${contract.id} ${plannedStart}`));
  const ahead = quarterHours(today > clock.from ? today : clock.from, clock.to);
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  const running = await listRunningContracts(db, ahead.from, ahead.to, [...byId.keys()]);
  return running.map(({ id, facilityId, ...holding }) => {
    if (!begun.has(id)) return { facilityId, stays: [], notBegun: holding };
    const { childId } = byId.get(id)!;
    const off = offOf.get(facilityId)!;
    const stays = promisedStays(ahead, holding, childId, off).filter(
      // The night before is in a day plan.
      ({ plannedStart }) => plannedStart >= ahead.start && !known.has(`${id} ${plannedStart}`),
    );
    return { facilityId, stays, notBegun: null };
  });
}

/** @param period a night across its bounds counts on each side what falls there */
export async function loadCounted(
  db: Database,
  { from, to, asOf }: Period,
  of: CountedOf = {},
): Promise<Counted> {
  const clock = quarterHours(from, to);
  const before = addDays(from, -1);
  const { bands, parameters } = await readRules(db, to);
  const days = townDays(before, to, await readTownCalendar(db, to));
  const everyone = !of.facilityId && !of.householdIds;
  const contracts = await listCountedContracts(db, to, of);
  const ids = of.facilityId ? [of.facilityId] : [...new Set(contracts.map(({ facilityId }) => facilityId))];
  const facilities = await listCountedFacilities(db, from, everyone ? undefined : ids);
  const offOf = new Map(facilities.map((facility) => [facility.id, offAmong(days, facility)]));

  const today = asOf ? dayOf(asOf) : to;
  // To a family, hours that are signed are hours booked, whatever the day they begin.
  const begun = of.householdIds ? new Set(contracts.map(({ id }) => id)) : begunBy(contracts, today);
  const found = await listCountedStays(db, contracts, { from: before, to, everyone });
  const written = asOf ? found.filter(({ contract }) => begun.has(contract.id)) : found;
  const earlier = await staysBefore(db, written, before);
  const ahead = asOf ? await bookedAhead(db, { clock, today, contracts }, begun, found, offOf) : [];

  const stays = new Map<string, ChildStay[]>(facilities.map(({ id }) => [id, []]));
  for (const stay of [earlier, written].flat()) stays.get(stay.contract.facilityId)!.push(stay);
  for (const each of ahead) stays.get(each.facilityId)!.push(...each.stays);
  const demanded = of.householdIds
    ? new Map<string, Holding[]>()
    : await readAskedHours(db, to, of.facilityId);
  const offered = of.householdIds
    ? new Map<string, Holding[]>()
    : await readOfferedHours(db, to, of.facilityId);
  const places = facilities.map((facility) => ({
    facility,
    rules: countingRules(facility, clock, parameters),
    facts: {
      capacity: licenceOf(facility),
      off: offOf.get(facility.id)!,
      stays: stays.get(facility.id)!,
      demanded: demanded.get(facility.id) ?? [],
      allocated: [
        ...(offered.get(facility.id) ?? []),
        ...ahead.flatMap(({ facilityId, notBegun }) =>
          notBegun && facilityId === facility.id ? [notBegun] : [],
        ),
      ],
    },
  }));
  const wholeMinute = asOf ? Math.floor(asOf.getTime() / 60_000) * 60_000 : Infinity;
  return { clock, bands: bandClock(clock, bands), asOf: wholeMinute, places };
}
