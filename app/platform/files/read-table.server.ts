// Tables that people export from Excel or LibreOffice, read without asking them for an option.
import { CsvError, parse } from "csv-parse/sync";
import { type Encoding, decodeText } from "./decode-text.server.ts";
import { cleanCell } from "./cell-values.ts";

export type TableRow = {
  /** Line of the file where the row begins, the first being 1. */
  line: number;
  /** An empty cell is unknown: null, never "" nor 0. */
  cells: (string | null)[];
  /** More cells than columns: a separator is probably missing its quotes. */
  tooLong: boolean;
};

export type Table = {
  encoding: Encoding;
  delimiter: Delimiter;
  columns: string[];
  rows: TableRow[];
};

export type TableProblem =
  { code: "emptyFile"; values: Record<string, never> } | { code: "brokenQuotes"; values: { line: number } };

const delimiters = [";", ",", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/** Excel's own first line, which says the separator and is no part of the table. */
const declaration = /^sep=(.)\n/i;

/** The separator found most often in the line of titles, outside quotes. */
function delimiterOf(text: string): Delimiter {
  const titles = (/^.*$/m.exec(text.trimStart())?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (each: string): number => titles.split(each).length;
  return [...delimiters].sort((a, b) => count(b) - count(a))[0]!;
}

function recordsOf(text: string, delimiter: Delimiter): { line: number; cells: (string | null)[] }[] {
  const records = parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // A quote within a cell that does not begin with one is a plain character: Rue de l'"Abbé".
    relax_quotes: true,
    record_delimiter: "\n",
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return records.map(({ record, info }) => ({
    line: info.lines - record.join("").split("\n").length + 1,
    cells: record.map(cleanCell),
  }));
}

/** Rows whose cells are all empty, as Excel leaves below a table, are left out. */
export function readTable(
  bytes: Uint8Array,
): { ok: true; table: Table } | { ok: false; problem: TableProblem } {
  const { text, encoding } = decodeText(bytes);
  const declared = declaration.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const delimiter = delimiters.find((each) => each === declared?.[1]) ?? delimiterOf(body);
  const shift = declared ? 1 : 0;
  try {
    const [titles, ...records] = recordsOf(body, delimiter).filter(({ cells }) =>
      cells.some((cell) => cell !== null),
    );
    if (!titles) return { ok: false, problem: { code: "emptyFile", values: {} } };
    const columns = titles.cells.map((cell) => cell ?? "");
    const rows = records.map(({ line, cells }) => ({
      line: line + shift,
      cells,
      tooLong: cells.slice(columns.length).some((cell) => cell !== null),
    }));
    return { ok: true, table: { encoding, delimiter, columns, rows } };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1) + shift;
    return { ok: false, problem: { code: "brokenQuotes", values: { line } } };
  }
}
