import { type Database, inTransaction } from "../database/client.server.ts";
import type { ImportLine, ImportReport, Note } from "./import-report.ts";

/** A file as it was given; the name is kept as the source of what it says. */
export type ImportFile = { name: string; bytes: Uint8Array };

export type ImportContext = {
  db: Database;
  now: Date;
  /** Says everything, writes nothing. */
  dryRun: boolean;
  progress?: (done: number, total: number) => void;
};

export type ImportPlan = { lines: ImportLine[]; write: (tx: Database) => Promise<void> };

/** Milliseconds: ten thousand requests, each referred to whoever can serve it, on a slow disk. */
const longestImport = 30 * 60_000;

/** Plans and writes in one transaction: a single refused line, and nothing is kept. */
export function keepAllOrNothing(
  { db, dryRun }: ImportContext,
  notes: Note[],
  plan: (tx: Database) => Promise<ImportPlan>,
): Promise<ImportReport> {
  const work = async (tx: Database): Promise<ImportReport> => {
    const { lines, write } = await plan(tx);
    const kept = !dryRun && lines.every(({ outcome }) => outcome !== "refused");
    if (kept) await write(tx);
    return { problems: [], notes, lines, kept };
  };
  return inTransaction(db, work, { timeout: longestImport });
}

/** Rows written at once: few statements, and a progress that moves. */
const batchSize = 250;

export async function inBatches<T>(
  rows: T[],
  progress: ImportContext["progress"],
  write: (batch: T[]) => Promise<unknown>,
): Promise<void> {
  for (let done = 0; done < rows.length; done += batchSize) {
    const batch = rows.slice(done, done + batchSize);
    await write(batch);
    progress?.(done + batch.length, rows.length);
  }
}
