import type { Option, Request } from "./instance-file.ts";
import type { Facility, Town } from "./town.ts";
import { facilitiesOf, type Use, useAt } from "./use.ts";

export type Key = { points: number; lottery: number };

/** A request and its option, as one facility sees them. */
export type Seat = { request: Request; option: number; kept: boolean; key: Key; use: Use };

/** Those a facility holds, best key first, and its limits with the declared surnombre. */
export type Roll = { facility: Facility; seats: Seat[]; caps: number[] };

export type Stage = "maintien" | "reserve" | "points";

/** Points high to low, then draw low to high. */
export function compareKeys(a: Key, b: Key): number {
  return b.points - a.points || a.lottery - b.lottery;
}

/** @returns the seats that an option asks for, one for each of its facilities */
export function seatsOf(town: Town, request: Request, index: number): { facility: Facility; seat: Seat }[] {
  const option: Option = request.options[index]!;
  return facilitiesOf(town, option).map((facility) => {
    const points = request.basePoints + (request.localPoints.get(facility.id) ?? 0);
    const key = { points, lottery: request.lottery };
    const use = useAt(town, request, option, facility);
    return { facility, seat: { request, option: index, kept: option.kind === "current", key, use } };
  });
}

/** What the rule says of a set: at which stage each seat is accepted, null when it is not. */
export type Choice = {
  seats: Seat[];
  stages: (Stage | null)[];
  /** For a candidate refused: the seats accepted before its first turn, in that order, and the units taken then. */
  above: { taken: number[]; used: number[] } | null;
};

/**
 * The choice rule, read literally: kept seats; then each reserve in published order, its class by key while its target
 * is not met; then all the rest by key. What does not fit is skipped.
 * A refused candidate ends the reading: those below it do not change the answer.
 */
export function choose({ facility, seats: held, caps }: Roll, candidate: Seat | null): Choice {
  const seats = candidate ? held.filter((seat) => seat.request !== candidate.request) : held;
  if (candidate) {
    const after = seats.findIndex((seat) => compareKeys(candidate.key, seat.key) < 0);
    seats.splice(after < 0 ? seats.length : after, 0, candidate);
  }
  const left = [...caps];
  const stages = seats.map((): Stage | null => null);
  const taken: number[] = [];
  let above: Choice["above"] = null;

  const accept = (index: number, stage: Stage): void => {
    const { limits, units } = seats[index]!.use;
    for (let each = 0; each < limits.length; each++) left[limits[each]!]! -= units[each]!;
    stages[index] = stage;
    taken.push(index);
  };
  const tryIn = (index: number, stage: Stage): void => {
    const { limits, units } = seats[index]!.use;
    for (let each = 0; each < limits.length; each++) {
      if (left[limits[each]!]! >= units[each]!) continue;
      if (seats[index] === candidate)
        above ??= { taken: [...taken], used: caps.map((cap, limit) => cap - left[limit]!) };
      return;
    }
    accept(index, stage);
  };

  for (const [index, { kept }] of seats.entries()) if (kept) accept(index, "maintien");
  for (const reserve of facility.reserves) {
    const ofClass = (seat: Seat): boolean => seat.request.classes.includes(reserve.class);
    let met = 0;
    for (const [index, seat] of seats.entries())
      if (stages[index] && ofClass(seat)) met += seat.use[reserve.unit];
    for (const [index, seat] of seats.entries()) {
      if (met >= reserve.target) break;
      if (stages[index] || !ofClass(seat)) continue;
      tryIn(index, "reserve");
      if (stages[index]) met += seat.use[reserve.unit];
    }
  }
  for (const [index, seat] of seats.entries()) {
    if (stages[index]) continue;
    tryIn(index, "points");
    if (seat === candidate && !stages[index]) break;
  }
  return { seats, stages, above };
}
