// Files for the imports: those of tests/fixtures, or a few lines written in the test.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Database } from "#app/platform/database/client.server.ts";
import type { ImportContext, ImportFile } from "#app/platform/files/import-plan.server.ts";
import type { ImportReport } from "#app/platform/files/import-report.ts";

export const fixture = (name: string): ImportFile => ({
  name,
  bytes: readFileSync(path.join(import.meta.dirname, "../fixtures", name)),
});

export const linesOf = (...lines: string[]): ImportFile => ({
  name: "lignes.csv",
  bytes: Buffer.from(lines.join("\n")),
});

export const importing = (db: Database, values: Partial<ImportContext> = {}): ImportContext => ({
  db,
  now: new Date("2026-11-23T09:00:00Z"),
  dryRun: false,
  ...values,
});

/** What became of each line. */
export const outcomesOf = ({ lines }: ImportReport): string[] => lines.map(({ outcome }) => outcome);

/** Codes of everything that is said of the file and of its lines. */
export const codesOf = ({ problems, notes, lines }: ImportReport): string[] =>
  [...problems, ...notes, ...lines.flatMap((line) => line.notes)].map(({ code }) => code);
