// Until disclosure control is built: nothing below the town, no count under a threshold, and no masked row that is
// the difference between the total and the others. The threshold is the dated parameter "publication".

/** A row of a table, with the counts of people that its figures rest on. */
export type CountedRow = {
  kind: string;
  counts: readonly number[];
  /** Stands for one facility only: its figures would be those of that facility, which is below the town. */
  alone?: boolean;
};

const least = (row: CountedRow): number => Math.min(...row.counts);

/** Whether a total may be shown. Zero is under the threshold too: it says that nobody is there. */
export function mayShow(counts: readonly number[], smallestCount: number): boolean {
  return counts.every((count) => count >= smallestCount);
}

/** Whether what the masked rows add up to, which anyone finds by subtraction, is itself under the threshold. */
function betrayed(masked: readonly CountedRow[], smallestCount: number): boolean {
  if (masked.length === 1) return true;
  const measures = masked[0]?.counts.length ?? 0;
  return Array.from({ length: measures }, (_, index) =>
    masked.reduce((sum, { counts }) => sum + counts[index]!, 0),
  ).some((sum) => sum < smallestCount);
}

/**
 * The rows of a table to mask, all measures alike; the smallest ones come first when others must be masked with them.
 */
export function maskedKinds(rows: readonly CountedRow[], smallestCount: number): Set<string> {
  const masked = rows.filter((row) => row.alone === true || !mayShow(row.counts, smallestCount));
  const others = rows
    .filter((row) => !masked.includes(row))
    .sort((one, other) => least(one) - least(other) || one.kind.localeCompare(other.kind));
  while (masked.length > 0 && others.length > 0 && betrayed(masked, smallestCount))
    masked.push(others.shift()!);
  return new Set(masked.map(({ kind }) => kind));
}
