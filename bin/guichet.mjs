#!/usr/bin/env node
// `npx guichet COMMAND …`: the commands of app/commands, from any folder.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { requireNode } from "./steps/node-version.mjs";

requireNode();
const root = fileURLToPath(new URL("..", import.meta.url));
const { loadEnvFile } = await import("./steps/settings.mjs");
loadEnvFile(process.env);

if (
  !existsSync(path.join(root, "node_modules", "tsx")) ||
  !existsSync(path.join(root, "app/platform/database/generated"))
) {
  process.stderr.write(
    "Rien n'est installé : lancez d'abord npm start. / Nothing is installed: run npm start first.\n",
  );
  process.exit(1);
}
// A file is named from where the person is; the application works from its own folder.
const isFile = (arg) => /[./\\]/.test(arg) && existsSync(arg);
const isOut = (at) => process.argv[at + 1] === "--out";
const args = process.argv.slice(2).map((arg, at) => (isFile(arg) || isOut(at) ? path.resolve(arg) : arg));
const { status } = spawnSync(process.execPath, ["--import", "tsx", "app/commands/main.ts", ...args], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
