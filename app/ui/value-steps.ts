// Values put into a few steps of as many places each, for pictures where shade and pattern stand for size.
import { quantileSorted } from "d3-array";

const most = 5;

/** `from` and `to` are values that exist. Step 0 holds zeros, the others grow from 1. */
export type Step = { step: number; from: number; to: number };

/** The steps in use, in order; values that are unknown have none. */
export function stepsOf(values: (number | null)[]): Step[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const above = known.filter((value) => value > 0);
  const steps: Step[] = known.some((value) => value <= 0) ? [{ step: 0, from: known[0]!, to: 0 }] : [];
  const distinct = [...new Set(above)];
  const ends =
    distinct.length <= most
      ? distinct
      : Array.from({ length: most }, (_, index) => quantileSorted(above, (index + 1) / most)!);
  let start = 0;
  for (const end of new Set(ends)) {
    const inside = distinct.filter((value) => value > start && value <= end);
    if (inside.length > 0) steps.push({ step: 0, from: inside[0]!, to: inside.at(-1)! });
    start = end;
  }
  // Few steps are drawn far apart: the lightest first, the darkest last.
  const count = steps.filter(({ to }) => to > 0).length;
  let rank = 0;
  return steps.map((each) =>
    each.to > 0
      ? { ...each, step: count === 1 ? 3 : 1 + Math.round((rank++ * (most - 1)) / (count - 1)) }
      : each,
  );
}

export function stepOf(value: number | null, steps: Step[]): number | null {
  if (value === null) return null;
  return (steps.find(({ to }) => value <= to) ?? steps.at(-1))?.step ?? null;
}
