// A real SQLite file for every test: migrated and given its parameters once per content of prisma/, then copied.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { applyMigrations } from "#app/platform/database/migrations.server.ts";
import { addMissingParameters, type ParameterRow } from "#app/platform/parameters.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";

const prismaFolder = path.resolve(import.meta.dirname, "../../prisma");

/** In memory where there is room for it: every commit waits for the disk, as it must for people's own data. */
export function quickFolder(): string {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 1024 ** 3 ? memory : tmpdir();
}

const temporary = path.join(quickFolder(), "guichet-tests");

function contentHash(): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(prismaFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.includes("postgresql")) continue;
    const file = path.join(entry.parentPath, entry.name);
    hash.update(path.relative(prismaFolder, file)).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

async function makeTemplate(target: string): Promise<void> {
  const folder = mkdtempSync(path.join(temporary, "template-"));
  const file = path.join(folder, "guichet.db");
  await applyMigrations(`file:${file}`, prismaFolder);
  const db = openDatabase(`file:${file}`);
  const parameters = readFileSync(path.join(prismaFolder, "seed", "parameters.json"), "utf8");
  await addMissingParameters(db, JSON.parse(parameters) as ParameterRow[]);
  await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`;
  await db.$disconnect();
  // Two workers may make it at once: the last rename wins, and both files are the same.
  renameSync(file, target);
  rmSync(folder, { recursive: true, force: true });
}

let ready: Promise<string> | undefined;

function template(): Promise<string> {
  ready ??= (async () => {
    mkdirSync(temporary, { recursive: true });
    const file = path.join(temporary, `template-${contentHash()}.db`);
    if (!existsSync(file)) await makeTemplate(file);
    return file;
  })();
  return ready;
}

export type TestDatabase = { db: PrismaClient; url: string; close: () => Promise<void> };

/** A fresh database file, migrated, with the parameters of prisma/seed. The caller closes it. */
export async function testDatabase(): Promise<TestDatabase> {
  const source = await template();
  const folder = mkdtempSync(path.join(temporary, "copy-"));
  const file = path.join(folder, "guichet.db");
  copyFileSync(source, file);
  const url = `file:${file}`;
  const db = openDatabase(url);
  return {
    db,
    url,
    close: async () => {
      await db.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same, closed by itself: at the end of the test that calls it, or of the file when called outside a test. */
export async function useTestDatabase(): Promise<TestDatabase> {
  const database = await testDatabase();
  try {
    onTestFinished(database.close);
  } catch {
    afterAll(database.close);
  }
  return database;
}
