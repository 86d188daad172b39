import { readFileSync } from "node:fs";
import path from "node:path";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { everything, withEngine } from "./schema-engine.server.ts";

/** What the engine asks of a server before it writes SQL for it: whether the schema is there, and the version. */
const answer = {
  columnNames: ["exists", "version", "numeric_version"],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, "PostgreSQL 15.0", 150_000]],
};

const refuse = (): never => {
  throw new Error("Rendering the PostgreSQL schema writes nothing anywhere.");
};

/** No server: rendering the whole schema only needs to know for which version. */
const noServer: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "render",
  queryRaw: async () => answer,
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  dispose: async () => undefined,
};

const adapter: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "render",
  connect: async () => noServer,
  connectToShadowDb: async () => noServer,
};

const notice = "// Rendered from prisma/schema.prisma by `node bin/schema.mjs`: change it there.\n";

/** The same schema for PostgreSQL, and the SQL that creates all of it. */
export async function renderPostgresql(root = "prisma"): Promise<{ schema: string; sql: string }> {
  const source = readFileSync(path.join(root, "schema.prisma"), "utf8");
  const schema =
    notice +
    source.replace('provider = "sqlite"', 'provider = "postgresql"').replace('"../app/', '"../../app/');
  const { stdout } = await withEngine(adapter, schema, (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: null,
      filters: everything,
    }),
  );
  return { schema, sql: stdout ?? "" };
}
