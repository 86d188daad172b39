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

function fits({ shapes, stopShape, slots }: Tables, scarce: Scarce, stop: number): boolean {
  const base = stopShape[stop]! * slots;
  for (let at = 0; at < scarce.slots.length; at += 1)
    if (shapes.dense[base + scarce.slots[at]!]! > scarce.left[at]!) return false;
  return true;
}

/** Takes what a stop uses from what is left when it fits; false, and nothing taken, when it does not. */
export function takeIfFits(tables: Tables, scarce: Scarce, stop: number): boolean {
  if (!fits(tables, scarce, stop)) return false;
  addUnits(tables, scarce, stop, -1);
  return true;
}

/** Gives what a stop uses to what is left, or takes it. */
export function addUnits(
  { shapes, stopShape, slots }: Tables,
  scarce: Scarce,
  stop: number,
  sign: 1 | -1,
): void {
  const base = stopShape[stop]! * slots;
  for (let at = 0; at < scarce.slots.length; at += 1)
    scarce.left[at]! += sign * shapes.dense[base + scarce.slots[at]!]!;
}

/** True when the request of a stop is of a class. */
export function isOfClass(
  { inClass, labels, optionRequest, stopOption }: Tables,
  stop: number,
  label: number,
): boolean {
  return inClass[optionRequest[stopOption[stop]!]! * labels + label] === 1;
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
  scarce: Scarce,
): Chosen {
  const { stopKey, stopOption, isSeat, isReservable } = tables;
  const last = tables.reserves[facility]!.length;
  const chosen: Chosen = { stops: [], stages: [], passedOver: [] };
  let rest = [...candidates].sort((a, b) => stopKey[b]! - stopKey[a]!);
  let seats = 0;
  for (; seats < rest.length && isSeat[stopOption[rest[seats]!]!]; seats += 1) {
    addUnits(tables, scarce, rest[seats]!, -1);
    chosen.stops.push(rest[seats]!);
    chosen.stages.push(seatStage);
  }
  rest = rest.slice(seats);
  for (let stage = 0; stage < last; stage += 1) {
    const { label, target, inHalfHours } = tables.reserves[facility]![stage]!;
    let met = 0;
    for (const stop of chosen.stops)
      if (isReservable[stop] && isOfClass(tables, stop, label)) met += weight(tables, stop, inHalfHours);
    const others: number[] = [];
    for (const stop of rest) {
      const isWanted = met < target && isReservable[stop] === 1 && isOfClass(tables, stop, label);
      if (isWanted && takeIfFits(tables, scarce, stop)) {
        chosen.stops.push(stop);
        chosen.stages.push(stage);
        met += weight(tables, stop, inHalfHours);
      } else others.push(stop);
    }
    rest = others;
  }
  for (const stop of rest)
    if (takeIfFits(tables, scarce, stop)) {
      chosen.stops.push(stop);
      chosen.stages.push(last);
    } else chosen.passedOver.push(stop);
  return chosen;
}

/** The order and the stages that the rule gives to stops that fit together. */
export function arrange(tables: Tables, facility: number, stops: readonly number[]): Chosen {
  return applyRule(tables, facility, stops, { slots: [], left: [] });
}
