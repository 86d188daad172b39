// The production build, served over a town of its own by a process of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, rmdirSync, statSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll } from "vitest";
import { buildApplication } from "../../bin/steps/prepare.mjs";
import { openDatabase } from "#app/platform/database/client.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { jobs } from "#app/commands/jobs.ts";
import { quickFolder, testDatabase } from "../support/database.ts";
import { type RoleName, roles } from "./roles.ts";
import { type Town, fillTown } from "./town.ts";

export type Door = { id: string; path: string; reads: boolean; acts: boolean; page: boolean };
export type ServedTown = {
  url: string;
  doors: Door[];
  db: PrismaClient;
  town: Town;
  /** The session cookie of each role; empty for who has none. */
  cookies: Record<RoleName, string>;
};

type Settings = Record<string, string>;

const buildLock = path.resolve(".cache/doors-build");

/** Builds the application if anything in it changed; test files wait for each other. */
async function build(): Promise<void> {
  mkdirSync(path.dirname(buildLock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(buildLock);
      break;
    } catch {
      const age = Date.now() - (statSync(buildLock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 120_000) rmdirSync(buildLock);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    await buildApplication();
  } finally {
    rmdirSync(buildLock);
  }
}

function serve(
  dataDir: string,
  settings: Settings,
): Promise<{ child: ChildProcess; url: string; doors: Door[] }> {
  const child = spawn(process.execPath, ["tests/routes/serve-build.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "silent",
      PORT: "0",
      DATA_DIR: dataDir,
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The server left with ${code}.`)));
    createInterface({ input: child.stdout! }).once("line", (line) =>
      resolve({ child, ...(JSON.parse(line) as { url: string; doors: Door[] }) }),
    );
  });
}

/** Opens a session through the link sent by e-mail. */
export async function signIn(url: string, link: string, cookie = ""): Promise<Response> {
  return fetch(`${url}/connexion/lien/${link}`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie },
  });
}

export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function openSessions({
  url,
  town,
  db,
}: Pick<ServedTown, "url" | "town" | "db">): Promise<ServedTown["cookies"]> {
  const cookies: Partial<ServedTown["cookies"]> = { anonymous: "" };
  for (const role of roles.filter((each) => each !== "anonymous"))
    cookies[role] = cookieOf(await signIn(url, town.linkOf(role)));
  await db.account.update({ where: { id: "account-disabled" }, data: { disabledAt: new Date() } });
  return cookies as ServedTown["cookies"];
}

/** Jobs missed before the start are done: from now on, only requests change the town. */
async function settled(db: PrismaClient): Promise<void> {
  while ((await db.job.count({ where: { endedAt: { not: null } } })) < Object.keys(jobs).length)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Closed by itself at the end of the file. */
export async function serveTown(settings: Settings = {}): Promise<ServedTown> {
  await build();
  const dataDir = mkdtempSync(path.join(quickFolder(), "guichet-doors-"));
  const template = await testDatabase();
  copyFileSync(template.url.slice("file:".length), path.join(dataDir, "guichet.db"));
  await template.close();
  const db = openDatabase(`file:${path.join(dataDir, "guichet.db")}`);
  const town = await fillTown(db, dataDir, new Date());
  const { child, url, doors } = await serve(dataDir, settings);
  afterAll(async () => {
    child.removeAllListeners("exit");
    const left = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await left;
    await db.$disconnect();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const cookies = await openSessions({ url, town, db });
  await settled(db);
  return { url, doors, db, town, cookies };
}
