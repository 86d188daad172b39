// Finds a Chromium for the journeys; fetches one where none is installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CommandFailed, run, step } from "./progress.mjs";
import { StepFailed } from "./prepare.mjs";
import { root } from "./settings.mjs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Present, and with all the libraries it needs. */
const runs = (file) => existsSync(file) && spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;

function playwrightOwn() {
  const { chromium } = createRequire(path.join(root, "package.json"))("@playwright/test");
  return chromium.executablePath();
}

/** A way to get one; another may do when it fails. */
async function attempt(label, commands, env) {
  try {
    await step(label, async (say) => {
      for (const [command, ...args] of commands) {
        await run(command, args, { cwd: root, say, env: { ...process.env, ...env } });
      }
    });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
  }
}

const fetchPlaywrightOwn = () =>
  attempt(
    "Téléchargement de Chromium par Playwright / Playwright fetches Chromium",
    [[process.execPath, path.join(root, "bin", "tool.mjs"), "playwright", "install", "chromium"]],
    { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
  );

const installDebianPackage = () =>
  attempt(
    "Paquet Debian chromium / Debian package chromium",
    [
      ["apt-get", "update", "-q"],
      ["apt-get", "install", "-y", "-q", "chromium"],
    ],
    { DEBIAN_FRONTEND: "noninteractive" },
  );

/** @returns where an executable Chromium is */
export async function findChromium(environment = process.env) {
  const chosen = environment.CHROMIUM_PATH;
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new StepFailed(
      `CHROMIUM_PATH=${chosen} ne s'exécute pas : corrigez ce chemin ou retirez-le. / CHROMIUM_PATH=${chosen} does not run: mend that path or remove it.`,
    );
  }
  const present = () => [...usualPlaces, playwrightOwn()].find(runs);
  const found = present();
  if (found) return found;
  await fetchPlaywrightOwn();
  if (!present() && process.getuid?.() === 0 && existsSync("/etc/debian_version"))
    await installDebianPackage();
  const fetched = present();
  if (fetched) return fetched;
  throw new StepFailed(
    "Aucun Chromium : installez-le (Debian : apt-get install -y chromium) ou donnez CHROMIUM_PATH=/chemin. / No Chromium: install it (Debian: apt-get install -y chromium) or set CHROMIUM_PATH=/path.",
  );
}
