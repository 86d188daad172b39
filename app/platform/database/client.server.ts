import { safeSqlite } from "./sqlite-adapter.server.ts";
import { PrismaClient, type Prisma } from "./generated/client.ts";
import { env } from "../env.server.ts";

/** The whole database, or a transaction of it: what every store takes first. */
export type Database = PrismaClient | Prisma.TransactionClient;
export type { Prisma };

/** @param url `file:` address */
export function openDatabase(url: string): PrismaClient {
  return new PrismaClient({
    adapter: safeSqlite(url),
    // One connection: a transaction may have to wait for its turn while others finish.
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  });
}

let shared: PrismaClient | undefined;

/** The one client of this process. */
export function database(): PrismaClient {
  shared ??= openDatabase(env().databaseUrl);
  return shared;
}

/**
 * Runs `work` in one transaction; joins the one under way when `db` already is a transaction.
 * Everything in it is kept, or nothing.
 */
export function inTransaction<T>(
  db: Database,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  return "$transaction" in db ? (db as PrismaClient).$transaction(work) : work(db);
}
