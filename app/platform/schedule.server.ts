import { Cron } from "croner";
import type { PrismaClient } from "./database/generated/client.ts";
import { type Jobs, runJob } from "./jobs.server.ts";
import { log } from "./log.server.ts";

/** The town's clocks, as in calendar/rules/town-clock.ts: "every night at 3" stays so in summer. */
const timezone = "Europe/Paris";

let scheduled: Jobs = {};

/** The jobs of this process: what the administrator may start by hand. */
export function scheduledJobs(): Jobs {
  return scheduled;
}

export type Schedule = {
  /** Plans no further turn, and waits for the jobs under way. */
  stop: () => Promise<void>;
};

/** The moment a turn was planned for: two processes woken some milliseconds apart name the same turn. */
const startOfMinute = (now: Date): Date => new Date(Math.floor(now.getTime() / 60_000) * 60_000);

/** Runs each job at its hours, and at once those whose last turn was missed while nothing was running. */
export function startSchedule(jobs: Jobs, db: PrismaClient): Schedule {
  scheduled = jobs;
  let stopped = false;
  const underWay = new Set<Promise<unknown>>();
  const run = (name: string, turn: Date): Promise<unknown> => {
    const work = runJob(name, jobs[name]!, { db, now: new Date() }, turn)
      .catch((error: unknown) => log().error({ err: error, job: name }, "job not run"))
      .finally(() => underWay.delete(work));
    underWay.add(work);
    return work;
  };
  const crons = Object.entries(jobs).map(([name, { every }]) => ({
    name,
    cron: new Cron(every, { timezone, unref: true, protect: true }, async () => {
      await run(name, startOfMinute(new Date()));
    }),
  }));
  // One after the other: they share one database, and pages come first.
  const catchUp = (async () => {
    for (const { name, cron } of crons) {
      const [missed] = cron.previousRuns(1);
      if (missed && !stopped) await run(name, missed);
    }
  })();
  return {
    async stop() {
      stopped = true;
      for (const { cron } of crons) cron.stop();
      await Promise.all([catchUp, ...underWay]);
    },
  };
}
