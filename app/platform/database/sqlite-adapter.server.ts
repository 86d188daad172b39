// Prisma's SQLite adapter, made safe. The stock one shares a single connection between an open transaction and
// everybody's plain statements, begins transactions deferred, and may leave a failed COMMIT open: acknowledged
// writes are then lost. See docs/decisions/002-sqlite-adapter.md and tests/platform/database/.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";

/** First come, first served: each holder releases before the next one enters. */
class Lock {
  #last: Promise<void> = Promise.resolve();

  async acquire(): Promise<() => void> {
    const previous = this.#last;
    let release!: () => void;
    this.#last = new Promise((resolve) => (release = resolve));
    await previous;
    return release;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}

const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] });

function openTransaction(connection: SqlDriverAdapter, release: () => void): Transaction {
  let open = true;
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!open) throw new Error("This transaction has already ended.");
    return work();
  };
  const end = async (verb: "COMMIT" | "ROLLBACK"): Promise<void> => {
    if (!open) return;
    open = false;
    try {
      await connection.executeRaw(statement(verb));
    } catch (error) {
      // A refused COMMIT leaves SQLite inside the transaction: leave it before anyone else uses the connection.
      if (verb === "COMMIT") await connection.executeRaw(statement("ROLLBACK")).catch(() => undefined);
      throw error;
    } finally {
      release();
    }
  };
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    // Prisma then leaves BEGIN, COMMIT and ROLLBACK to this object.
    options: { usePhantomQuery: true },
    queryRaw: (query) => run(() => connection.queryRaw(query)),
    executeRaw: (query) => run(() => connection.executeRaw(query)),
    commit: () => end("COMMIT"),
    rollback: () => end("ROLLBACK"),
    createSavepoint: (name) =>
      run(async () => void (await connection.executeRaw(statement(`SAVEPOINT ${name}`)))),
    rollbackToSavepoint: (name) =>
      run(async () => void (await connection.executeRaw(statement(`ROLLBACK TO ${name}`)))),
    releaseSavepoint: (name) =>
      run(async () => void (await connection.executeRaw(statement(`RELEASE SAVEPOINT ${name}`)))),
  };
}

function guard(connection: SqlDriverAdapter): SqlDriverAdapter {
  const lock = new Lock();
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => lock.run(() => connection.queryRaw(query)),
    executeRaw: (query) => lock.run(() => connection.executeRaw(query)),
    executeScript: (script) => lock.run(() => connection.executeScript(script)),
    dispose: () => lock.run(() => connection.dispose()),
    async startTransaction(isolationLevel?: IsolationLevel) {
      if (isolationLevel && isolationLevel !== "SERIALIZABLE") {
        throw new Error(`SQLite transactions are always SERIALIZABLE, not ${isolationLevel}.`);
      }
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

/**
 * The adapter to give to PrismaClient for SQLite.
 * @param url `file:` address of the database
 */
export function safeSqlite(url: string): SqlMigrationAwareDriverAdapterFactory {
  const stock = new PrismaBetterSqlite3({ url, timeout: busyTimeout });
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    async connect() {
      const connection = await stock.connect();
      await connection.executeScript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;",
      );
      return guard(connection);
    },
    async connectToShadowDb() {
      const shadow = await stock.connectToShadowDb();
      // The schema engine replays a whole migration there as one "statement".
      return { ...guard(shadow), executeRaw: async (query) => (await shadow.executeScript(query.sql), 0) };
    },
  };
}
