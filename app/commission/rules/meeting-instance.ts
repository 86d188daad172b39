// From the frozen requests and the places as they are to the file that the engine reads. Pure and whole-numbered: the
// same town gives the same bytes, so that a run can be compared with what stands today.
//
// - A place is held from the first half-hour touched to the last, over the whole of each period that it touches.
// - A seat that a family would leave stays counted until it has left it: an offer is not yet an acceptance. It is freed
//   when the family accepts, and goes to the next family then.
// - Weeks of flexibility beyond the day asked are for the family and the facility to settle.
import type {
  Instance,
  InstanceCell,
  InstanceChild,
  InstanceReserve,
  InstanceRequest,
  InstanceResource,
} from "#app/allocation/rules/instance.ts";
import { usualEnd } from "#app/allocation/rules/usual-end.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { type AskedPresence, type FacilityCells, type Presence, cellsOfFacility } from "./facility-cells.ts";
import { type Change, monthAfter, monthBefore, periodsOf, touches } from "./facility-periods.ts";
import { type Period, staffUnitsOf } from "./facility-supply.ts";
import { halfHoursOf } from "./half-hours.ts";
import { type PlannedPart, type PlannedRequest, planRequests, sectionOn } from "./meeting-options.ts";
import { pinnedOptions } from "./meeting-pins.ts";
import { maxSharesOf, reservesOf } from "./meeting-quotas.ts";
import type { MeetingTown, Seat, TownFacility } from "./meeting-town.ts";

export type BuiltInstance = {
  instance: Instance;
  /** What each option of each request means, in the order of the instance. */
  planned: Map<string, PlannedRequest>;
  periods: Record<string, { from: CalendarDay; to: CalendarDay }>;
  /** Pins that no option answers. */
  impossiblePins: string[];
};

/** A licence that changes is always a period of its own. */
const licenceWeight = 100_000;
/** Ranks of the draw are for those who ask; seats kept come after, in the order of their ids. */
const seatLottery = 1_000_000_000;

type Section = string | null;

function changesOf(facility: TownFacility, parts: readonly PlannedPart[]): Change[] {
  const dated = [...facility.sections.flatMap(({ bands }) => bands), ...facility.staffBands];
  return [
    ...dated.flatMap(({ validFrom, validTo }) =>
      [validFrom, ...(validTo ? [addDays(validTo, 1)] : [])].map((day) => ({ day, weight: licenceWeight })),
    ),
    ...facility.seats
      .flatMap(({ rows }) => rows)
      .flatMap(({ startOn, endOn }) => [
        { day: monthBefore(startOn), weight: 1 },
        ...(endOn ? [{ day: monthAfter(addDays(endOn, 1)), weight: 1 }] : []),
      ]),
    ...[...new Map(parts.map((part) => [part.candidate.id, part])).values()].flatMap(({ from, to }) => [
      { day: monthBefore(from), weight: 1 },
      { day: monthAfter(addDays(to, 1)), weight: 1 },
    ]),
  ];
}

/** The section of a child in each period: by its age on the first day it spends there, or that of the period before. */
function sectionsIn(facility: TownFacility, part: PlannedPart, periods: readonly Period[]): Section[] {
  let last: Section = part.sectionId;
  return periods.map((period) => {
    const day = period.from > part.from ? period.from : part.from;
    last = sectionOn(facility, part.candidate, day)?.id ?? last;
    return last;
  });
}

/** The heaviest of the sections it will be in: a child has one weight all along. */
function unitsIn(facility: TownFacility, sections: readonly Section[], { parameters }: MeetingTown): number {
  const own = facility.sections.filter(({ id }) => sections.includes(id));
  return Math.max(0, ...own.map((section) => staffUnitsOf(facility, section, parameters)));
}

function seatPresences(
  facility: TownFacility,
  seat: Seat,
  periods: readonly Period[],
  town: MeetingTown,
): Presence[] {
  return seat.rows.map(({ sectionId, pattern, startOn, endOn }) => ({
    mask: halfHoursOf(pattern),
    from: startOn,
    to: endOn,
    sections: periods.map(() => sectionId),
    staffUnits: unitsIn(facility, [sectionId], town),
  }));
}

