// The choice rule of a facility, said in full: the seats held, then each reserve in its order, then the points.
import type { Tables } from "./engine-tables.ts";

/** Stage in which a holder is accepted: the seats, then the reserves from 0 on, then the points. */
export const seatStage = -1;

/** Units left of the slots that may be short; the rule takes from them. */
export type Scarce = { slots: number[]; left: number[] };

/** Those accepted, by stage then by key, with their stages; and those passed over, best key first. */
export type Chosen = { stops: number[]; stages: number[]; passedOver: number[] };

/** What a stop counts for in a reserve: its parts, or the half-hours of their patterns. */
export function weight({ shapes, stopShape }: Tables, stop: number, inHalfHours: boolean): number {
  return (inHalfHours ? shapes.halfHours : shapes.places)[stopShape[stop]!]!;
}

/**
 * Applies the rule to stops of a facility, one at most for each request. In a stage, whoever fits is accepted and
 * whoever does not is passed over. Seats count toward the reserves of their classes, and so does whoever an earlier
 * reserve accepted.
 */
export function applyRule(
  tables: Tables,
  facility: number,
  candidates: readonly number[],
  { slots, left }: Scarce,
): Chosen {
  const { shapes, stopShape, stopKey, stopOption, optionRequest, isSeat, inClass, labels } = tables;
  const ordered = [...candidates].sort((a, b) => stopKey[b]! - stopKey[a]!);
  const [stops, stages]: [number[], number[]] = [[], []];
  const taken = new Set<number>();
  const unitsOf = (stop: number, at: number): number =>
    shapes.dense[stopShape[stop]! * tables.slots + slots[at]!]!;
  const fits = (stop: number): boolean => {
    for (let at = 0; at < slots.length; at += 1) if (unitsOf(stop, at) > left[at]!) return false;
    return true;
  };
  const accept = (stop: number, stage: number): void => {
    for (let at = 0; at < slots.length; at += 1) left[at]! -= unitsOf(stop, at);
    taken.add(stop);
    stops.push(stop);
    stages.push(stage);
  };
  for (const stop of ordered) if (isSeat[stopOption[stop]!]) accept(stop, seatStage);
  for (const [stage, { label, target, inHalfHours }] of tables.reserves[facility]!.entries()) {
    const isOf = (stop: number): boolean => inClass[optionRequest[stopOption[stop]!]! * labels + label] === 1;
    let met = 0;
    for (const stop of stops) if (isOf(stop)) met += weight(tables, stop, inHalfHours);
    for (const stop of ordered) {
      if (met >= target) break;
      if (taken.has(stop) || !isOf(stop) || !fits(stop)) continue;
      accept(stop, stage);
      met += weight(tables, stop, inHalfHours);
    }
  }
  const last = tables.reserves[facility]!.length;
  for (const stop of ordered) if (!taken.has(stop) && fits(stop)) accept(stop, last);
  return { stops, stages, passedOver: ordered.filter((stop) => !taken.has(stop)) };
}

/** The order and the stages that the rule gives to stops that fit together. */
export function arrange(tables: Tables, facility: number, stops: readonly number[]): Chosen {
  return applyRule(tables, facility, stops, { slots: [], left: [] });
}
