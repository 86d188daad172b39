import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Names of the migrations of a folder, oldest first. */
export function listMigrations(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort();
}
