import { openDatabase } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { runJob } from "#app/platform/jobs.server.ts";
import { exit, type Command, type ExitCode, type Io } from "./command.ts";
import { type AfterFill, type Progress, fillDemonstration, usualSeed } from "./demo/fill.ts";
import { addDemonstrationGrids } from "./demo/grids.ts";
import { jobs } from "./jobs.ts";
import { prepareDemonstrationMeeting } from "./demo/meeting.ts";
import { isEmpty } from "./demo/store.server.ts";

export { fillDemonstration };

/** What follows the filling. */
const afterFill: AfterFill[] = [
  { label: "grilles de critères", run: addDemonstrationGrids },
  { label: "commission en préparation", run: prepareDemonstrationMeeting },
  {
    label: "chiffres de l'observatoire",
    run: async (context) => {
      const turn = await runJob("record-facts", jobs["record-facts"]!, context);
      if (turn.outcome === "failed") throw new Error(turn.error);
    },
  },
];

type Wanted = { ifEmpty: boolean; seed: number };

/** Null when the arguments are not understood. */
export function readArguments(args: string[]): Wanted | null {
  const wanted: Wanted = { ifEmpty: false, seed: usualSeed };
  const left = [...args];
  while (left.length > 0) {
    const argument = left.shift()!;
    if (argument === "--if-empty") wanted.ifEmpty = true;
    else if (argument === "--seed" && /^\d{1,9}$/.test(left[0] ?? "")) wanted.seed = Number(left.shift());
    else return null;
  }
  return wanted;
}

/** One state per hundredth of the work at most. */
function sayProgress(io: Io): Progress {
  let last = "";
  return (done, total, label) => {
    const state = `${Math.floor((100 * done) / total)} % ${label}`;
    if (state !== last) io.progress((last = state));
  };
}

async function fill({ ifEmpty, seed }: Wanted, io: Io): Promise<ExitCode> {
  const db = openDatabase(env().databaseUrl);
  try {
    if (ifEmpty && !(await isEmpty(db))) return exit.ok;
    const start = performance.now();
    const summary = await fillDemonstration({ db, now: new Date() }, sayProgress(io), { seed, afterFill });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const { facility, child, careRequest, contract, presence } = summary;
    io.say(
      `Ville de démonstration : ${facility} structures, ${child} enfants, ${careRequest} demandes, ` +
        `${contract} contrats, ${presence} présences (${seconds} s) / Demonstration town filled`,
    );
    return exit.ok;
  } finally {
    await db.$disconnect();
  }
}

export const demoCommand: Command = {
  name: "demo",
  summary: "remplit de nouveau la ville de démonstration / refills the demonstration town",
  async run(args, io) {
    const wanted = readArguments(args);
    if (!wanted) {
      io.warn("Usage : npx guichet demo [--if-empty] [--seed N]");
      return exit.usage;
    }
    if (!env().demonstration) {
      io.warn(
        "En production, la ville de démonstration n'existe pas : rien n'a été changé. / " +
          "There is no demonstration town in production: nothing was changed.",
      );
      return exit.failed;
    }
    return fill(wanted, io);
  },
};
