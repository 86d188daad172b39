// Runs an installed tool (`node bin/tool.mjs prisma generate`) the same way on every machine.
// Prisma's command line would download a native schema engine at each verb; naming any executable
// prevents it. Migrations never use that engine: see app/platform/database/migrations.server.ts.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const [name, ...args] = process.argv.slice(2);
const packages = {
  remix: "@remix-run/dev",
  playwright: "@playwright/test",
  depcruise: "dependency-cruiser",
  tsc: "typescript",
};
const require = createRequire(import.meta.url);
const manifestPath = path.resolve(
  import.meta.dirname,
  "../node_modules",
  packages[name] ?? name,
  "package.json",
);
const { bin } = require(manifestPath);
const script = path.join(path.dirname(manifestPath), typeof bin === "string" ? bin : bin[name]);

const child = spawn(process.execPath, [script, ...args], {
  stdio: "inherit",
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("close", (code) => process.exit(code ?? 1));
