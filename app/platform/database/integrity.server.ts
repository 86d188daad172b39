import type { Database } from "./client.server.ts";

async function pragma(db: Database, name: string): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
  return rows.map((row) => String(Object.values(row)[0]));
}

/** What every connection must have: see sqlite-adapter.server.ts. */
const expected = { journal_mode: "wal", synchronous: "2", foreign_keys: "1" };

/** Settings that differ from what keeps acknowledged writes, as "name=value". */
export async function wrongSettings(db: Database): Promise<string[]> {
  const values = await Promise.all(
    Object.entries(expected).map(async ([name, wanted]) => ({
      name,
      wanted,
      value: (await pragma(db, name))[0],
    })),
  );
  return values.filter(({ wanted, value }) => value !== wanted).map(({ name, value }) => `${name}=${value}`);
}

/** What SQLite finds wrong in the file itself, and tables with rows that refer to a row that is not there. */
export async function findDamage(db: Database): Promise<string[]> {
  const pages = (await pragma(db, "quick_check(5)")).filter((line) => line !== "ok");
  const orphans = new Set(await pragma(db, "foreign_key_check"));
  return [...pages, ...[...orphans].map((table) => `foreign key: ${table}`)];
}

/** Names of the migrations in force in the database. */
export async function appliedMigrations(db: Database): Promise<string[]> {
  const rows = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT "migration_name" FROM "_prisma_migrations"
    WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;
  return rows.map((row) => row.migration_name);
}
