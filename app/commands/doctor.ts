import { existsSync } from "node:fs";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { readEnv, type Env } from "#app/platform/env.server.ts";
import { exit, type Command } from "./command.ts";
import { checkConfiguration, checkDisk, checkInstallation, checkNode } from "./doctor/machine.ts";
import { databaseChecks } from "./doctor/stored.ts";
import { type Finding, sound, wrong } from "./doctor/finding.ts";

/** Where things are, even when the configuration is refused for another reason. */
const placesOf = (source: Record<string, string | undefined>): Env =>
  readEnv({ ...source, GUICHET_MODE: "demonstration" });

async function checkDatabase(url: string): Promise<Finding[]> {
  const file = url.replace(/^file:/, "");
  if (!existsSync(file)) return [wrong(`Pas de base / No database: ${file}`, "npm start")];
  const db = openDatabase(url);
  const findings: Finding[] = [];
  try {
    for (const check of databaseChecks) findings.push(await check(db));
    return [sound("Base lisible / Database readable"), ...findings];
  } catch (error) {
    return [
      ...findings,
      wrong(
        "Base illisible / Database cannot be read",
        `${(error as Error).message.trim().split("\n").at(-1)} : npm start, ou remettez une sauvegarde / or put a backup back`,
      ),
    ];
  } finally {
    await db.$disconnect().catch(() => undefined);
  }
}

/** Every check, in the order in which they are told. */
export async function examine(source: Record<string, string | undefined>): Promise<Finding[]> {
  const { dataDir, databaseUrl } = placesOf(source);
  return [
    checkNode(process.version),
    checkInstallation(),
    checkConfiguration(source),
    checkDisk(dataDir),
    ...(await checkDatabase(databaseUrl)),
  ];
}

export const doctorCommand: Pick<Command, "run"> = {
  async run(_args, io) {
    const findings = await examine(process.env);
    for (const { label, advice } of findings) {
      io.say(advice === null ? `✓ ${label}` : `✗ ${label} → ${advice}`);
    }
    return findings.every(({ advice }) => advice === null) ? exit.ok : exit.failed;
  },
};
