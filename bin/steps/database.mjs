// Looks into the database quickly, without Prisma: what is missing decides which steps a start needs.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { unreadable } from "./checks.mjs";
import { root } from "./settings.mjs";

const read = (...parts) => readFileSync(path.join(root, ...parts), "utf8");

function migrationsOfTheCode() {
  return readdirSync(path.join(root, "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function rows(database, table, columns, limit = "") {
  const there = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table);
  return there ? database.prepare(`SELECT ${columns} FROM "${table}" ${limit}`).all() : [];
}

/** @returns `{ upToDate, empty, demonstrationAccounts }`, or `{ problem }`: one line that says what to do */
export function inspectDatabase(file) {
  const migrations = migrationsOfTheCode();
  if (!existsSync(file)) return { upToDate: false, empty: true, demonstrationAccounts: [] };
  const Sqlite = createRequire(path.join(root, "package.json"))("better-sqlite3");
  let database;
  try {
    database = new Sqlite(file, { timeout: 5000 });
    const applied = rows(database, "_prisma_migrations", "migration_name, finished_at").filter(
      (row) => row.finished_at,
    );
    const unknown = applied.find((row) => !migrations.includes(row.migration_name));
    if (unknown) {
      return {
        problem: `La base ${file} vient d'une version plus récente (${unknown.migration_name}) : mettez le code à jour, ou donnez un autre dossier avec DATA_DIR=/chemin. / The database ${file} comes from a newer version (${unknown.migration_name}): update the code, or give another folder with DATA_DIR=/path.`,
      };
    }
    const known = new Set(
      rows(database, "Parameter", "code, validFrom").map((row) => `${row.code} ${row.validFrom}`),
    );
    const parameters = JSON.parse(read("prisma", "seed", "parameters.json"));
    return {
      upToDate:
        migrations.every((name) => applied.some((row) => row.migration_name === name)) &&
        parameters.every((row) => known.has(`${row.code} ${row.validFrom}`)),
      empty: ["Zone", "Facility", "Account"].every(
        (table) => rows(database, table, "1", "LIMIT 1").length === 0,
      ),
      demonstrationAccounts: rows(database, "Account", "email, displayName").filter((row) =>
        row.email.endsWith("@demo.guichet.example"),
      ),
    };
  } catch (error) {
    if (!String(error.code).startsWith("SQLITE_")) throw error;
    return { problem: unreadable(file, error.code) };
  } finally {
    database?.close();
  }
}
