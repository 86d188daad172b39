import { readFileSync } from "node:fs";
import path from "node:path";
import { importFacilities } from "#app/facilities/acts/import-facilities.server.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { ImportContext, ImportFile } from "#app/platform/files/import-plan.server.ts";
import { type ImportReport, isAccepted } from "#app/platform/files/import-report.ts";
import { importRequests } from "#app/requests/acts/import-requests.server.ts";
import { importSchoolCalendar } from "#app/territory/acts/import-school-calendar.server.ts";
import { importZones } from "#app/territory/acts/import-zones.server.ts";
import { type Command, type ExitCode, type Io, exit } from "./command.ts";
import { reportLines } from "./import-report.ts";

type Import = (context: ImportContext, file: ImportFile) => Promise<ImportReport>;

const imports: Record<string, Import> = {
  zones: importZones,
  facilities: importFacilities,
  "school-calendar": importSchoolCalendar,
  requests: importRequests,
};

type Wanted = { run: Import; file: string; dryRun: boolean };

/** Null when the arguments are not understood. */
export function readArguments(args: string[]): Wanted | null {
  const options = args.filter((arg) => arg.startsWith("-"));
  const [kind, file, ...more] = args.filter((arg) => !arg.startsWith("-"));
  const run = kind === undefined ? undefined : imports[kind];
  if (!run || !file || more.length > 0 || options.some((option) => option !== "--dry-run")) return null;
  return { run, file, dryRun: options.length > 0 };
}

/** The language of the terminal, when it is one of ours; French otherwise. */
export function terminalLanguage({
  LC_ALL,
  LC_MESSAGES,
  LANG,
}: Record<string, string | undefined>): Language {
  return (LC_ALL || LC_MESSAGES || LANG)?.startsWith("en") ? "en" : "fr";
}

function readFile(file: string): ImportFile | null {
  try {
    return { name: path.basename(file), bytes: readFileSync(file) };
  } catch {
    return null;
  }
}

function sayProgress(io: Io, t: Translate): NonNullable<ImportContext["progress"]> {
  let last = -1;
  return (done, total) => {
    const percent = Math.floor((100 * done) / total);
    if (percent === last) return;
    last = percent;
    io.progress(t("imports:progress", { percent, done, total }));
  };
}

async function importFile(
  { run, dryRun }: Wanted,
  file: ImportFile,
  io: Io,
  t: Translate,
): Promise<ExitCode> {
  const db = openDatabase(env().databaseUrl);
  try {
    const report = await run({ db, now: new Date(), dryRun, progress: sayProgress(io, t) }, file);
    const say = isAccepted(report) ? io.say : io.warn;
    for (const line of reportLines(report, { dryRun, fileName: file.name }, t)) say(line);
    return isAccepted(report) ? exit.ok : exit.failed;
  } finally {
    await db.$disconnect();
  }
}

export const importCommand: Command = {
  name: "import",
  summary: "importe zones, facilities, school-calendar ou requests depuis un fichier / imports a file",
  async run(args, io) {
    const t = translator(terminalLanguage(process.env));
    const wanted = readArguments(args);
    if (!wanted) {
      io.warn(t("imports:usage", { kinds: Object.keys(imports).join("|") }));
      return exit.usage;
    }
    const file = readFile(wanted.file);
    if (!file) {
      io.warn(t("imports:noFile", { file: wanted.file }));
      return exit.failed;
    }
    return importFile(wanted, file, io, t);
  },
};