type Built = FacilityCells & {
  facility: TownFacility;
  periods: Period[];
  sectionsOf: (part: PlannedPart) => Section[];
  seats: { seat: Seat; presences: Presence[] }[];
};

/** One presence a period: two rows of a seat that meet in a period are one child there. */
function oneAPeriod(presences: Presence[], periods: readonly Period[]): Presence[] {
  return periods.flatMap((period) => {
    const now = presences.filter((presence) => touches(period, presence));
    const [first] = now;
    if (!first) return [];
    const mask = new Uint8Array(first.mask.length);
    for (const one of now) one.mask.forEach((held, at) => (mask[at]! |= held));
    return [{ ...now.at(-1)!, mask, from: period.from, to: period.to }];
  });
}

function buildFacility(
  facility: TownFacility,
  parts: readonly PlannedPart[],
  town: MeetingTown,
  firstIndex: number,
): Built {
  const horizon = parts.reduce((last, { to }) => (to > last ? to : last), usualEnd(town.startTo));
  const periods = periodsOf(facility.id, town.startFrom, horizon, changesOf(facility, parts));
  const known = new Map<string, Section[]>();
  const sectionsOf = (part: PlannedPart): Section[] => {
    const before = known.get(part.candidate.id) ?? sectionsIn(facility, part, periods);
    known.set(part.candidate.id, before);
    return before;
  };
  const seats = facility.seats.map((seat) => ({
    seat,
    presences: oneAPeriod(seatPresences(facility, seat, periods, town), periods),
  }));
  const asked = parts.map((part): AskedPresence => {
    const sections = sectionsOf(part);
    return {
      candidate: part.candidate.id,
      ...{ mask: part.mask, from: part.from, to: part.to, sections },
      staffUnits: unitsIn(facility, sections, town),
    };
  });
  const cells = cellsOfFacility(facility, {
    ...{ periods, asked, firstIndex },
    seats: seats.flatMap(({ presences }) => presences),
    surnombreMax: town.surnombreMax,
    parameters: town.parameters,
  });
  return { ...cells, facility, periods, sectionsOf, seats };
}

/** Names of patterns, given once for the same cells. */
class Patterns {
  readonly byName: Record<string, number[]> = {};
  private readonly names = new Map<string, string>();
  name(cells: readonly number[]): string {
    const text = cells.join();
    const known = this.names.get(text) ?? `p${this.names.size}`;
    this.names.set(text, known);
    this.byName[known] ??= [...cells];
    return known;
  }
}

function childOf(
  { engineId }: PlannedRequest,
  candidate: PlannedRequest["candidates"][number],
  options: PlannedRequest["options"],
  built: Map<string, Built>,
  town: MeetingTown,
): InstanceChild {
  const section: Record<string, string> = {};
  let staffUnits = 0;
  for (const part of options.flatMap(({ parts }) => parts)) {
    if (part.candidate.id !== candidate.id) continue;
    const { facility, periods, sectionsOf } = built.get(part.facilityId)!;
    const sections = sectionsOf(part);
    staffUnits = Math.max(staffUnits, unitsIn(facility, sections, town));
    for (const [at, period] of periods.entries()) section[period.id] = sections[at]!;
  }
  return { id: candidate.number || engineId, section, staffUnits };
}

/** Points of children placed by one request: the lowest of them, at each facility. */
function jointPoints({ candidates, options }: PlannedRequest): {
  basePoints: number;
  localPoints: Record<string, number>;
} {
  const local = (candidate: PlannedRequest["candidates"][number], facilityId: string): number =>
    candidate.localPoints.reduce((sum, one) => sum + (one.facilityId === facilityId ? one.points : 0), 0);
  const basePoints = Math.min(...candidates.map(({ points }) => points));
  const facilities = [
    ...new Set(options.flatMap(({ parts }) => parts.map(({ facilityId }) => facilityId))),
  ].sort();
  const localPoints: Record<string, number> = {};
  for (const id of facilities) {
    const least = Math.min(...candidates.map((each) => each.points + local(each, id))) - basePoints;
    if (least !== 0) localPoints[id] = least;
  }
  return { basePoints, localPoints };
}

