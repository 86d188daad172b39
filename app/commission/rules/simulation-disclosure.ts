// What of a comparison may be shown: no count of people from 1 to under the threshold (parameter "publication"), and none
// that a subtraction finds, from the total or from another column. Zero is shown: it tells nothing of anybody in particular.
//
// Three blocks are shown or hidden as a whole in each row: how many ask; who is served and who is not, with each grid;
// who gains, loses, or neither. A hidden row goes with others until what they add up to reaches the threshold.
import type { Tally } from "./simulation.ts";

export type CountedRow = { key: string; counts: readonly number[] };

/** Zero is not small. */
export const isSmall = (count: number, smallestCount: number): boolean => count > 0 && count < smallestCount;

/**
 * The keys of the rows to hide, those of `also` among them; all when a total is itself small.
 * The rows add up to the total, which is shown.
 */
export function hiddenRows(
  rows: readonly CountedRow[],
  smallestCount: number,
  also: ReadonlySet<string> = new Set(),
): Set<string> {
  const measures = rows[0]?.counts.length ?? 0;
  const sum = (all: readonly CountedRow[], at: number): number =>
    all.reduce((total, { counts }) => total + counts[at]!, 0);
  const totals = Array.from({ length: measures }, (_, at) => sum(rows, at));
  const small = ({ counts }: CountedRow): boolean => counts.some((count) => isSmall(count, smallestCount));
  if (totals.some((total) => isSmall(total, smallestCount))) return new Set(rows.map(({ key }) => key));
  const hidden = rows.filter((row) => also.has(row.key) || small(row));
  const others = rows
    .filter((row) => !hidden.includes(row))
    .sort((a, b) => sum([a], 0) - sum([b], 0) || (a.key < b.key ? -1 : 1));
  // What nobody does is known of every row anyway; all else must be hidden among enough people.
  const lacking = (): number => totals.findIndex((total, at) => total > 0 && sum(hidden, at) < smallestCount);
  while (hidden.length > 0 && others.length > 0) {
    const measure = lacking();
    if (measure === -1 && hidden.length > 1) break;
    const next = others.findIndex(({ counts }) => measure === -1 || counts[measure]! > 0);
    hidden.push(...others.splice(Math.max(0, next), 1));
  }
  return new Set(hidden.map(({ key }) => key));
}

/** The counts of each block; whoever knows some of them knows the others of the block by subtraction. */
export const blocks = {
  asked: ({ asked }: Tally) => [asked],
  served: ({ asked, servedA, servedB }: Tally) => [servedA, servedB, asked - servedA, asked - servedB],
  moves: ({ asked, gains, loses }: Tally) => [gains, loses, asked - gains - loses],
} as const satisfies Record<string, (tally: Tally) => number[]>;

/** Null: hidden. Half-hours go with who is served. */
export type ShownTally = {
  asked: number | null;
  served: Pick<Tally, "servedA" | "servedB" | "halfHoursA" | "halfHoursB"> | null;
  moves: Pick<Tally, "gains" | "loses"> | null;
};
export type ShownRow = { group: string; shown: ShownTally };

type Block = keyof typeof blocks;
type Row = { group: string; tally: Tally };

function showing({ asked, gains, loses, ...served }: Tally, isHidden: (block: Block) => boolean): ShownTally {
  const { servedA, servedB, halfHoursA, halfHoursB } = served;
  return {
    asked: isHidden("asked") ? null : asked,
    served: isHidden("served") ? null : { servedA, servedB, halfHoursA, halfHoursB },
    moves: isHidden("moves") ? null : { gains, loses },
  };
}

/** The whole demand. */
export function shownTotal(total: Tally, smallestCount: number): ShownTally {
  return showing(total, (block) => blocks[block](total).some((each) => isSmall(each, smallestCount)));
}

/** One table: its rows add up to the total. */
export function shownRows(rows: readonly Row[], smallestCount: number): ShownRow[] {
  const hide = (countsOf: (tally: Tally) => number[], also?: ReadonlySet<string>): Set<string> =>
    hiddenRows(
      rows.map(({ group, tally }) => ({ key: group, counts: countsOf(tally) })),
      smallestCount,
      also,
    );
  const gains = rows.some(({ tally }) => tally.gains > 0);
  const loses = rows.some(({ tally }) => tally.loses > 0);
  const asked = hide(blocks.asked);
  // When all who move move the same way, who is served with each grid would tell how many: one block then.
  const joint = (tally: Tally): number[] => [...blocks.served(tally), ...blocks.moves(tally)];
  const served = hide(gains === loses ? blocks.served : joint, asked);
  const moves = gains === loses ? hide(blocks.moves, asked) : served;
  const hidden: Record<Block, Set<string>> = { asked, served, moves };
  return rows.map(({ group, tally }) => ({
    group,
    shown: showing(tally, (block) => hidden[block].has(group)),
  }));
}
