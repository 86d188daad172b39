import { database } from "#app/platform/database/client.server.ts";
import { type JobTurn, runJob as run } from "#app/platform/jobs.server.ts";
import { scheduledJobs } from "#app/platform/schedule.server.ts";
import { type SignedVisit, notFound } from "../visit.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

/** Runs a job now, whatever its hours; at the same time as nobody else. */
export async function runJob(visit: SignedVisit, name: string): Promise<JobTurn["outcome"]> {
  const jobs = scheduledJobs();
  const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
  if (!job) throw notFound();
  await logFileRead(visit, "job", name, "run");
  const { outcome } = await run(name, job, { db: database(), now: visit.now });
  return outcome;
}
