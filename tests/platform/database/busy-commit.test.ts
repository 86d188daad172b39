import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { aMessage } from "#tests/support/messages.ts";
import { openStockDatabase } from "#tests/support/stock-database.ts";
import { openDatabase } from "#app/platform/database/client.server.ts";

/**
 * A COMMIT refused because somebody is reading: only the DELETE journal does that, and someone may well choose it.
 * @returns what the client was told is written afterwards, and what is in the file once it has gone
 */
async function writeAfterBusyCommit(
  db: PrismaClient,
  url: string,
): Promise<{ told: string[]; kept: string[] }> {
  const file = url.replace("file:", "");
  await db.$queryRaw`PRAGMA journal_mode = DELETE`;
  await db.$queryRaw`PRAGMA busy_timeout = 50`;
  const reader = new Sqlite(file);
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM Message").get();
  const refused = db.$transaction((tx) => tx.message.create({ data: aMessage("refused") }));
  await expect(refused).rejects.toThrow();
  reader.exec("COMMIT");
  const told: string[] = [];
  for (const id of ["plain", "again"]) {
    await db.message.create({ data: aMessage(id) });
    told.push(id);
  }
  // A poisoned client holds the file until it is gone: what it never committed goes with it.
  await db.$disconnect();
  const rows = reader.prepare("SELECT id FROM Message ORDER BY id").all() as { id: string }[];
  reader.close();
  return { told, kept: rows.map((row) => row.id) };
}

describe("a COMMIT refused because somebody is reading", () => {
  it("keeps nothing, and what follows is durable", async () => {
    const { url } = await useTestDatabase();
    const db = openDatabase(url);
    expect(await writeAfterBusyCommit(db, url)).toEqual({
      told: ["plain", "again"],
      kept: ["again", "plain"],
    });
  });

  it("poisons the stock adapter: what follows is acknowledged and never durable", async () => {
    const { url } = await useTestDatabase();
    const stock = openStockDatabase(url);
    expect(await writeAfterBusyCommit(stock, url)).toEqual({ told: ["plain", "again"], kept: [] });
  });
});
