// How towns do it otherwise: four plans on the same tables, to compare hours and grievances.
import type { Instance } from "#app/allocation/rules/instance.ts";
import { holderAt, insertByKey, tryNewcomer, type Holder } from "./choice-rule.ts";
import type { Plan } from "./grievances.ts";
import { fits, tablesOf, take, type Choice, type Tables } from "./tables.ts";

/** Capacity and seats held while a list is read from top to bottom: the children already there keep theirs. */
function desk(tables: Tables) {
  const left = tables.caps.map((caps) => caps.slice());
  const plan = new Int32Array(tables.choices.length).fill(-1);
  const move = (choice: Choice, by: 1 | -1) =>
    choice.seats.forEach((seat) => take(left[seat.facility]!, seat, by));
  tables.choices.forEach((choices, request) => {
    const last = choices.length - 1;
    if (!choices[last]?.current) return;
    plan[request] = last;
    move(choices[last], 1);
  });
  /** Gives an option if it fits once the request's own seat is given up; takes that seat back otherwise. */
  const give = (request: number, option: number): boolean => {
    const choices = tables.choices[request]!;
    const before = plan[request]!;
    if (before >= 0) move(choices[before]!, -1);
    if (choices[option]!.seats.every((seat) => fits(left[seat.facility]!, seat))) {
      move(choices[option]!, 1);
      plan[request] = option;
      return true;
    }
    if (before >= 0) move(choices[before]!, 1);
    return false;
  };
  return { plan, give };
}

const listOrder = ({ requests }: Instance): number[] =>
  requests
    .map((_, index) => index)
    .sort(
      (a, b) =>
        requests[b]!.basePoints - requests[a]!.basePoints || requests[a]!.lottery - requests[b]!.lottery,
    );

/** One list for the town: each family in turn takes its best option that is left. */
export function pointsList(tables: Tables): Plan {
  const { plan, give } = desk(tables);
  for (const request of listOrder(tables.instance)) {
    const better = plan[request]! < 0 ? tables.choices[request]!.length : plan[request]!;
    for (let option = 0; option < better; option++) if (give(request, option)) break;
  }
  return plan;
}

/** First wishes first: every first wish by points, then the second wishes on what is left, and so on. */
export function rankFirst(tables: Tables): Plan {
  const { plan, give } = desk(tables);
  const moved = new Uint8Array(plan.length);
  const longest = tables.choices.reduce((most, { length }) => Math.max(most, length), 0);
  for (let rank = 0; rank < longest; rank++) {
    const asking = tables.choices.flatMap((choices, request) => {
      const choice = choices[rank];
      if (!choice || choice.current || moved[request]) return [];
      return [[tables.key(request, choice.seats[0]!.facility), request] as const];
    });
    asking.sort(([one], [other]) => other - one);
    for (const [, request] of asking) if (give(request, rank)) moved[request] = 1;
  }
  return plan;
}

/** Deferred acceptance of the textbooks: a refusal is for ever, a place given up is offered to nobody again. */
export function textbook(tables: Tables): Plan {
  const plan = new Int32Array(tables.choices.length).fill(-1);
  const next = new Int32Array(plan.length);
  const held: Holder[][] = tables.caps.map(() => []);
  const waiting = listOrder(tables.instance).reverse();
  const release = (request: number) => {
    for (const { facility } of tables.choices[request]![plan[request]!]!.seats)
      held[facility] = held[facility]!.filter((holder) => holder.request !== request);
    plan[request] = -1;
  };
  while (waiting.length > 0) {
    const request = waiting.pop()!;
    const choices = tables.choices[request]!;
    while (plan[request]! < 0 && next[request]! < choices.length) {
      const option = next[request]!++;
      const holders = choices[option]!.seats.map((seat) => holderAt(tables, request, option, seat));
      const answers = holders.map((holder) =>
        tryNewcomer(tables, held[holder.seat.facility]!, holder, tables.caps[holder.seat.facility]!),
      );
      if (!answers.every((answer) => answer.accepted)) continue;
      for (const displaced of new Set(answers.flatMap((answer) => answer.displaced))) {
        release(displaced);
        waiting.push(displaced);
      }
      for (const holder of holders) insertByKey(held[holder.seat.facility]!, holder);
      plan[request] = option;
    }
  }
  return plan;
}

/** Whole seats: by points, and who comes three days still blocks 7:30 to 16:30 all the week. */
export function wholeSeats(instance: Instance): Plan {
  const daytime = instance.cells.flatMap(({ from, to }, cell) =>
    from >= "07:30" && to <= "16:30" ? [cell] : [],
  );
  const blocking = (_: number, cells: readonly number[]) => [...new Set([...cells, ...daytime])];
  return pointsList(tablesOf(instance, blocking));
}
