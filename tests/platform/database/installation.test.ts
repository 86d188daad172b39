import path from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { installedCopies } from "#app/platform/database/native-copies.server.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { openStockDatabase } from "#tests/support/stock-database.ts";

const modules = path.resolve(import.meta.dirname, "../../../node_modules");

it("one single copy of better-sqlite3 is installed", () => {
  expect(installedCopies("better-sqlite3", modules)).toHaveLength(1);
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
