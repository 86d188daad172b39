import { searchName } from "./search-name.ts";

const plain = (text: string): string =>
  searchName(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** "Grange-aux-Bois – Technopôle" is known under both of its parts. */
const partsOf = (quarter: string): string[] => quarter.split(/\s[–—-]\s|\//).map(plain);

/**
 * The quarter of the town that a text means: the same name, or one part of a double name when only one has it.
 * @returns null when none does, or when several might
 */
export function matchQuarter(text: string, quarters: readonly string[]): string | null {
  const wanted = plain(text);
  const same = quarters.find((quarter) => plain(quarter) === wanted);
  if (same) return same;
  const holding = quarters.filter((quarter) => partsOf(quarter).includes(wanted));
  return holding.length === 1 ? holding[0]! : null;
}
