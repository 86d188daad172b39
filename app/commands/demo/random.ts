// A small seeded generator (mulberry32): the same keys give the same draws, on every machine.

/** FNV-1a over the keys: a stream of its own for each part of the town, so that one part never shifts another. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

export type Random = {
  /** From 0 to 1, 1 excluded. */
  next: () => number;
  /** A whole number between two bounds, both included. */
  between: (least: number, most: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  weighted: <T>(list: readonly (readonly [T, number])[]) => T;
  shuffle: <T>(list: readonly T[]) => T[];
};

export function random(...keys: (string | number)[]): Random {
  let state = hash(keys.join("/"));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)]!;
  const weighted = <T>(list: readonly (readonly [T, number])[]): T => {
    let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    return (list.find(([, weight]) => (left -= weight) < 0) ?? list.at(-1)!)[0];
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const mixed = [...list];
    for (let index = mixed.length - 1; index > 0; index--) {
      const other = between(0, index);
      [mixed[index], mixed[other]] = [mixed[other]!, mixed[index]!];
    }
    return mixed;
  };
  return { next, between, chance: (probability) => next() < probability, pick, weighted, shuffle };
}
