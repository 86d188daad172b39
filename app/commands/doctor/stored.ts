import { readFileSync } from "node:fs";
import type { openDatabase } from "#app/platform/database/client.server.ts";
import { appliedMigrations, findDamage, wrongSettings } from "#app/platform/database/integrity.server.ts";
import { listMigrations } from "#app/platform/database/migration-list.server.ts";
import { readJobStates } from "#app/platform/jobs.server.ts";
import { missingParameters, type ParameterRow } from "#app/platform/parameters.server.ts";
import { type Finding, sound, wrong } from "./finding.ts";

type Client = ReturnType<typeof openDatabase>;

const verdict = (label: string, problems: string[], advice: string): Finding =>
  problems.length === 0 ? sound(label) : wrong(`${label} : ${problems.join(", ")}`, advice);

async function checkMigrations(db: Client): Promise<Finding> {
  const applied = await appliedMigrations(db);
  const pending = listMigrations("prisma/migrations").filter((name) => !applied.includes(name));
  return verdict("Migrations", pending, "npx guichet migrate");
}

async function checkSettings(db: Client): Promise<Finding> {
  const advice =
    "mettez la base sur un disque local, pas sur un partage / put the database on a local disk, not on a share";
  return verdict("Réglages de la base / Database settings", await wrongSettings(db), advice);
}

async function checkIntegrity(db: Client): Promise<Finding> {
  const advice = "arrêtez le guichet et remettez une sauvegarde / stop the service and put a backup back";
  return verdict("Intégrité de la base / Database integrity", await findDamage(db), advice);
}

async function checkParameters(db: Client): Promise<Finding> {
  const rows = JSON.parse(readFileSync("prisma/seed/parameters.json", "utf8")) as ParameterRow[];
  const missing = (await missingParameters(db, rows)).map(({ code, validFrom }) => `${code} ${validFrom}`);
  return verdict("Paramètres / Parameters", missing, "npx guichet migrate");
}

async function checkJobs(db: Client): Promise<Finding> {
  const failed = (await readJobStates(db, new Date())).filter(({ outcome }) => outcome === "failed");
  return verdict(
    "Tâches / Jobs",
    failed.map(({ name }) => name),
    "npx guichet job NOM / NAME",
  );
}

/** What is asked of an open database, in order. */
export const databaseChecks = [
  checkMigrations,
  checkSettings,
  checkIntegrity,
  checkParameters,
  checkJobs,
] as const;
