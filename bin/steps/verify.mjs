// What `npm test` does: every check and every test, then one line that says how many passed.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { startOfJourneys } from "../../e2e/support/day.mjs";
import { findChromium } from "./chromium.mjs";
import { buildApplication, generateClient, installDependencies, StepFailed } from "./prepare.mjs";
import { CommandFailed, run, step, stopRunning } from "./progress.mjs";
import { root } from "./settings.mjs";
import { add, readPlaywright, readVitest, tally } from "./tally.mjs";

const node = process.execPath;
const tool = (...args) => [path.join(root, "bin", "tool.mjs"), ...args];
const temporary = mkdtempSync(path.join(tmpdir(), "guichet-test-run-"));

const checks = [
  ["Mise en forme / Format (prettier)", tool("prettier", "--check", ".")],
  ["Règles d'écriture / Lint (eslint)", tool("eslint", ".", "--max-warnings", "0")],
  ["Types (tsc)", tool("tsc", "--noEmit")],
  [
    "Règles d'import / Import rules (dependency-cruiser)",
    tool("depcruise", "app", "--config", ".dependency-cruiser.cjs"),
  ],
  ["Code mort / Dead code (knip)", tool("knip")],
  ["Plan de la maison / Room map", [path.join(root, "bin", "room-map.mjs"), "--check"]],
  ["Schéma PostgreSQL / PostgreSQL schema", [path.join(root, "bin", "schema.mjs"), "--check"]],
];

/** Steps that failed, told again at the end: their own output may be far above. */
const failures = [];

/** Runs a tool as a step; what it wrote is shown when it fails. */
async function test(label, args, { report = () => null, env = {} } = {}) {
  try {
    await step(label, (say) => run(node, args, { cwd: root, say, env: { ...process.env, ...env } }));
    return tally(report(), true);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    process.stdout.write(`${error.output}\n`);
    failures.push(label);
    return tally(report(), false);
  }
}

async function runChecks() {
  let total = { passed: 0, failed: 0 };
  for (const [label, args] of checks) total = add(total, await test(label, args));
  return total;
}

function runUnitTests() {
  const file = path.join(temporary, "vitest.json");
  const args = tool("vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`);
  return test("Tests des règles et de la base / Unit and database tests (vitest)", args, {
    report: () => readVitest(file),
    env: { NO_COLOR: "1" },
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Serves a town of its own with `npm start`'s own launcher, until `stop` is called. */
async function serve() {
  const port = await freePort();
  const dataDir = path.join(temporary, "data");
  mkdirSync(dataDir);
  const address = `http://localhost:${port}`;
  const output = [];
  const child = spawn(node, [path.join(root, "bin", "start.mjs")], {
    cwd: root,
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      GUICHET_MODE: "",
      TOWN_CLOCK_OFFSET: String(Date.parse(startOfJourneys) - Date.now()),
      NODE_OPTIONS: `--import ${pathToFileURL(path.join(root, "e2e", "support", "clock.mjs")).href}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => output.push(text));
  let ended = false;
  const closed = new Promise((resolve) => child.once("close", () => resolve((ended = true))));
  const stop = async () => {
    child.kill("SIGTERM");
    await closed;
  };
  for (let attempt = 0; attempt < 600 && !ended; attempt += 1) {
    const answer = await fetch(`${address}/sante`).catch(() => null);
    if (answer?.status === 200) return { address, stop };
    await pause(500);
  }
  await stop();
  throw new CommandFailed("npm start", 1, output.join(""));
}

async function runJourneys() {
  const chromium = await findChromium();
  await buildApplication();
  const built = { passed: 1, failed: 0 };
  let served;
  try {
    served = await step("Ville de démonstration servie / Demonstration town served", serve);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    process.stdout.write(`${error.output}\n`);
    failures.push("npm start");
    return add(built, { passed: 0, failed: 1 });
  }
  const file = path.join(temporary, "playwright.json");
  const total = await test(
    "Parcours dans le navigateur / Journeys (playwright)",
    tool("playwright", "test", "--reporter=list,json"),
    {
      report: () => readPlaywright(file),
      env: { BASE_URL: served.address, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    },
  );
  await served.stop();
  return add(built, total);
}

const parts = { checks: runChecks, unit: runUnitTests, journeys: runJourneys };

async function verify(only) {
  process.chdir(root);
  await installDependencies();
  await generateClient();
  let total = { passed: 0, failed: 0 };
  for (const part of only ? [parts[only]] : Object.values(parts)) {
    try {
      total = add(total, await part());
    } catch (error) {
      process.stderr.write(`${error instanceof StepFailed ? error.message : error.stack}\n`);
      total = add(total, { passed: 0, failed: 1 });
    }
  }
  return total;
}

process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    stopRunning();
    process.exit(1);
  });
}

const asked = process.argv.indexOf("--only");
const only = asked === -1 ? null : process.argv[asked + 1];
if (only && !parts[only]) {
  process.stderr.write(`Usage : npm test -- --only ${Object.keys(parts).join("|")}\n`);
  process.exit(2);
}
try {
  const { passed, failed } = await verify(only);
  for (const label of failures) process.stdout.write(`✗ ${label}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed > 0 ? 1 : 0);
} catch (error) {
  process.stderr.write(`${error instanceof StepFailed ? error.message : error.stack}\n0 passed, 1 failed\n`);
  process.exit(1);
}
