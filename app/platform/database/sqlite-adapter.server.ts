// Prisma's SQLite adapter, made safe. The stock one shares a single connection between an open transaction and
// everybody's plain statements, begins transactions deferred, and may leave a failed COMMIT open: acknowledged
// writes are then lost. See docs/decisions/002-sqlite-adapter.md and tests/platform/database/.
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import { Lock } from "./lock.ts";

/** The adapter whose transaction the running code is in, if any: set by `inTransaction`. */
export const transactionScope = new AsyncLocalStorage<{ adapter: object; open: boolean }>();

const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] });

const begun = (connection: SqlDriverAdapter): boolean =>
  (connection as unknown as { client: { inTransaction: boolean } }).client.inTransaction;

async function leave(connection: SqlDriverAdapter): Promise<void> {
  if (begun(connection)) await connection.executeRaw(statement("ROLLBACK"));
}

const alreadyClosed = (cause: string): DriverAdapterError =>
  new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause });

function openTransaction(connection: SqlDriverAdapter, release: () => void): Transaction {
  let open = true;
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!open) throw alreadyClosed("This transaction has already ended.");
    // SQLite itself rolls back on a full disk or a failed read: what follows would be kept, one by one.
    if (!begun(connection)) throw alreadyClosed("SQLite has rolled this transaction back after an error.");
    return work();
  };
  const end = async (work: () => Promise<unknown>): Promise<void> => {
    if (!open) return;
    open = false;
    try {
      await work();
    } finally {
      // A refused COMMIT leaves SQLite inside the transaction: leave it before anyone else uses the connection.
      await leave(connection).finally(release);
    }
  };
  const execute = (sql: string) => run(() => connection.executeRaw(statement(sql)));
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    // Prisma then leaves COMMIT and ROLLBACK to this object.
    options: { usePhantomQuery: true },
    queryRaw: (query) => run(() => connection.queryRaw(query)),
    executeRaw: (query) => run(() => connection.executeRaw(query)),
    commit: () =>
      end(async () => {
        if (!begun(connection))
          throw alreadyClosed("SQLite has rolled this transaction back after an error.");
        await connection.executeRaw(statement("COMMIT"));
      }),
    rollback: () => end(() => leave(connection)),
    createSavepoint: async (name) => void (await execute(`SAVEPOINT ${name}`)),
    rollbackToSavepoint: async (name) => void (await execute(`ROLLBACK TO ${name}`)),
    releaseSavepoint: async (name) => void (await execute(`RELEASE SAVEPOINT ${name}`)),
  };
}

function guard(connection: SqlDriverAdapter, owner: object): SqlDriverAdapter {
  const lock = new Lock();

  // It would wait for the transaction that waits for it.
  const refuseWithinTransaction = (): void => {
    const scope = transactionScope.getStore();
    if (scope?.open && scope.adapter === owner) {
      throw new Error("A transaction is open here: use the `tx` it was given, not the database.");
    }
  };
  const plain = async <T>(work: () => Promise<T>): Promise<T> => {
    refuseWithinTransaction();
    return lock.run(async () => {
      const result = await work().catch(async (error: unknown) => {
        await leave(connection);
        throw error;
      });
      if (begun(connection)) {
        await leave(connection);
        throw new Error("A transaction was begun by hand: use `inTransaction`.");
      }
      return result;
    });
  };

  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => plain(() => connection.queryRaw(query)),
    executeRaw: (query) => plain(() => connection.executeRaw(query)),
    executeScript: (script) => plain(() => connection.executeScript(script)),
    dispose: () => lock.run(() => connection.dispose()),
    async startTransaction(isolationLevel?: IsolationLevel) {
      if (isolationLevel && isolationLevel !== "SERIALIZABLE") {
        throw new DriverAdapterError({ kind: "InvalidIsolationLevel", level: isolationLevel });
      }
      refuseWithinTransaction();
      const release = await lock.acquire();
      try {
        await connection.executeRaw(statement("BEGIN IMMEDIATE"));
      } catch (error) {
        release();
        throw error;
      }
      return openTransaction(connection, release);
    },
  };
}

/** Milliseconds a statement waits for another process to finish writing. */
const busyTimeout = 5_000;

const pragmas =
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;";

/**
 * The adapter to give to PrismaClient for SQLite.
 * @param url `file:` address of the database
 */
export function safeSqlite(url: string): SqlMigrationAwareDriverAdapterFactory {
  const stock = new PrismaBetterSqlite3({ url, timeout: busyTimeout });
  const adapter: SqlMigrationAwareDriverAdapterFactory = {
    provider: stock.provider,
    adapterName: stock.adapterName,
    async connect() {
      const connection = await stock.connect();
      try {
        await connection.executeScript(pragmas);
      } catch (error) {
        await connection.dispose();
        throw error;
      }
      return guard(connection, adapter);
    },
    async connectToShadowDb() {
      const shadow = await stock.connectToShadowDb();
      // The schema engine replays a whole migration there as one "statement".
      return {
        ...guard(shadow, adapter),
        executeRaw: async (query) => (await shadow.executeScript(query.sql), 0),
      };
    },
  };
  return adapter;
}
