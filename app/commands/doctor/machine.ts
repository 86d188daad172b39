import { existsSync, readFileSync, statfsSync } from "node:fs";
import { installedCopies } from "#app/platform/database/native-copies.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { type Finding, sound, wrong } from "./finding.ts";

const numbers = (version: string): number[] =>
  version
    .replace(/^[^\d]*/, "")
    .split(".")
    .map(Number);

/** Compares "v20.20.2" with ">=20.19.0". */
function isAtLeast(version: string, wanted: string): boolean {
  const [have, need] = [numbers(version), numbers(wanted)];
  const index = need.findIndex((part, at) => part !== have[at]);
  return index === -1 || have[index]! > need[index]!;
}

export function checkNode(version: string): Finding {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
  return isAtLeast(version, engines.node)
    ? sound(`Node ${version}`)
    : wrong(`Node ${version}`, `installez Node ${engines.node} / install Node ${engines.node}`);
}

export function checkInstallation(modules = "node_modules"): Finding {
  const copies = installedCopies("better-sqlite3", modules);
  return copies.length === 1
    ? sound("Une seule copie de better-sqlite3 / One single copy of better-sqlite3")
    : wrong(`better-sqlite3 : ${copies.length} copies (${copies.join(", ")})`, "npm ci");
}

export function checkConfiguration(source: Record<string, string | undefined>): Finding {
  try {
    const { mode, publicUrl } = readEnv(source);
    if (mode === "production" && !publicUrl.startsWith("https:")) {
      return wrong(
        "Adresse publique sans https / Public address without https",
        "servez le site derrière https et donnez PUBLIC_URL=https://… / serve the site behind https and set PUBLIC_URL=https://…",
      );
    }
    return sound(`Configuration : mode ${mode}`);
  } catch (error) {
    return wrong(
      (error as Error).message,
      "complétez l'environnement ou le fichier .env / complete the environment or the .env file",
    );
  }
}

const megabyte = 1024 * 1024;

export function checkDisk(folder: string, needed = 500): Finding {
  if (!existsSync(folder)) return wrong(`${folder} n'existe pas / does not exist`, "npm start");
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / megabyte);
  const label = `Disque : ${free} Mo libres / ${free} MB free`;
  return free >= needed ? sound(label) : wrong(label, `libérez ${needed} Mo / free ${needed} MB (${folder})`);
}
