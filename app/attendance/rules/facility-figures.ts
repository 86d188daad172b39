// The figures of one facility over a period, out of its series. No child, no family, and no key to them.
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import { type BandClock, type Split, bandSums, isAtypical } from "./band-clock.ts";
import type { OccupancySeries } from "./occupancy-series.ts";
import { sumOf } from "./series-sums.ts";
import { presenceOf } from "./stay-record.ts";

export type FacilityOccupancy = {
  facilityKind: FacilityKind;
  facilityId: string;
  /** Different children with at least one stay in the period. */
  childrenCount: number;
  /** Those among them with a stay booked, in whole or part, in atypical hours. */
  atypicalChildrenCount: number;
  /** Those really there for some of them; not the same ones: a child may come before its hours. */
  atypicalPresentChildrenCount: number;
  /** Licensed places × minutes of the days open; 0 with `capacityKnown: false` when no licence is on record. */
  capacityMinutes: number;
  capacityKnown: boolean;
  /** Asked by requests still open, in the facility that each wishes first. */
  demandedMinutes: number;
  /** Offered and not answered yet, or by contracts that have not begun. */
  allocatedMinutes: number;
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
  /** "Heures réalisées" and "facturées", with the rounding of the facility and the limits of the Caf. */
  realisedMinutes: number;
  billedMinutes: number;
  ordinaryBooked: number;
  atypicalBooked: number;
  nightBooked: number;
  ordinaryPresent: number;
  atypicalPresent: number;
  nightPresent: number;
};

export function facilityFigures(
  facility: { facilityId: string; facilityKind: FacilityKind; capacityKnown: boolean },
  series: OccupancySeries,
  bands: BandClock,
  asOf = Infinity,
): FacilityOccupancy {
  const { minutes } = series;
  const [booked, present, extra] = [minutes.booked, minutes.present, minutes.extra].map((each) =>
    bandSums(each, bands),
  ) as [Split, Split, Split];
  return {
    ...facility,
    ...childrenOf(series, bands, asOf),
    capacityMinutes: sumOf(minutes.capacity),
    demandedMinutes: sumOf(minutes.demanded),
    allocatedMinutes: sumOf(minutes.allocated),
    bookedMinutes: booked.ordinary + booked.atypical,
    presentMinutes: present.ordinary + present.atypical + extra.ordinary + extra.atypical,
    extraMinutes: extra.ordinary + extra.atypical,
    absentMinutes: sumOf(minutes.absent),
    unknownMinutes: sumOf(minutes.unknown),
    toComeMinutes: sumOf(minutes.toCome),
    realisedMinutes: sumOf(minutes.realised),
    billedMinutes: sumOf(minutes.billed),
    ordinaryBooked: booked.ordinary,
    atypicalBooked: booked.atypical,
    nightBooked: booked.night,
    ordinaryPresent: present.ordinary + extra.ordinary,
    atypicalPresent: present.atypical + extra.atypical,
    nightPresent: present.night + extra.night,
  };
}

function childrenOf(
  { clock, counted }: OccupancySeries,
  bands: BandClock,
  asOf: number,
): Pick<FacilityOccupancy, "childrenCount" | "atypicalChildrenCount" | "atypicalPresentChildrenCount"> {
  const [all, booked, present] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const stay of counted) {
    const planned = { start: stay.plannedStart, end: stay.plannedEnd };
    const there = presenceOf(stay, asOf);
    if (Math.max(planned.end, there?.end ?? 0) > clock.start) all.add(stay.childId);
    if (isAtypical(bands, planned)) booked.add(stay.childId);
    if (there && isAtypical(bands, there)) present.add(stay.childId);
  }
  return {
    childrenCount: all.size,
    atypicalChildrenCount: booked.size,
    atypicalPresentChildrenCount: present.size,
  };
}
