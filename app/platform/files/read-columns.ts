// Finds the columns that an import needs, whatever their order, their case and the name they bear.
import { matchKey } from "./cell-values.ts";
import type { Table } from "./read-table.server.ts";

export type ColumnSpec = {
  /** The first is the one that messages and docs name. */
  names: readonly [string, ...string[]];
  required?: boolean;
};

export type ColumnRow<K extends string> = {
  line: number;
  cells: Record<K, string | null>;
  tooLong: boolean;
};

export type Columns<K extends string> = {
  /** Names of required columns that the file does not have. */
  missing: string[];
  /** Titles that mean nothing to this import. */
  unknown: string[];
  /** Titles that say twice the same column. */
  repeated: string[];
  rows: ColumnRow<K>[];
};

export function readColumns<K extends string>(table: Table, specs: Record<K, ColumnSpec>): Columns<K> {
  const keys = Object.keys(specs) as K[];
  const keyOf = (title: string): K | undefined =>
    keys.find((key) => specs[key].names.some((name) => matchKey(name) === matchKey(title)));
  const found = new Map<K, number>();
  const [unknown, repeated]: [string[], string[]] = [[], []];
  for (const [index, title] of table.columns.entries()) {
    const key = keyOf(title);
    if (title === "") continue;
    if (!key) unknown.push(title);
    else if (found.has(key)) repeated.push(title);
    else found.set(key, index);
  }
  const missing = keys.filter((key) => specs[key].required && !found.has(key));
  const cellsOf = (cells: (string | null)[]): Record<K, string | null> =>
    Object.fromEntries(keys.map((key) => [key, cells[found.get(key) ?? -1] ?? null])) as Record<
      K,
      string | null
    >;
  return {
    missing: missing.map((key) => specs[key].names[0]),
    unknown,
    repeated,
    rows: table.rows.map(({ line, cells, tooLong }) => ({ line, cells: cellsOf(cells), tooLong })),
  };
}
