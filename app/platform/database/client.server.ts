import { safeSqlite, transactionScope } from "./sqlite-adapter.server.ts";
import { PrismaClient, type Prisma } from "./generated/client.ts";
import { env } from "../env.server.ts";

/** The whole database, or a transaction of it: what every store takes first. */
export type Database = PrismaClient | Prisma.TransactionClient;
export type { Prisma };

const adapters = new WeakMap<object, object>();

/** @param url `file:` address */
export function openDatabase(url: string): PrismaClient {
  const adapter = safeSqlite(url);
  const client = new PrismaClient({
    adapter,
    // One connection: a transaction may have to wait for its turn while others finish.
    transactionOptions: { maxWait: 15_000, timeout: 30_000 },
  });
  adapters.set(client, adapter);
  return client;
}

let shared: PrismaClient | undefined;

/** The one client of this process. */
export function database(): PrismaClient {
  shared ??= openDatabase(env().databaseUrl);
  return shared;
}

/**
 * Runs `work` in one transaction; joins the one under way when `db` already is a transaction.
 * Everything in it is kept, or nothing. Inside, only `tx` may be used: the database itself refuses.
 */
export async function inTransaction<T>(
  db: Database,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  /** Milliseconds, for long works such as an import. */
  timing: { timeout?: number } = {},
): Promise<T> {
  if (!("$transaction" in db)) return work(db);
  const scope = { adapter: adapters.get(db) ?? db, open: true };
  return (db as PrismaClient).$transaction(
    (tx) => transactionScope.run(scope, () => work(tx).finally(() => (scope.open = false))),
    timing,
  );
}
