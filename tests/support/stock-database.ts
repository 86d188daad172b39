// Prisma's own SQLite adapter, unguarded: shows that a test of ours can fail.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaClient } from "#app/platform/database/generated/client.ts";

export function openStockDatabase(url: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaBetterSqlite3({ url, timeout: 5_000 }),
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  });
}
