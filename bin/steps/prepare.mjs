// The steps before serving or testing; each is skipped when nothing it depends on has changed.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { checkDisk } from "./checks.mjs";
import { fingerprint, matches, remember } from "./fingerprint.mjs";
import { CommandFailed, run, step } from "./progress.mjs";
import { root } from "./settings.mjs";

const at = (...parts) => path.join(root, ...parts);
const node = process.execPath;

/** A step that failed, with the one line that says what to do. */
export class StepFailed extends Error {}

const lastLines = (text) => text.trim().split("\n").slice(-60).join("\n");

/** A step that runs a program; when it fails, the end of what it wrote is shown, then the advice. */
async function attempt(label, program, advice) {
  try {
    await step(label, (say) => program({ cwd: root, say }));
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    process.stderr.write(`${lastLines(error.output)}\n`);
    throw new StepFailed(typeof advice === "function" ? advice(error.output) : advice);
  }
}

const installStamp = at("node_modules", ".guichet-stamp");
// Native modules are made for one kind of Node.
const installWanted = () =>
  fingerprint([at("package-lock.json")], process.versions.modules, process.platform, process.arch);

/** What npm says it installed by itself (`npm ci` by hand), compared with the lock. */
function installedByHand() {
  const hidden = at("node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const [locked, present] = [packages(at("package-lock.json")), packages(hidden)];
  const same = Object.entries(locked).every(
    ([name, one]) => name === "" || one.optional || one.peer || present[name]?.version === one.version,
  );
  if (!same || Object.entries(present).some(([name, one]) => locked[name]?.version !== one.version))
    return false;
  try {
    const Sqlite = createRequire(at("package.json"))("better-sqlite3");
    new Sqlite(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

function installAdvice(output) {
  if (/ENOSPC/.test(output)) return checkDisk(root, Infinity);
  if (/node-gyp|gyp ERR|not found: make|python/i.test(output)) {
    return `La compilation de better-sqlite3 a échoué : installez un compilateur (Debian : apt-get install -y python3 make g++), puis relancez. / Compiling better-sqlite3 failed: install a compiler (Debian: apt-get install -y python3 make g++), then run again.`;
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|E40\d|E50\d/.test(output)) {
    return `Le registre npm est injoignable : vérifiez le réseau ou "npm config get registry", puis relancez. / The npm registry cannot be reached: check the network or "npm config get registry", then run again.`;
  }
  return `L'installation des dépendances a échoué : lisez les lignes ci-dessus, puis relancez. / Installing the dependencies failed: read the lines above, then run again.`;
}

export async function installDependencies() {
  const wanted = installWanted();
  if (matches(installStamp, wanted)) return;
  if (installedByHand()) return remember(installStamp, wanted);
  const full = checkDisk(root, 1200);
  if (full) throw new StepFailed(full);
  await attempt(
    "Installation des dépendances, 2 à 4 minutes / Installing the dependencies, 2 to 4 minutes",
    (options) => run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], options),
    installAdvice,
  );
  remember(installStamp, wanted);
}

export async function generateClient() {
  const stamp = at(".cache", "prisma-client.stamp");
  const wanted = fingerprint([at("prisma", "schema.prisma"), installStamp]);
  if (matches(stamp, wanted) && existsSync(at("app/platform/database/generated/client.ts"))) return;
  await attempt(
    "Client de la base / Database client",
    (options) => run(node, [at("bin", "tool.mjs"), "prisma", "generate"], options),
    "prisma generate a échoué : lisez les lignes ci-dessus. / prisma generate failed: read the lines above.",
  );
  remember(stamp, wanted);
}

export async function buildApplication() {
  const stamp = at("build", ".guichet-stamp");
  const sources = [
    "app",
    "public",
    "package-lock.json",
    "vite.config.ts",
    "remix.config.js",
    "tsconfig.json",
  ];
  const wanted = fingerprint(sources.map((item) => at(item)));
  if (matches(stamp, wanted)) return;
  rmSync(stamp, { force: true });
  const env = { ...process.env, NODE_ENV: "production" };
  await attempt(
    "Construction / Build",
    (options) => run(node, [at("bin", "tool.mjs"), "remix", "vite:build"], { ...options, env }),
    "La construction a échoué : lisez les lignes ci-dessus. / The build failed: read the lines above.",
  );
  remember(stamp, wanted);
}

/** Runs a command of `npx guichet` as a step. */
export function command(label, args, advice) {
  const main = ["--import", "tsx", at("app/commands/main.ts"), ...args];
  return attempt(label, (options) => run(node, main, options), advice);
}
