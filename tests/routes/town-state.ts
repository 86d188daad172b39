import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { createHash } from "node:crypto";

/** What moves by itself: jobs and the minute at which a session was last seen. */
const moving = new Set(["Job", "Session"]);

/** What SQLite counts of the writes of others, and of those of this very connection. */
async function writesSeen(db: PrismaClient): Promise<string> {
  const [others] = await db.$queryRaw<object[]>`PRAGMA data_version`;
  const [own] = await db.$queryRaw<object[]>`SELECT total_changes() AS "own"`;
  return JSON.stringify([others, own].map((row) => Object.values(row!).map(String)));
}

const known = new WeakMap<PrismaClient, Map<string, { seen: string; state: string }>>();

/** One word for everything written in the town; the same word, the same town. `besides`: tables left out. */
export async function stateOf(db: PrismaClient, besides: string[] = []): Promise<string> {
  const kept = known.get(db) ?? new Map<string, { seen: string; state: string }>();
  known.set(db, kept);
  const seen = await writesSeen(db);
  const last = kept.get(besides.join());
  if (last?.seen === seen) return last.state;
  const state = await readState(db, besides);
  kept.set(besides.join(), { seen, state });
  return state;
}

async function readState(db: PrismaClient, besides: string[]): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite%' ORDER BY "name"`;
  const hash = createHash("sha256");
  for (const { name } of tables.filter((table) => !moving.has(table.name) && !besides.includes(table.name))) {
    const rows = await db.$queryRawUnsafe<unknown[]>(`SELECT * FROM "${name}" ORDER BY 1, 2`);
    hash.update(
      JSON.stringify([name, rows], (_, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      ),
    );
  }
  return hash.digest("hex");
}
