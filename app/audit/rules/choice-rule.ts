import type { Option, Request, Reserve } from "./instance-file.ts";
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
  /** The seats accepted, in that order. */
  taken: number[];
  /** Units left of each limit. */
  left: number[];
  /** For a candidate refused: the seats accepted before its first turn, in that order, and the units left then. */
  above: Pick<Choice, "taken" | "left"> | null;
};

function accept({ seats, stages, taken, left }: Choice, index: number, stage: Stage): void {
  const { limits, units } = seats[index]!.use;
  for (let each = 0; each < limits.length; each++) left[limits[each]!]! -= units[each]!;
  stages[index] = stage;
  taken.push(index);
}

function fits({ seats, left }: Choice, index: number): boolean {
  const { limits, units } = seats[index]!.use;
  for (let each = 0; each < limits.length; each++) if (left[limits[each]!]! < units[each]!) return false;
  return true;
}

/** Accepts a seat if it fits; the first time that the candidate does not, remembers who was there before. */
function tryIn(choice: Choice, index: number, stage: Stage, candidate: Seat | null): void {
  if (fits(choice, index)) accept(choice, index, stage);
  else if (choice.seats[index] === candidate)
    choice.above ??= { taken: [...choice.taken], left: [...choice.left] };
}

const isOfClass = ({ request }: Seat, reserve: Reserve): boolean => request.classes.includes(reserve.class);

/** Scans the class by key while the target is not met; all those of the class already accepted count. */
function fillReserve(choice: Choice, reserve: Reserve, candidate: Seat | null): void {
  const { seats, stages } = choice;
  let met = 0;
  for (let index = 0; index < seats.length; index++)
    if (stages[index] && isOfClass(seats[index]!, reserve)) met += seats[index]!.use[reserve.unit];
  for (let index = 0; index < seats.length && met < reserve.target; index++) {
    if (stages[index] || !isOfClass(seats[index]!, reserve)) continue;
    tryIn(choice, index, "reserve", candidate);
    if (stages[index]) met += seats[index]!.use[reserve.unit];
  }
}

/** The set, best key first: those held, and the candidate in place of any seat of its own. */
function ranked(held: readonly Seat[], candidate: Seat | null): Seat[] {
  if (!candidate) return [...held];
  const seats: Seat[] = [];
  let isIn = false;
  for (const seat of held) {
    if (seat.request === candidate.request) continue;
    if (!isIn && compareKeys(candidate.key, seat.key) < 0) {
      seats.push(candidate);
      isIn = true;
    }
    seats.push(seat);
  }
  if (!isIn) seats.push(candidate);
  return seats;
}

/**
 * The choice rule, read literally: kept seats; then each reserve in published order, its class by key while its target
 * is not met; then all the rest by key. What does not fit is skipped.
 * A refused candidate ends the reading: those below it do not change the answer.
 */
export function choose({ facility, seats: held, caps }: Roll, candidate: Seat | null): Choice {
  const seats = ranked(held, candidate);
  const stages = new Array<Stage | null>(seats.length).fill(null);
  const choice: Choice = { seats, stages, taken: [], left: [...caps], above: null };
  for (let index = 0; index < seats.length; index++)
    if (seats[index]!.kept) accept(choice, index, "maintien");
  for (const reserve of facility.reserves) fillReserve(choice, reserve, candidate);
  for (let index = 0; index < seats.length; index++) {
    if (stages[index]) continue;
    tryIn(choice, index, "points", candidate);
    if (seats[index] === candidate && !stages[index]) break;
  }
  return choice;
}
