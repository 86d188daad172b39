import { readFileSync } from "node:fs";
import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { listMigrations } from "./migration-list.server.ts";
import { everything, withEngine } from "./schema-engine.server.ts";
import { safeSqlite } from "./sqlite-adapter.server.ts";

const noShadowScript = "";

/**
 * A migration is kept whole or not at all. Foreign keys are off meanwhile, or rebuilding a table would delete the
 * rows that refer to it; they are checked before the end.
 */
const whole = (script: string): string => `
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
${script}
;
CREATE TEMP TABLE "broken_references" ("count" CHECK ("count" = 0));
INSERT INTO "broken_references" SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE "broken_references";
COMMIT;
PRAGMA foreign_keys = ON;`;

function migrationsList(folder: string) {
  return {
    baseDir: path.resolve(folder),
    lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
    shadowDbInitScript: noShadowScript,
    migrationDirectories: listMigrations(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(path.join(folder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

/**
 * Applies what is missing, in order, and records it in `_prisma_migrations`.
 * @returns the names of the migrations applied
 * @throws an error that names the migration that failed; nothing of that one is kept, and the next run tries again
 */
export async function applyMigrations(url: string, root = "prisma"): Promise<string[]> {
  const schema = readFileSync(path.join(root, "schema.prisma"), "utf8");
  const list = migrationsList(path.join(root, "migrations"));
  const names = new Map(list.migrationDirectories.map((one) => [one.migrationFile.content.value, one.path]));
  let failed: string | undefined;

  const sqlite = safeSqlite(url);
  const adapter: SqlMigrationAwareDriverAdapterFactory = {
    ...sqlite,
    async connect() {
      const connection = await sqlite.connect();
      return {
        ...connection,
        async executeScript(script) {
          const name = names.get(script);
          if (!name) return connection.executeScript(script);
          failed = name;
          await connection.executeScript(whole(script));
          failed = undefined;
        },
      };
    },
  };
  return withEngine(adapter, schema, async (engine) => {
    try {
      return (await engine.applyMigrations({ migrationsList: list, filters: everything }))
        .appliedMigrationNames;
    } catch (error) {
      if (!failed) throw error;
      await engine.markMigrationRolledBack({ migrationName: failed });
      throw new Error(`Migration ${failed}: ${(error as Error).message.trim()}`, { cause: error });
    }
  });
}

/** The SQL that leads from the migrations of a folder to the schema; empty when nothing is missing. */
export async function diffFromMigrations(root = "prisma"): Promise<string> {
  const schemaPath = path.join(root, "schema.prisma");
  const content = readFileSync(schemaPath, "utf8");
  const { stdout } = await withEngine(safeSqlite("file::memory:"), content, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrationsList(path.join(root, "migrations")) },
      to: { tag: "schemaDatamodel", files: [{ path: schemaPath, content }] },
      script: true,
      exitCode: null,
      filters: everything,
    }),
  );
  return stdout ?? "";
}
