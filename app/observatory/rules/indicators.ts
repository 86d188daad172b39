// From facts to indicators. Definitions are those that the page prints under each figure.
import type { OccupancyFact } from "./facts.ts";

/** To one hundredth: more digits would tell the numbers behind it. Of nothing, a share is unknown, never zero. */
const ratio = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 100) / 100 : null;

export type HoursSplit = { ordinary: number; atypical: number };

export type OccupancyIndicators = {
  /** Hours: licensed places × hours open. */
  capacity: number;
  booked: number;
  present: number;
  realised: number;
  billed: number;
  /** Billed hours / capacity: the occupancy that the Caf funds. */
  billedRate: number | null;
  /** Billed hours / hours realised: the Caf lowers what it pays above 107 %. */
  billingRate: number | null;
  /** Booked hours / capacity. */
  bookedRate: number | null;
  /** Hours of presence / capacity. */
  presentRate: number | null;
  /** Booked hours that nobody marked / booked hours: how far presence may be understated. */
  unmarkedShare: number | null;
  /** Null when the split may not be told. */
  bookedSplit: HoursSplit | null;
  presentSplit: HoursSplit | null;
  /** Atypical hours booked / booked hours. */
  atypicalShare: number | null;
};

const hours = (minutes: number): number => Math.round(minutes / 60);

/** Both parts at zero are a split that was kept back, unless there is nothing to split. */
export function splitOf(ordinary: number, atypical: number): HoursSplit | null {
  return ordinary + atypical > 0 ? { ordinary: hours(ordinary), atypical: hours(atypical) } : null;
}

export function atypicalShareOf({ ordinary, atypical }: HoursSplit): number | null {
  return ratio(atypical, ordinary + atypical);
}

type Minutes = Omit<OccupancyFact, "facilityKind">;

export function occupancyIndicators(fact: Minutes): OccupancyIndicators {
  const { capacityMinutes, bookedMinutes, presentMinutes, unknownMinutes } = fact;
  const splitMinutes = fact.ordinaryBooked + fact.atypicalBooked;
  return {
    capacity: hours(capacityMinutes),
    booked: hours(bookedMinutes),
    present: hours(presentMinutes),
    realised: hours(fact.realisedMinutes),
    billed: hours(fact.billedMinutes),
    billedRate: ratio(fact.billedMinutes, capacityMinutes),
    billingRate: ratio(fact.billedMinutes, fact.realisedMinutes),
    bookedRate: ratio(bookedMinutes, capacityMinutes),
    presentRate: ratio(presentMinutes, capacityMinutes),
    unmarkedShare: ratio(unknownMinutes, bookedMinutes),
    bookedSplit: splitOf(fact.ordinaryBooked, fact.atypicalBooked),
    presentSplit: splitOf(fact.ordinaryPresent, fact.atypicalPresent),
    atypicalShare: ratio(fact.atypicalBooked, splitMinutes),
  };
}

/** Adds facts up, measure by measure. */
export function sum<Key extends string>(
  facts: readonly Record<Key, number>[],
  keys: readonly Key[],
): Record<Key, number> {
  const total = (key: Key): number => facts.reduce((all, fact) => all + fact[key], 0);
  return Object.fromEntries(keys.map((key) => [key, total(key)])) as Record<Key, number>;
}

export const occupancyMeasures = [
  "facilities",
  "children",
  "capacityMinutes",
  "bookedMinutes",
  "presentMinutes",
  "unknownMinutes",
  "realisedMinutes",
  "billedMinutes",
  "ordinaryBooked",
  "atypicalBooked",
  "ordinaryPresent",
  "atypicalPresent",
] as const;

export const demandMeasures = [
  "received",
  "served",
  "waiting",
  "unserved",
  "ordinaryMinutes",
  "atypicalMinutes",
] as const;
