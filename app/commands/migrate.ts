import { mkdirSync, readFileSync } from "node:fs";
import { addMissingGrids } from "#app/commission/acts/add-missing-grids.server.ts";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { applyMigrations } from "#app/platform/database/migrations.server.ts";
import { env } from "#app/platform/env.server.ts";
import { addMissingParameters, type ParameterRow } from "#app/platform/parameters.server.ts";
import { exit, type Command } from "./command.ts";

const isBusy = (error: unknown): boolean => /SocketTimeout|SQLITE_BUSY|P1008/.test(String(error));

export const migrateCommand: Pick<Command, "run"> = {
  async run(_args, io) {
    const { databaseUrl, dataDir } = env();
    mkdirSync(dataDir, { recursive: true });
    try {
      const applied = await applyMigrations(databaseUrl);
      for (const name of applied) io.say(`Migration ${name}`);
    } catch (error) {
      if (!isBusy(error)) throw error;
      io.warn(
        "La base est utilisée par un autre programme : arrêtez-le, puis relancez. / Another program uses the database: stop it, then run again.",
      );
      return exit.failed;
    }
    const db = openDatabase(databaseUrl);
    const rows = JSON.parse(readFileSync("prisma/seed/parameters.json", "utf8")) as ParameterRow[];
    const added = await addMissingParameters(db, rows);
    if (added > 0) io.say(`Paramètres ajoutés / Parameters added: ${added}`);
    const grids: unknown = JSON.parse(readFileSync("prisma/seed/criteria-grids.json", "utf8"));
    const examples = await addMissingGrids({ db, now: new Date() }, grids);
    if (examples > 0) io.say(`Grilles de critères ajoutées / Grids of criteria added: ${examples}`);
    await db.$disconnect();
    return exit.ok;
  },
};
