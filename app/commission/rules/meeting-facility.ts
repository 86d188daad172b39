// One facility as the instance counts it: its periods, who is there in each, its cells and what it may hold in them.
import { addDays } from "#app/calendar/rules/day.ts";
import { type FacilityCells, type MeetingCells, cellsOfFacility } from "./facility-cells.ts";
import { type Change, monthAfter, monthBefore, touches } from "./facility-periods.ts";
import type { Presence } from "./facility-runs.ts";
import { type Period, staffUnitsOf } from "./facility-supply.ts";
import { either, halfHoursOf } from "./half-hours.ts";
import type { PlannedPart } from "./meeting-options.ts";
import type { MeetingTown, Seat, TownFacility } from "./meeting-town.ts";

/** A licence that changes is always a period of its own. */
const licenceWeight = 100_000;
type Section = string | null;

/** Facilities whose sections are alike share their periods and what their sections are called. */
export const groupOf = ({ sections }: TownFacility): string =>
  JSON.stringify(
    sections.map(({ name, minAgeMonths, maxAgeMonths, allocated }) => [
      name,
      minAgeMonths,
      maxAgeMonths,
      allocated,
    ]),
  );

export const labelOf = ({ sections }: TownFacility, section: Section): string =>
  sections.find(({ id }) => id === section)!.name;

export function changesOf(facility: TownFacility, parts: readonly PlannedPart[]): Change[] {
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

/**
 * The section of a child in each period. An offer holds a place in one section for as long as it lasts, whatever the
 * child's age then: that is counted, so that what is promised can be kept. Children in care change sections on the day
 * that their agreement says.
 */
const sectionsIn = (part: PlannedPart, periods: readonly Period[]): Section[] =>
  periods.map(() => part.sectionId);

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

/** What a child is counted as, period by period. */
type Counted = { sections: Section[]; staffUnits: number };

export type Built = FacilityCells & {
  facility: TownFacility;
  periods: Period[];
  countedAs: (part: PlannedPart) => Counted;
  seats: { seat: Seat; presences: Presence[] }[];
};

/**
 * One presence a period: two rows of a seat that meet in a period are one child there, in both their sections. A child
 * has one weight in an instance, the heaviest.
 */
function oneAPeriod(presences: Presence[], periods: readonly Period[]): Presence[] {
  const counted = presences.filter((presence) => periods.some((period) => touches(period, presence)));
  const staffUnits = Math.max(0, ...counted.map((each) => each.staffUnits));
  return periods.flatMap((period, at) => {
    const now = counted.filter((presence) => touches(period, presence));
    const [first] = now;
    if (!first) return [];
    const mask = new Uint8Array(first.mask.length);
    for (const one of now) one.mask.forEach((held, at) => (mask[at]! |= held));
    const last = now.at(-1)!;
    const also = now.flatMap(({ sections }) => sections[at] ?? []).filter((id) => id !== last.sections[at]);
    return [{ ...last, mask, also: [...new Set(also)], staffUnits, from: period.from, to: period.to }];
  });
}

export function buildFacility(
  facility: TownFacility,
  parts: readonly PlannedPart[],
  town: MeetingTown,
  periods: Period[],
  all: MeetingCells,
): Built {
  const known = new Map<string, Counted>();
  const countedAs = (part: PlannedPart): Counted => {
    const before = known.get(part.candidate.id);
    if (before) return before;
    const sections = sectionsIn(part, periods);
    const counted = { sections, staffUnits: unitsIn(facility, sections, town) };
    known.set(part.candidate.id, counted);
    return counted;
  };
  const seats = facility.seats.map((seat) => ({
    seat,
    presences: oneAPeriod(seatPresences(facility, seat, periods, town), periods),
  }));
  const ofCandidates = new Map<string, PlannedPart[]>();
  for (const part of parts) {
    const own = ofCandidates.get(part.candidate.id);
    if (own) own.push(part);
    else ofCandidates.set(part.candidate.id, [part]);
  }
  const asked = [...ofCandidates.values()].map((own): Presence => {
    const { from, to } = own[0]!;
    // Fewer days are the same hours on some of the days: one presence stands for all the choices of a child.
    const mask = either(own.map((part) => part.mask));
    return { mask, from, to, ...countedAs(own[0]!) };
  });
  const cells = cellsOfFacility(facility, {
    ...{ periods, asked, all },
    seats: seats.flatMap(({ presences }) => presences),
    surnombreMax: town.surnombreMax,
    parameters: town.parameters,
  });
  return { ...cells, facility, periods, countedAs, seats };
}
