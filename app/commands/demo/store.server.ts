// The one file of `commands/` that uses the database directly: the demonstration town is written in bulk, without
// the acts that would write it one request at a time. Nothing else may do so.
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";
import { type Rows, type Table, noRows } from "./rows.ts";

/** What the demonstration empties besides its own tables, those that depend on others first. */
const traces = [
  "attendanceOperation",
  "device",
  "calendarFeed",
  "occupancyFact",
  "demandFact",
  "message",
  "auditEntry",
  "session",
  "signInLink",
  "draft",
  "duplicateReview",
  // The whole meeting first, with what it holds: nothing is removed from one that is published.
  "meeting",
  "meetingAdjustment",
  "meetingAttendee",
  "meetingCandidate",
  "meetingRun",
  "meetingSection",
  "criteriaGrid",
  "proof",
] as const;

const tableNames = Object.keys(noRows()) as Table[];

type Delegate = {
  deleteMany: () => Promise<unknown>;
  createMany: (rows: { data: object[] }) => Promise<unknown>;
};
const table = (tx: Prisma.TransactionClient, name: Table | (typeof traces)[number]): Delegate =>
  tx[name] as unknown as Delegate;

async function isSqlite(db: PrismaClient): Promise<boolean> {
  return db.$queryRaw`SELECT sqlite_version()`.then(
    () => true,
    () => false,
  );
}

/** As Prisma writes them in SQLite. */
function stored(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace("Z", "+00:00");
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : (value ?? null);
}

/** One statement for a whole chunk, eight times as fast as one parameter a cell. */
async function insertAsJson(tx: Prisma.TransactionClient, name: string, rows: object[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => stored(row[column as keyof typeof row])));
  const model = name[0]!.toUpperCase() + name.slice(1);
  const names = columns.map((column) => `"${column}"`).join(", ");
  const values = columns.map((_, index) => `json_extract(value, '$[${index}]')`).join(", ");
  const sql = `INSERT INTO "${model}" (${names}) SELECT ${values} FROM json_each(?)`;
  await tx.$executeRawUnsafe(sql, JSON.stringify(cells));
}

const chunk = 4_000;
/** Milliseconds: a slow disk must not leave half a town. */
const longest = 600_000;

/** Whether anything lives in the database yet: a town that was filled, or one that was imported. */
export async function isEmpty(db: PrismaClient): Promise<boolean> {
  const counts = await Promise.all([
    db.zone.count(),
    db.facility.count(),
    db.account.count(),
    db.careRequest.count(),
  ]);
  return counts.every((count) => count === 0);
}

/** Every table that filling empties, those that depend on others first. */
export function emptiedTables(): (Table | (typeof traces)[number])[] {
  return [...traces, ...tableNames.toReversed()];
}

/** Empties every table but the parameters, and writes the rows: everything, or nothing at all. */
export async function replaceAll(
  db: PrismaClient,
  rows: Rows,
  onChunk: (table: Table, written: number) => void,
): Promise<void> {
  const sqlite = await isSqlite(db);
  const work = async (tx: Prisma.TransactionClient): Promise<void> => {
    for (const name of emptiedTables()) await table(tx, name).deleteMany();
    for (const name of tableNames) {
      for (let start = 0; start < rows[name].length; start += chunk) {
        const part = rows[name].slice(start, start + chunk);
        if (sqlite) await insertAsJson(tx, name, part);
        else await table(tx, name).createMany({ data: part });
        onChunk(name, part.length);
      }
    }
  };
  await db.$transaction(work, { timeout: longest });
}
