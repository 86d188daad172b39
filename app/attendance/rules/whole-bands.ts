// After-school hours count by whole bands: once a child is present in part of one, all of it is used (Caf, hours
// "réalisées" of the ALSH périscolaire; docs: regulation, périscolaire).
import type { Span } from "./band-clock.ts";
import type { StayRecord } from "./occupancy.ts";

export type ContractStay = StayRecord & { contractId: string };

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The best known of two stays of a child in one band: seen there, then not marked, then away. */
const rank = ({ state }: StayRecord): number => (state === "left" ? 2 : state === "planned" ? 1 : 0);

/**
 * One stay a band that was booked or used. A stay outside every band keeps its own hours.
 * @param bands opening hours on real days, in order
 */
export function inWholeBands(stays: Iterable<ContractStay>, bands: Span[]): ContractStay[] {
  const kept: ContractStay[] = [];
  const byBand = new Map<string, ContractStay>();
  for (const stay of stays) {
    const planned = { start: stay.plannedStart, end: stay.plannedEnd };
    const there =
      stay.arrivedAt === null ? null : { start: stay.arrivedAt, end: stay.leftAt ?? stay.plannedEnd };
    const booked = bands.filter((band) => touches(band, planned));
    if (booked.length === 0) kept.push(stay);
    for (const band of booked) {
      const whole = { contractId: stay.contractId, plannedStart: band.start, plannedEnd: band.end };
      const used = there !== null && touches(band, there);
      const record: ContractStay = used
        ? { ...whole, state: "left", arrivedAt: band.start, leftAt: band.end }
        : {
            ...whole,
            state: stay.state === "planned" ? "planned" : "absent",
            arrivedAt: null,
            leftAt: null,
          };
      const key = `${stay.contractId} ${band.start}`;
      const known = byBand.get(key);
      if (!known || rank(record) > rank(known)) byBand.set(key, record);
    }
  }
  return [...kept, ...byBand.values()];
}
