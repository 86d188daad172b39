import { describe, expect, it } from "vitest";
import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { inTransaction, openDatabase, type Database } from "#app/platform/database/client.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { aMessage } from "#tests/support/messages.ts";
import { openStockDatabase } from "#tests/support/stock-database.ts";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function write(db: Database, id: string): Promise<void> {
  await db.message.create({ data: aMessage(id) });
}

async function read(db: Database): Promise<string[]> {
  return (await db.message.findMany({ select: { id: true } })).map((row) => row.id);
}

/** What is really in the file, seen by another connection. */
function kept(url: string): string[] {
  const file = new Sqlite(url.replace("file:", ""), { readonly: true });
  const rows = file.prepare("SELECT id FROM Message ORDER BY id").all() as { id: string }[];
  file.close();
  return rows.map((row) => row.id);
}

/** Family B writes and a third person reads while the transaction of family A, which rolls back, is open. */
async function writeBesideARollback(db: PrismaClient): Promise<{ seenByOthers: string[] }> {
  let opened!: () => void;
  const open = new Promise<void>((resolve) => (opened = resolve));
  const rolledBack = db.$transaction(async (tx) => {
    await write(tx, "family-a");
    opened();
    await pause(30);
    throw new Error("family A gives up");
  });
  await open;
  const acknowledged = write(db, "family-b");
  const seen = read(db);
  await expect(rolledBack).rejects.toThrow("family A gives up");
  await acknowledged;
  return { seenByOthers: await seen };
}

