import { compareKeys, type Roll, type Seat, seatsOf } from "./choice-rule.ts";
import type { Option, Request } from "./instance-file.ts";
import type { Answer, Result } from "./result-file.ts";
import type { Town } from "./town.ts";

/** A town and what was decided for it, put face to face. */
export type Run = {
  town: Town;
  result: Result;
  /** First answer of each request of the town. */
  answers: Map<string, Answer>;
  /** What each facility holds, by its id. */
  rolls: Map<string, Roll>;
  /** Units declared above each limit. */
  raised: Map<string, number>;
};

/** @returns the index of the option held; null when none is, or when the answer names an option that is not there */
export function heldBy(run: Pick<Run, "answers">, request: Pick<Request, "id" | "options">): number | null {
  const option = run.answers.get(request.id)?.option ?? null;
  return option !== null && option < request.options.length ? option : null;
}

/** @returns how many options a request has that are better than the one it holds */
export function betterThanHeld(run: Run, request: Request): number {
  return heldBy(run, request) ?? request.options.length;
}

/** @returns the option, or undefined where the list ends before */
export function optionOf(town: Town, id: string, index: number): Option | undefined {
  return town.requests.get(id)?.options[index];
}

/** Seats every request where its answer says. */
export function runOf(town: Town, result: Result): Run {
  const answers = new Map<string, Answer>();
  for (const answer of result.answers)
    if (town.requests.has(answer.request) && !answers.has(answer.request))
      answers.set(answer.request, answer);

  const raised = new Map<string, number>();
  for (const { resource, plus } of result.surnombre) raised.set(resource, (raised.get(resource) ?? 0) + plus);

  const rolls = new Map<string, Roll>();
  for (const facility of town.facilities.values()) {
    const caps = facility.resources.map(({ id, cap }) => cap + (raised.get(id) ?? 0));
    rolls.set(facility.id, { facility, seats: [], caps });
  }
  for (const request of town.instance.requests) {
    const held = heldBy({ answers }, request);
    if (held === null) continue;
    for (const { facility, seat } of seatsOf(town, request, held)) rolls.get(facility.id)!.seats.push(seat);
  }
  for (const { seats } of rolls.values()) seats.sort((a: Seat, b: Seat) => compareKeys(a.key, b.key));
  return { town, result, answers, rolls, raised };
}
