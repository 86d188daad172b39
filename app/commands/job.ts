import { openDatabase } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { type JobTurn, readJobStates, runJob } from "#app/platform/jobs.server.ts";
import { exit, type Command, type ExitCode, type Io } from "./command.ts";
import { jobs } from "./jobs.ts";

type Client = ReturnType<typeof openDatabase>;

async function list(db: Client, io: Io): Promise<void> {
  const states = await readJobStates(db, new Date());
  io.say("Usage : npx guichet job NOM / NAME\n");
  for (const [name, { summary, every }] of Object.entries(jobs)) {
    const last = states.find((state) => state.name === name);
    const when = last?.endedAt ? `${last.outcome} ${last.endedAt.toISOString()}` : "–";
    io.say(`  ${name.padEnd(24)} ${every.padEnd(14)} ${summary} (${when})`);
  }
}

function tell(name: string, turn: JobTurn, io: Io): ExitCode {
  if (turn.outcome === "done") {
    io.say(`${name} : ${JSON.stringify(turn.report)}`);
    return exit.ok;
  }
  io.warn(
    turn.outcome === "failed"
      ? `${name} : ${turn.error}`
      : `${name} : un autre programme l'exécute en ce moment. / Another program is running it now.`,
  );
  return exit.failed;
}

export const jobCommand: Pick<Command, "run"> = {
  async run([name], io) {
    const job = name === undefined ? undefined : jobs[name];
    if (name !== undefined && !job) {
      io.warn(`Tâche inconnue : ${name} / Unknown job: ${name} (${Object.keys(jobs).join(", ")})`);
      return exit.usage;
    }
    const db = openDatabase(env().databaseUrl);
    try {
      if (name !== undefined && job) return tell(name, await runJob(name, job, { db, now: new Date() }), io);
      await list(db, io);
      return exit.ok;
    } finally {
      await db.$disconnect();
    }
  },
};
