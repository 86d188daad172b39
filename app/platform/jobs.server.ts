// Work that the clock asks for. A job is one row: whoever locks it runs it, so that two processes never run the
// same job at once; a job must still bear being run twice, as a crash may come between its work and its report.
import type { Database } from "./database/client.server.ts";
import type { PrismaClient } from "./database/generated/client.ts";
import { log } from "./log.server.ts";

export type Job = {
  /** One line, as listed by `npx guichet job`. */
  summary: string;
  /** Cron pattern, on the town's clocks. */
  every: string;
  /** @returns what it did, in figures: shown to the administrator, so nothing personal */
  run: (context: { db: PrismaClient; now: Date }) => Promise<object>;
};
export type Jobs = Record<string, Job>;

export type JobTurn =
  | { outcome: "done"; report: object }
  | { outcome: "failed"; error: string }
  /** Another process runs it, or has already taken this turn. */
  | { outcome: "busy" };

/** A lock left by a process that died frees itself after this long. */
const lockMs = 2 * 60_000;
const renewMs = 30_000;

async function claim(db: PrismaClient, name: string, now: Date, turn: Date | null): Promise<boolean> {
  await db.job.upsert({ where: { name }, create: { name }, update: {} });
  const { count } = await db.job.updateMany({
    where: {
      name,
      AND: [
        { OR: [{ lockedUntil: null }, { lockedUntil: { lt: now } }] },
        turn ? { OR: [{ startedAt: null }, { startedAt: { lt: turn } }] } : {},
      ],
    },
    data: { lockedUntil: new Date(now.getTime() + lockMs), startedAt: now, endedAt: null },
  });
  return count === 1;
}

/**
 * Runs a job unless somebody else does, and writes down how it went. A failure is logged and kept as the outcome:
 * the next turn tries again.
 * @param turn the scheduled moment: a job that already started since then is left alone; null to run in any case
 * @param clock read for the end of the work and while it lasts
 */
export async function runJob(
  name: string,
  job: Job,
  { db, now }: { db: PrismaClient; now: Date },
  turn: Date | null = null,
  clock: () => Date = () => new Date(),
): Promise<JobTurn> {
  if (!(await claim(db, name, now, turn))) return { outcome: "busy" };
  const mine = { name, startedAt: now };
  const renewal = setInterval(() => {
    const lockedUntil = new Date(clock().getTime() + lockMs);
    db.job.updateMany({ where: mine, data: { lockedUntil } }).catch(() => undefined);
  }, renewMs);
  const result = await job.run({ db, now }).then(
    (report): JobTurn => ({ outcome: "done", report }),
    (error: unknown): JobTurn => {
      log().error({ err: error, job: name }, "job failed");
      return { outcome: "failed", error: error instanceof Error ? error.message : String(error) };
    },
  );
  clearInterval(renewal);
  await db.job.updateMany({
    where: mine,
    data: {
      lockedUntil: null,
      endedAt: clock(),
      outcome: result.outcome,
      report:
        "report" in result ? result.report : { error: "error" in result ? result.error.slice(0, 500) : "" },
    },
  });
  return result;
}

export type JobState = {
  name: string;
  startedAt: Date | null;
  endedAt: Date | null;
  running: boolean;
  outcome: string | null;
  report: unknown;
};

/** The last turn of each job that ever ran. */
export async function readJobStates(db: Database, now: Date): Promise<JobState[]> {
  const rows = await db.job.findMany({ orderBy: { name: "asc" } });
  return rows.map(({ lockedUntil, ...row }) => ({
    ...row,
    running: lockedUntil !== null && lockedUntil > now,
  }));
}
