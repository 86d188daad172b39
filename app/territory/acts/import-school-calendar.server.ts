import { type SchoolPeriodKind, schoolPeriodKinds, schoolYearOf } from "#app/calendar/rules/school-year.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { matchKey, parseDay } from "#app/platform/files/cell-values.ts";
import {
  type ImportContext,
  type ImportFile,
  type ImportPlan,
  inBatches,
  keepAllOrNothing,
} from "#app/platform/files/import-plan.server.ts";
import { type ImportReport, unreadable } from "#app/platform/files/import-report.ts";
import { readImportTable } from "#app/platform/files/import-table.server.ts";
import { type ParsedRow, changesOf, planRows } from "#app/platform/files/plan-rows.ts";
import type { ColumnRow, ColumnSpec } from "#app/platform/files/read-columns.ts";
import {
  type PeriodFacts,
  findSchoolPeriods,
  insertSchoolPeriods,
  updateSchoolPeriod,
} from "../store.server.ts";

type Column = "kind" | "from" | "to" | "label" | "confidence" | "source";

const columns: Record<Column, ColumnSpec> = {
  kind: { names: ["kind", "type", "nature"], required: true },
  from: { names: ["from", "du", "debut"], required: true },
  to: { names: ["to", "au", "fin", "reprise"], required: true },
  label: { names: ["label", "libelle", "nom"], required: true },
  confidence: { names: ["confidence", "fiabilite"] },
  source: { names: ["source"], freeText: true },
};

const frenchKinds: Record<string, SchoolPeriodKind> = {
  rentree: "term",
  vacances: "holiday",
  pont: "bridge",
  "jour ferie": "public-holiday",
  ferie: "public-holiday",
};
const kindOf = (text: string): SchoolPeriodKind | undefined =>
  frenchKinds[matchKey(text)] ?? schoolPeriodKinds.find((kind) => matchKey(kind) === matchKey(text));

/** "to confirm" unless the file says that a day comes from an official text. */
const confidenceOf = (text: string | null): PeriodFacts["confidence"] =>
  text !== null && ["sourced", "source", "officiel"].includes(matchKey(text)) ? "sourced" : "to confirm";

/** Reads school terms, holidays and local public holidays. Periods that the file leaves out stay. */
export async function importSchoolCalendar(context: ImportContext, file: ImportFile): Promise<ImportReport> {
  const table = readImportTable(file.bytes, columns);
  if (!table.ok) return unreadable(...table.problems);
  const rows = table.rows.map((row) => periodOf(row, file.name));
  return keepAllOrNothing(context, table.notes, (tx) => plan(tx, context, rows));
}

function periodOf({ line, cells, ...row }: ColumnRow<Column>, source: string): ParsedRow<PeriodFacts> {
  const notes = [...row.wrong];
  const subject = [cells.label, cells.from].filter(Boolean).join(", ");
  for (const column of ["kind", "from", "label"] as const) {
    if (cells[column] === null) notes.push({ code: "emptyCell", values: { column } });
  }
  const kind = cells.kind === null ? undefined : kindOf(cells.kind);
  if (cells.kind !== null && !kind) notes.push({ code: "periodKind", values: { text: cells.kind } });
  const [fromDay, toDay] = (["from", "to"] as const).map((column) => {
    const text = cells[column];
    const day = text === null ? null : parseDay(text);
    if (text !== null && !day) notes.push({ code: "day", values: { column, text } });
    return day;
  });
  if (fromDay && toDay && toDay < fromDay) notes.push({ code: "endBeforeStart" });
  if (!kind || !fromDay || !cells.label || notes.length > 0) return { line, subject, facts: null, notes };
  const facts: PeriodFacts = {
    kind,
    fromDay,
    toDay: toDay ?? null,
    label: cells.label,
    confidence: confidenceOf(cells.confidence),
    source: cells.source ?? source,
  };
  const open = kind === "holiday" && !toDay;
  return { line, subject, facts, notes: open ? [...row.said, { code: "returnUnknown" }] : row.said };
}

/** A period whose days are corrected from one file to the next is still the same one of its school year. */
const keyOf = ({ kind, label, fromDay }: PeriodFacts): string =>
  `${kind} ${schoolYearOf(fromDay)} ${matchKey(label)}`;

async function plan(
  tx: Database,
  { progress }: ImportContext,
  rows: ParsedRow<PeriodFacts>[],
): Promise<ImportPlan> {
  const { lines, added, updated } = planRows(rows, await findSchoolPeriods(tx), keyOf, changesOf);
  return {
    lines,
    write: async (tx) => {
      await inBatches(added, progress, (batch) => insertSchoolPeriods(tx, batch));
      for (const { known, changes } of updated) await updateSchoolPeriod(tx, known.id, changes);
    },
  };
}