function requestOf(
  request: PlannedRequest,
  pinned: number | null,
  built: Map<string, Built>,
  patterns: Patterns,
  town: MeetingTown,
): InstanceRequest {
  const { engineId, candidates, options } = request;
  const places = new Map(candidates.map(({ id }, at) => [id, at]));
  return {
    id: engineId,
    children: candidates.map((candidate) => childOf(request, candidate, options, built, town)),
    ...jointPoints(request),
    lottery: Math.max(...candidates.map(({ lottery }) => lottery)),
    classes: [...new Set(candidates.flatMap(({ classes }) => classes))].sort(),
    current: pinned === null ? null : 0,
    options: options.map(({ kind, parts }) => ({
      kind: pinned === null ? kind : "current",
      parts: parts.map((part) => ({
        child: places.get(part.candidate.id)!,
        facility: part.facilityId,
        pattern: patterns.name(built.get(part.facilityId)!.cellsOf(part)),
      })),
    })),
  };
}

/** The places held, as requests that keep them. */
function seatRequests(built: Iterable<Built>, patterns: Patterns): InstanceRequest[] {
  const seats = [...built].flatMap(({ facility, periods, seats: held, cellsOf }) =>
    held.flatMap(({ seat, presences }): InstanceRequest[] => {
      const cells = [...new Set(presences.flatMap(cellsOf))].sort((a, b) => a - b);
      if (cells.length === 0) return [];
      const section: Record<string, string> = {};
      for (const [at, period] of periods.entries()) {
        const own = presences.find((presence) => touches(period, presence)) ?? presences[0]!;
        section[period.id] = own.sections[at]!;
      }
      const id = `held:${seat.id}:${facility.id}`;
      const part = { child: 0, facility: facility.id, pattern: patterns.name(cells) };
      return [
        {
          id,
          children: [{ id, section, staffUnits: Math.max(...presences.map((each) => each.staffUnits)) }],
          ...{ basePoints: 0, lottery: 0, classes: [...seat.classes].sort(), localPoints: {}, current: 0 },
          options: [{ kind: "current", parts: [part] }],
        },
      ];
    }),
  );
  seats.sort((a, b) => (a.id < b.id ? -1 : 1));
  return seats.map((seat, at) => ({ ...seat, lottery: seatLottery + at }));
}

/** Builds the instance of a meeting: valid for `readInstance`, unless a pin does not fit. */
export function buildInstance(town: MeetingTown): BuiltInstance {
  const { requests, pinned, impossible } = pinnedOptions(planRequests(town), town.adjustments);
  const parts = requests.flatMap(({ options }) => options.flatMap((option) => option.parts));
  const built = new Map<string, Built>();
  const cells: InstanceCell[] = [];
  const resources: InstanceResource[] = [];
  for (const facility of [...town.facilities].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const own = parts.filter(({ facilityId }) => facilityId === facility.id);
    const one = buildFacility(facility, own, town, cells.length);
    built.set(facility.id, one);
    cells.push(...one.cells);
    resources.push(...one.resources);
  }
  const patterns = new Patterns();
  const asked = requests.map((request) =>
    requestOf(request, pinned.get(request.engineId) ?? null, built, patterns, town),
  );
  const all = [...asked, ...seatRequests(built.values(), patterns)];
  const reserves: InstanceReserve[] = reservesOf(town);
  resources.push(...maxSharesOf(town, all));
  return {
    instance: {
      format: "guichet-allocation/1",
      rules: {
        version: `${town.grid.code}-${town.grid.version}`,
        ...{ displacements: 4, repairRounds: 8, surnombreMax: town.surnombreMax, reserves },
      },
      cells,
      patterns: patterns.byName,
      facilities: [...built.values()].map(({ facility }) => ({
        id: facility.id,
        sections: facility.sections.map(({ id }) => id),
      })),
      resources,
      requests: all.sort((a, b) => (a.id < b.id ? -1 : 1)),
    },
    planned: new Map(requests.map((request) => [request.engineId, request])),
    periods: Object.fromEntries(
      [...built.values()].flatMap(({ periods }) => periods.map(({ id, from, to }) => [id, { from, to }])),
    ),
    impossiblePins: impossible,
  };
}
