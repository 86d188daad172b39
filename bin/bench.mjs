// `npm run bench -- NAME …` runs bench/NAME and passes it the rest; without a name, lists what can be measured.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { requireNode } from "./steps/node-version.mjs";
import { root } from "./steps/settings.mjs";

requireNode();
const folder = path.join(root, "bench");
const files = readdirSync(folder).filter((file) => /\.(mjs|ts)$/.test(file));
const [name, ...args] = process.argv.slice(2);
const file = files.find((one) => path.parse(one).name === name);

function list() {
  for (const one of files) {
    const comment = /^\/\/\s*(.*)$/m.exec(readFileSync(path.join(folder, one), "utf8"))?.[1] ?? "";
    process.stdout.write(`  ${path.parse(one).name.padEnd(16)} ${comment}\n`);
  }
}

if (file) {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(folder, file), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.once("close", (code) => process.exit(code ?? 1));
} else {
  process.stdout.write("Usage : npm run bench -- NOM / NAME\n\n");
  list();
  process.exitCode = name ? 2 : 0;
}
