// The few settings the launchers need before anything is installed; app/platform/env.server.ts reads them all.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Adds the lines `NAME=value` of a `.env` file to the environment; what is already set wins. */
export function loadEnvFile(environment, file = path.join(root, ".env")) {
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    const match = /^\s*([A-Z_][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (match && environment[match[1]] === undefined)
      environment[match[1]] = match[2].replace(/^(["'])(.*)\1$/, "$2");
  }
}

/** @returns the settings, or `{ problem }`: one line that says what to change */
export function readSettings(environment, folder = root) {
  const value = (name, otherwise) => environment[name] || otherwise;
  const port = value("PORT", "3000");
  if (!/^\d+$/.test(port) || Number(port) > 65535) {
    return {
      problem: `PORT="${port}" n'est pas un numéro de port : donnez un nombre entre 0 et 65535, par exemple PORT=3001. / PORT="${port}" is not a port number: give a number from 0 to 65535, such as PORT=3001.`,
    };
  }
  const mode = value("GUICHET_MODE", "demonstration");
  if (!["demonstration", "production"].includes(mode)) {
    return {
      problem: `GUICHET_MODE="${mode}" est inconnu : choisissez demonstration ou production. / GUICHET_MODE="${mode}" is unknown: choose demonstration or production.`,
    };
  }
  const required = mode === "production" ? ["SESSION_SECRET", "PUBLIC_URL", "SMTP_URL"] : [];
  const missing = required.filter((name) => !environment[name]);
  if (missing.length > 0) {
    const names = missing.join(", ");
    return {
      problem: `Le mode production demande aussi : ${names}. Ajoutez-les à l'environnement ou au fichier .env. / Production mode also needs: ${names}. Add them to the environment or to the .env file.`,
    };
  }
  const dataDir = path.resolve(folder, value("DATA_DIR", "data"));
  const databaseUrl = value("DATABASE_URL", `file:${path.join(dataDir, "guichet.db")}`);
  if (!databaseUrl.startsWith("file:")) {
    return {
      problem: `DATABASE_URL doit commencer par "file:". / DATABASE_URL must start with "file:".`,
    };
  }
  return {
    host: value("HOST", "127.0.0.1"),
    port: Number(port),
    demonstration: mode === "demonstration",
    dataDir,
    databaseUrl,
    databaseFile: path.resolve(folder, databaseUrl.slice("file:".length)),
  };
}
