// Prisma's schema engine without its native binary, which would have to be downloaded: the same engine, compiled to
// WebAssembly by Prisma (an internal package, pinned exactly; tests/platform/database/migrations.test.ts is its
// contract). See docs/decisions/003-migrations-without-downloads.md.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

/** The engine looks at every table. */
export const everything = { externalTables: [], externalEnums: [] };

type EngineModule = {
  SchemaEngine: { new: (options: object, log: () => void, adapter: unknown) => Promise<SchemaEngine> };
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

// One instance a process: the bindings keep a single pointer to it.
let loaded: Promise<EngineModule> | undefined;

async function load(): Promise<EngineModule> {
  const directory = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const module = (await import(
    /* @vite-ignore */ path.join(directory, "schema_engine_bg.js")
  )) as EngineModule;
  const wasm = readFileSync(path.join(directory, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": module as unknown as WebAssembly.ModuleImports,
  });
  module.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start?: () => void }).__wbindgen_start?.();
  return module;
}

/** Lends the engine to `work`, then closes its connections: it locks the file for itself while it lives. */
export async function withEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await (loaded ??= load());
  const connections: SqlDriverAdapter[] = [];
  let refused: unknown;
  const keep = async (opening: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    // The engine would replace the reason by a number.
    const connection = await opening.catch((error: unknown) => {
      refused = error;
      throw error;
    });
    connections.push(connection);
    return { ...connection, dispose: async () => undefined };
  };
  let engine: SchemaEngine | undefined;
  try {
    engine = await SchemaEngine.new(
      { datamodels: [["schema.prisma", schema]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory({
        ...adapter,
        connect: () => keep(adapter.connect()),
        connectToShadowDb: () => keep(adapter.connectToShadowDb()),
      }),
    );
    return await work(engine);
  } catch (error) {
    throw refused ?? error;
  } finally {
    engine?.free();
    for (const connection of connections) await connection.dispose();
  }
}
