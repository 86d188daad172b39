// What `npm start` does, step by step. Nothing is installed yet when it begins.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { checkDatabaseFile, checkDisk, checkFolder, checkPort } from "./checks.mjs";
import { inspectDatabase } from "./database.mjs";
import { buildApplication, command, generateClient, installDependencies, StepFailed } from "./prepare.mjs";
import { stopRunning } from "./progress.mjs";
import { loadEnvFile, readSettings, root } from "./settings.mjs";

const development = process.argv.includes("--dev");

function stopIf(problem) {
  if (problem) throw new StepFailed(problem);
}

async function checkMachine() {
  loadEnvFile(process.env);
  const settings = readSettings(process.env);
  stopIf(settings.problem);
  stopIf(await checkPort(settings.host, settings.port));
  for (const folder of new Set([settings.dataDir, path.dirname(settings.databaseFile)])) {
    stopIf(checkFolder(folder));
    stopIf(checkDisk(folder, 100));
  }
  stopIf(checkDatabaseFile(settings.databaseFile));
  return settings;
}

async function prepareDatabase({ databaseFile, demonstration }) {
  let state = inspectDatabase(databaseFile);
  stopIf(state.problem);
  if (!state.upToDate) {
    await command("Base de données / Database", ["migrate"], (output) => output.trim().split("\n").at(-1));
  }
  if (demonstration && state.empty) {
    const failed =
      "La ville de démonstration n'a pas pu être remplie. / The demonstration town could not be filled.";
    await command("Ville de démonstration / Demonstration town", ["demo", "--if-empty"], failed);
  }
  state = inspectDatabase(databaseFile);
  return demonstration ? state.demonstrationAccounts : [];
}

async function loadBuild() {
  if (!development) {
    await buildApplication();
    process.env.NODE_ENV ??= "production";
    return { build: await import(pathToFileURL(path.join(root, "build", "server", "index.js")).href) };
  }
  const { createServer } = await import("vite");
  const vite = await createServer({ root, server: { middlewareMode: true } });
  return { build: await vite.ssrLoadModule("virtual:remix/server-build"), options: { vite } };
}

function show(url, accounts) {
  const lines = ["", `Guichet Familles : ${url}`];
  if (accounts.length > 0) {
    lines.push(
      "",
      `Comptes de démonstration, en un clic sur ${url}/connexion / Demonstration accounts, one click away:`,
    );
    for (const { displayName, email } of accounts) lines.push(`  ${displayName.padEnd(34)} ${email}`);
  }
  process.stdout.write(`${[...lines, "", "Ctrl+C pour arrêter / to stop", ""].join("\n")}`);
}

let server;
let stopping = false;

async function stop() {
  if (stopping) return;
  stopping = true;
  stopRunning();
  // Requests under way have five seconds to end.
  setTimeout(() => process.exit(0), 5000).unref();
  if (!server) process.exit(130);
  await server.close();
  process.exit(0);
}

async function start() {
  process.chdir(root);
  const settings = await checkMachine();
  await installDependencies();
  await generateClient();
  const accounts = await prepareDatabase(settings);
  const { build, options } = await loadBuild();
  server = await build.entry.module.startServer(build, options);
  show(server.url, accounts);
}

function messageOf(error) {
  if (error instanceof StepFailed) return error.message;
  if (error.code === "EADDRINUSE") {
    return "Le port vient d'être pris par un autre programme : relancez. / Another program has just taken the port: run again.";
  }
  return error.stack;
}

process.on("SIGINT", stop);
process.on("SIGTERM", stop);
try {
  await start();
} catch (error) {
  if (!stopping) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exit(1);
  }
}
