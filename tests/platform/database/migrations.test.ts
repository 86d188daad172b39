import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, expect, it } from "vitest";
import { listMigrations } from "#app/platform/database/migration-list.server.ts";
import { applyMigrations, diffFromMigrations } from "#app/platform/database/migrations.server.ts";
import { openDatabase } from "#app/platform/database/client.server.ts";

const prismaFolder = path.resolve(import.meta.dirname, "../../../prisma");
const folder = mkdtempSync(path.join(tmpdir(), "guichet-migrations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tables = (file: string): string[] => {
  const database = new Sqlite(file);
  const rows = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as {
    name: string;
  }[];
  database.close();
  return rows.map((row) => row.name);
};

it("the migrations lead exactly to the schema", async () => {
  expect(await diffFromMigrations(prismaFolder)).toMatch(/^(-- This is an empty migration\.)?\s*$/);
});

it("a column added to the schema without a migration is noticed", async () => {
  const root = path.join(folder, "drift");
  cpSync(prismaFolder, root, { recursive: true });
  writeFileSync(path.join(root, "schema.prisma"), schemaWithNewColumn(root));
  expect(await diffFromMigrations(root)).toContain('ADD COLUMN "fax"');
});

function schemaWithNewColumn(root: string): string {
  const schema = readFileSync(path.join(root, "schema.prisma"), "utf8");
  return schema.replace("model Account {", "model Account {\n  fax String?");
}

it("an empty file receives every migration once, in order, and is then free for others", async () => {
  const file = path.join(folder, "new.db");
  expect(await applyMigrations(`file:${file}`, prismaFolder)).toEqual(
    listMigrations(path.join(prismaFolder, "migrations")),
  );
  expect(tables(file)).toEqual(expect.arrayContaining(["CareRequest", "_prisma_migrations"]));
  expect(await applyMigrations(`file:${file}`, prismaFolder)).toEqual([]);
  const db = openDatabase(`file:${file}`);
  expect(await db.careRequest.count()).toBe(0);
  await db.$disconnect();
});

/** A copy of prisma/ with one more migration. */
function withMigration(name: string, sql: string): string {
  const root = mkdtempSync(path.join(folder, "root-"));
  cpSync(prismaFolder, root, { recursive: true });
  const migration = path.join(root, "migrations", name);
  mkdirSync(migration);
  writeFileSync(path.join(migration, "migration.sql"), sql);
  return root;
}

it("a migration that fails is named, keeps nothing, and is tried again once mended", async () => {
  const name = "99990101000000_next";
  const file = path.join(folder, "failing.db");
  const failing = withMigration(name, 'CREATE TABLE "Half" ("id" TEXT); SELECT * FROM "Nowhere";');
  for (const attempt of [1, 2]) {
    await expect(applyMigrations(`file:${file}`, failing), `attempt ${attempt}`).rejects.toThrow(name);
    expect(tables(file)).not.toContain("Half");
  }
  const mended = withMigration(name, 'CREATE TABLE "Half" ("id" TEXT);');
  expect(await applyMigrations(`file:${file}`, mended)).toEqual([name]);
  expect(tables(file)).toContain("Half");
});

it("a migration that rebuilds a table keeps the rows that refer to it, and may not orphan them", async () => {
  const file = path.join(folder, "rebuilding.db");
  await applyMigrations(`file:${file}`, prismaFolder);
  const db = openDatabase(`file:${file}`);
  const child = { firstName: "Lou", lastName: "Weber" };
  await db.household.create({ data: { id: "weber", createdAt: new Date(0), children: { create: child } } });
  await db.$disconnect();
  const rebuild = (rows: string) => `CREATE TABLE "new_Household" AS SELECT * FROM "Household" ${rows};
    DROP TABLE "Household"; ALTER TABLE "new_Household" RENAME TO "Household";`;
  const orphaning = withMigration("99990101000000_orphan", rebuild("WHERE 0"));
  await expect(applyMigrations(`file:${file}`, orphaning)).rejects.toThrow("99990101000000_orphan");
  const unique = 'CREATE UNIQUE INDEX "Household_id" ON "Household" ("id");';
  const keeping = withMigration("99990101000000_keep", rebuild("") + unique);
  expect(await applyMigrations(`file:${file}`, keeping)).toEqual(["99990101000000_keep"]);
  const after = openDatabase(`file:${file}`);
  expect([await after.household.count(), await after.child.count()]).toEqual([1, 1]);
  await after.$disconnect();
});
