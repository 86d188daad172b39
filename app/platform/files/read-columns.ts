// Finds the columns that an import needs, whatever their order, their case and the name they bear.
import { matchKey } from "./cell-values.ts";
import type { Note } from "./import-report.ts";
import type { Table, TableRow } from "./read-table.server.ts";

export type ColumnSpec = {
  /** The first is the one that messages and docs name. */
  names: readonly [string, ...string[]];
  required?: boolean;
  /** Plain words, where a separator may stand without quotes when it is the last column. */
  freeText?: boolean;
};

export type ColumnRow<K extends string> = {
  line: number;
  cells: Record<K, string | null>;
  /** What is wrong with the row as a row. */
  wrong: Note[];
  /** What was understood of it that a person should know. */
  said: Note[];
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
  const last = keys.find((key) => found.get(key) === table.columns.length - 1);
  const rowOf = ({ line, cells, tooLong }: TableRow): ColumnRow<K> => {
    const joins = tooLong && last !== undefined && specs[last].freeText === true;
    const whole = joins ? joinSurplus(cells, table) : cells;
    const joined = { code: "separatorInText", values: { column: last ? specs[last].names[0] : "" } };
    return {
      line,
      cells: Object.fromEntries(keys.map((key) => [key, whole[found.get(key) ?? -1] ?? null])) as Record<
        K,
        string | null
      >,
      wrong: tooLong && !joins ? [{ code: "tooManyCells" }] : [],
      said: joins ? [joined] : [],
    };
  };
  return {
    missing: missing.map((key) => specs[key].names[0]),
    unknown,
    repeated,
    rows: table.rows.map(rowOf),
  };
}

/** What follows the last column is the end of its text. */
function joinSurplus(cells: (string | null)[], { columns, delimiter }: Table): (string | null)[] {
  const kept = cells.slice(0, columns.length - 1);
  const rest = cells.slice(columns.length - 1).filter((cell) => cell !== null);
  return [...kept, rest.join(`${delimiter} `)];
}
