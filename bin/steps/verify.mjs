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

/**
 * Runs tools as one step, two at a time: `[label, args, { report, env }]` each. What a tool wrote is shown when it
 * fails.
 */
async function test(title, tools) {
  const waiting = [...tools];
  const failed = new Map();
  const follow = async (say) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [label, args, { env = {} } = {}] = next;
      try {
        await run(node, args, { cwd: root, say, env: { ...process.env, ...env } });
      } catch (error) {
        if (!(error instanceof CommandFailed)) throw error;
        failed.set(label, error);
      }
    }
  };
  const work = async (say) => {
    await Promise.all([follow(say), follow(say)]);
    if (failed.size > 0) throw [...failed.values()][0];
  };
  await step(title, work).catch((error) => {
    if (!(error instanceof CommandFailed)) throw error;
  });
  for (const [label, error] of failed) {
    process.stdout.write(`✗ ${label}\n${error.output}\n`);
    failures.push(label);
  }
  return tools
    .map(([label, , { report = () => null } = {}]) => tally(report(), !failed.has(label)))
    .reduce(add, { passed: 0, failed: 0 });
}

const runChecks = () => test("Vérifications / Checks", checks);

function runUnitTests() {
  const file = path.join(temporary, "vitest.json");
  const args = tool("vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`);
  const title = "Tests des règles et de la base / Unit and database tests (vitest)";
  return test(title, [[title, args, { report: () => readVitest(file), env: { NO_COLOR: "1" } }]]);
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
async function serve(name) {
  const port = await freePort();
  const dataDir = path.join(temporary, name);
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

/** The journeys of a project of playwright.config.ts share one town, served for them alone. */
const projects = ["journeys", "pages"];

async function runJourneys() {
  const chromium = await findChromium();
  await buildApplication();
  const built = { passed: 1, failed: 0 };
  const towns = [];
  try {
    await step("Villes de démonstration servies / Demonstration towns served", async () => {
      for (const name of projects) towns.push(await serve(name));
    });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    process.stdout.write(`${error.output}\n`);
    failures.push("npm start");
    await Promise.all(towns.map(({ stop }) => stop()));
    return add(built, { passed: 0, failed: 1 });
  }
  const total = await test(
    "Parcours dans le navigateur / Journeys (playwright)",
    projects.map((name, index) => {
      const file = path.join(temporary, `playwright-${name}.json`);
      return [
        `Parcours / Journeys: ${name}`,
        tool(
          "playwright",
          "test",
          `--project=${name}`,
          `--output=test-results/${name}`,
          "--reporter=list,json",
        ),
        {
          report: () => readPlaywright(file),
          env: {
            BASE_URL: towns[index].address,
            CHROMIUM_PATH: chromium,
            PLAYWRIGHT_JSON_OUTPUT_NAME: file,
          },
        },
      ];
    }),
  );
  await Promise.all(towns.map(({ stop }) => stop()));
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
