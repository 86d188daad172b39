import type { Note } from "./import-report.ts";
import { type ColumnRow, type ColumnSpec, readColumns } from "./read-columns.ts";
import { readTable } from "./read-table.server.ts";

export type ImportTable<K extends string> =
  { ok: true; rows: ColumnRow<K>[]; notes: Note[] } | { ok: false; problems: Note[] };

/** A table with the columns an import needs; problems name the columns that are missing. */
export function readImportTable<K extends string>(
  bytes: Uint8Array,
  specs: Record<K, ColumnSpec>,
): ImportTable<K> {
  const read = readTable(bytes);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const { missing, unknown, repeated, rows } = readColumns(read.table, specs);
  if (missing.length > 0) {
    const names = missing.map((name) => ({ code: "missingColumn", values: { name } }));
    const found = { code: "columnsFound", values: { columns: read.table.columns.join(", ") } };
    return { ok: false, problems: [...names, found] };
  }
  if (repeated.length > 0) {
    return { ok: false, problems: repeated.map((name) => ({ code: "repeatedColumn", values: { name } })) };
  }
  if (rows.length === 0) return { ok: false, problems: [{ code: "noRow" }] };
  const notes: Note[] = unknown.map((name) => ({ code: "unknownColumn", values: { name } }));
  if (read.table.encoding !== "utf-8") {
    notes.push({ code: "encoding", values: { encoding: read.table.encoding } });
  }
  return { ok: true, rows, notes };
}
