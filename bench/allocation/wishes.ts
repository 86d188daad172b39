// Which facilities a family asks for: near and well liked ones first.
import type { Chance } from "./chance.ts";
import type { Place } from "./facilities.ts";

const ring = (radius: number) => {
  const around: [number, number][] = [];
  for (let dx = -radius; dx <= radius; dx++)
    for (let dy = -radius; dy <= radius; dy++)
      if (Math.max(Math.abs(dx), Math.abs(dy)) === radius) around.push([dx, dy]);
  return around;
};

/** Facilities in squares of about four, so that a large town costs no more per family than a small one. */
function squaresOf(places: readonly Place[], chosen: readonly number[]) {
  const width = Math.max(1, Math.floor(Math.sqrt(chosen.length / 4)));
  const squares = Array.from({ length: width * width }, () => [] as number[]);
  const at = (part: number) => Math.min(width - 1, Math.floor(part * width));
  for (const index of chosen) squares[at(places[index]!.y) * width + at(places[index]!.x)]!.push(index);
  const near = (x: number, y: number, atLeast: number): number[] => {
    const found: number[] = [];
    for (let radius = 0, enough = false; radius < width && !enough; radius++) {
      // One ring more than needed: the nearest may lie just outside.
      enough = found.length >= atLeast;
      for (const [dx, dy] of ring(radius)) {
        const [column, row] = [at(x) + dx, at(y) + dy];
        if (column >= 0 && column < width && row >= 0 && row < width)
          found.push(...squares[row * width + column]!);
      }
    }
    return found;
  };
  return { near };
}

/** Draws the wished facilities (indexes, best first) of a family that lives at `x`, `y`. */
export type Wishes = (x: number, y: number, count: number, atypical: boolean) => number[];

/** Three to eight wishes by distance and popularity, atypical weeks only where such hours are open. */
export function wishesIn(places: readonly Place[], chance: Chance): Wishes {
  const all = squaresOf(
    places,
    places.map((_, index) => index),
  );
  const atypicalPlaces = squaresOf(
    places,
    places.flatMap((place, index) => (place.atypical ? [index] : [])),
  );
  const spacing = 1 / Math.sqrt(places.length);
  return (x, y, count, atypical) => {
    const score = (index: number) => {
      const { x: fx, y: fy, popularity, children } = places[index]!;
      const liked = 0.6 * popularity + 0.3 * Math.log(children / 30);
      return Math.hypot(fx - x, fy - y) / spacing - liked + 0.8 * chance.roll();
    };
    return (atypical ? atypicalPlaces : all)
      .near(x, y, 2 * count)
      .map((index) => [score(index), index] as const)
      .sort(([one, a], [other, b]) => one - other || a - b)
      .slice(0, count)
      .map(([, index]) => index);
  };
}
