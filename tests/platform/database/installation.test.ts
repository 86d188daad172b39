import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { openStockDatabase } from "#tests/support/stock-database.ts";

const modules = path.resolve(import.meta.dirname, "../../../node_modules");

/** Every installed copy of a package, at any depth. */
function copies(name: string, folder = modules): string[] {
  if (!existsSync(folder)) return [];
  const packages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .flatMap((entry) =>
      entry.name.startsWith("@")
        ? readdirSync(path.join(folder, entry.name)).map((inner) => path.join(folder, entry.name, inner))
        : [path.join(folder, entry.name)],
    );
  const here = packages.filter((item) => path.relative(folder, item) === name);
  return [...here, ...packages.flatMap((item) => copies(name, path.join(item, "node_modules")))];
}

// Two copies in one process each keep their own table of file locks, and silently break SQLite's locking.
it("one single copy of better-sqlite3 is installed", () => {
  expect(copies("better-sqlite3")).toHaveLength(1);
});

it("every connection is durable, checks foreign keys and lets readers read", async () => {
  const { url } = await useTestDatabase();
  const db = openDatabase(url);
  const pragma = async (name: string) =>
    Object.values((await db.$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0]!)[0];
  expect(await pragma("journal_mode")).toBe("wal");
  expect(Number(await pragma("synchronous"))).toBe(2);
  expect(Number(await pragma("foreign_keys"))).toBe(1);
  expect(Number(await pragma("busy_timeout"))).toBe(5_000);
  await db.$disconnect();
});

it("the stock adapter leaves a commit to the mercy of a power cut", async () => {
  const { url } = await useTestDatabase();
  const stock = openStockDatabase(url);
  const [row] = await stock.$queryRaw<{ synchronous: bigint }[]>`PRAGMA synchronous`;
  expect(Number(row!.synchronous)).toBeLessThan(2);
  await stock.$disconnect();
});
