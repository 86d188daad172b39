/** Draws that are the same for the same seed. */
export interface Chance {
  /** A number in [0, 1). */
  roll(): number;
  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number;
  /** True once in `1 / share`. */
  often(share: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** The same array, in another order. */
  shuffle<T>(values: T[]): T[];
}

/** A stream of draws (mulberry32) from a whole seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1));
  return {
    roll,
    whole,
    often: (share) => roll() < share,
    pick: (values) => values[whole(0, values.length - 1)]!,
    shuffle(values) {
      for (let last = values.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [values[last], values[other]] = [values[other]!, values[last]!];
      }
      return values;
    },
  };
}
