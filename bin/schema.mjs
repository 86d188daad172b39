// `node bin/schema.mjs` renders the PostgreSQL twin of the schema; `--check` only says whether it is up to date.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { register } from "tsx/esm/api";
import { root } from "./steps/settings.mjs";

register();
process.chdir(root);
const { renderPostgresql } = await import("../app/platform/database/postgresql.server.ts");
const { schema, sql } = await renderPostgresql();
const files = { "schema.prisma": schema, "schema.sql": sql };

for (const [name, content] of Object.entries(files)) {
  const file = path.join("prisma", "postgresql", name);
  if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
  if (process.argv.includes("--check")) {
    process.stderr.write(
      `${file} ne suit pas prisma/schema.prisma : lancez node bin/schema.mjs. / ${file} does not follow prisma/schema.prisma: run node bin/schema.mjs.\n`,
    );
    process.exitCode = 1;
  } else {
    writeFileSync(file, content);
    process.stdout.write(`${file}\n`);
  }
}
