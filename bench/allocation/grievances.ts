// What a plan gives and who could complain of it: every better option of every family is put to the published
// choice rule once more.
import { holderAt, insertByKey, tryNewcomer, type Holder } from "./choice-rule.ts";
import { take, type Tables } from "./tables.ts";

/** By request: the index of the option it gets, or -1. */
export type Plan = Int32Array;

export interface Measured {
  halfHours: number;
  served: number;
  /** Families with an option that the rule would give them by displacing somebody. */
  envy: number;
  /** Families with an option that nobody uses. */
  waste: number;
  /** Better options that the rule accepts, as "request/option". */
  claims: Set<string>;
}

export function heldAt(tables: Tables, plan: Plan): Holder[][] {
  const held: Holder[][] = tables.caps.map(() => []);
  plan.forEach((option, request) => {
    if (option < 0) return;
    for (const seat of tables.choices[request]![option]!.seats)
      insertByKey(held[seat.facility]!, holderAt(tables, request, option, seat));
  });
  return held;
}

/** Stops at a plan that overfills a resource. */
function checkCapacity(held: readonly Holder[][], caps: readonly Int32Array[]): void {
  held.forEach((list, facility) => {
    const left = caps[facility]!.slice();
    for (const { seat } of list) take(left, seat);
    if (left.some((units) => units < 0)) throw new Error(`facility ${facility}: more than there is`);
  });
}

/** Measures a plan; `caps` with the surnombre declared, when there is. */
export function measure(tables: Tables, plan: Plan, caps: readonly Int32Array[] = tables.caps): Measured {
  const held = heldAt(tables, plan);
  checkCapacity(held, caps);
  const claims = new Set<string>();
  let [halfHours, served, envy, waste] = [0, 0, 0, 0];
  for (const [request, choices] of tables.choices.entries()) {
    const given = plan[request]!;
    if (given >= 0) {
      halfHours += choices[given]!.halfHours;
      served++;
    }
    let [envious, wasted] = [false, false];
    for (let option = 0; option < (given < 0 ? choices.length : given); option++) {
      const answers = choices[option]!.seats.map((seat) =>
        tryNewcomer(
          tables,
          held[seat.facility]!,
          holderAt(tables, request, option, seat),
          caps[seat.facility]!,
        ),
      );
      if (!answers.every((answer) => answer.accepted)) continue;
      claims.add(`${request}/${option}`);
      if (answers.some((answer) => answer.displaced.length > 0)) envious = true;
      else wasted = true;
    }
    if (envious) envy++;
    if (wasted) waste++;
  }
  return { halfHours, served, envy, waste, claims };
}