describe("a plain write beside a transaction that rolls back", () => {
  it("is kept, and nobody reads what the transaction had not committed", async () => {
    const { db, url } = await useTestDatabase();
    const { seenByOthers } = await writeBesideARollback(db);
    expect(seenByOthers).not.toContain("family-a");
    expect(kept(url)).toEqual(["family-b"]);
  });

  it("is lost by the stock adapter, which also shows what is not committed", async () => {
    const { url } = await useTestDatabase();
    const stock = openStockDatabase(url);
    const { seenByOthers } = await writeBesideARollback(stock);
    await stock.$disconnect();
    expect(seenByOthers).toContain("family-a");
    expect(kept(url)).toEqual([]);
  });

  it("loses nothing acknowledged and keeps nothing refused, in any order", async () => {
    const kind = fc.constantFrom("plain", "commit", "rollback", "refused");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(kind, fc.nat(4)), { minLength: 5, maxLength: 25 }),
        async (steps) => {
          const { db, url, close } = await useTestDatabase();
          const acknowledged: string[] = [];
          await Promise.all(
            steps.map(async ([what, delay], index) => {
              const id = `message-${String(index).padStart(2, "0")}`;
              await pause(delay);
              try {
                if (what === "plain") await write(db, id);
                else
                  await inTransaction(db, async (tx) => {
                    await write(tx, id);
                    await pause(delay);
                    if (what === "refused") await write(tx, id);
                    if (what === "rollback") throw new Error("rolled back");
                  });
                acknowledged.push(id);
              } catch {
                expect(["rollback", "refused"]).toContain(what);
              }
            }),
          );
          expect(kept(url)).toEqual(acknowledged.sort());
          await close();
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe("a transaction", () => {
  it("keeps all of a nested write, or nothing", async () => {
    const { db } = await useTestDatabase();
    const child = (schoolId: string | null) => ({ firstName: "Lou", lastName: "Weber", schoolId });
    const household = (schoolId: string | null) =>
      db.household.create({
        data: { createdAt: new Date(0), children: { create: [child(null), child(schoolId)] } },
      });
    await expect(household("no-such-school")).rejects.toThrow();
    expect([await db.household.count(), await db.child.count()]).toEqual([0, 0]);
    await household(null);
    expect([await db.household.count(), await db.child.count()]).toEqual([1, 2]);
  });

  it("joins the one under way", async () => {
    const { db, url } = await useTestDatabase();
    const work = inTransaction(db, async (tx) => {
      await inTransaction(tx, (inner) => write(inner, "inner"));
      throw new Error("the outer one fails");
    });
    await expect(work).rejects.toThrow("the outer one fails");
    expect(kept(url)).toEqual([]);
  });

  it("that waits too long for its turn gives up, and does not keep the turn of others", async () => {
    const { db, url } = await useTestDatabase();
    const slow = db.$transaction(async (tx) => {
      await write(tx, "slow");
      await pause(120);
    });
    const impatient = db.$transaction((tx) => write(tx, "impatient"), { maxWait: 20 });
    await expect(impatient).rejects.toMatchObject({ code: "P2028" });
    await slow;
    await write(db, "after");
    expect(kept(url)).toEqual(["after", "slow"]);
  });

  it("that lasts too long is rolled back whole, and frees the database", async () => {
    const { db, url } = await useTestDatabase();
    const endless = db.$transaction(
      async (tx) => {
        await write(tx, "before-the-limit");
        await pause(150);
        await write(tx, "after-the-limit");
      },
      { timeout: 50 },
    );
    await expect(endless).rejects.toMatchObject({ code: "P2028" });
    await write(db, "next");
    expect(kept(url)).toEqual(["next"]);
  });

  it("refuses the database itself inside, instead of waiting for ever", async () => {
    const { db, url } = await useTestDatabase();
    const mistaken = inTransaction(db, async (tx) => {
      await write(tx, "with-tx");
      await write(db, "with-db");
    });
    await expect(mistaken).rejects.toThrow("use the `tx` it was given");
    const nested = inTransaction(db, () => inTransaction(db, (tx) => write(tx, "nested")));
    await expect(nested).rejects.toThrow("use the `tx` it was given");
    await write(db, "after");
    expect(kept(url)).toEqual(["after"]);
  });

  it("may read and write another database meanwhile", async () => {
    const [one, two] = [await useTestDatabase(), await useTestDatabase()];
    await inTransaction(one.db, async (tx) => {
      await write(two.db, "there");
      await write(tx, "here");
    });
    expect([kept(one.url), kept(two.url)]).toEqual([["here"], ["there"]]);
  });

  it("begun by hand is refused, and leaves nothing behind", async () => {
    const { db, url } = await useTestDatabase();
    await expect(db.$executeRawUnsafe("BEGIN")).rejects.toThrow("begun by hand");
    await write(db, "after");
    expect(kept(url)).toEqual(["after"]);
  });
});

describe("a transaction that SQLite rolls back by itself, as on a failed disk", () => {
  /** Swallows the error, as careless code might, and writes again. */
  async function carryOn(db: PrismaClient): Promise<void> {
    await db.$executeRaw`CREATE TRIGGER fail BEFORE INSERT ON Message WHEN NEW.id = 'failure'
      BEGIN SELECT RAISE(ROLLBACK, 'disk failure'); END`;
    await db.$transaction(async (tx) => {
      await write(tx, "before");
      await expect(write(tx, "failure")).rejects.toThrow();
      await write(tx, "after");
    });
  }

  it("keeps nothing written before or after, says so, and leaves the database usable", async () => {
    const { db, url } = await useTestDatabase();
    await expect(carryOn(db)).rejects.toThrow();
    expect(kept(url)).toEqual([]);
    await write(db, "next");
    expect(kept(url)).toEqual(["next"]);
  });

  it("leaves half of it behind with the stock adapter", async () => {
    const { url } = await useTestDatabase();
    const stock = openStockDatabase(url);
    await carryOn(stock).catch(() => undefined);
    await stock.$disconnect();
    expect(kept(url)).toEqual(["after"]);
  });
});

it("closes only once the work under way has ended", async () => {
  const { url } = await useTestDatabase();
  const db = openDatabase(url);
  await db.$connect();
  const writing = write(db, "last");
  await Promise.all([writing, db.$disconnect()]);
  expect(kept(url)).toEqual(["last"]);
});
