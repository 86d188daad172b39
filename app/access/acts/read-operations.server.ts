import { type Health, readHealth } from "#app/platform/health.server.ts";
import { type JobState, readJobStates } from "#app/platform/jobs.server.ts";
import { type OutboxState, readOutbox } from "#app/platform/mail/outbox-state.server.ts";
import { type ParameterInForce, readParametersInForce } from "#app/platform/parameters.server.ts";
import { scheduledJobs } from "#app/platform/schedule.server.ts";
import type { SignedVisit } from "../visit.server.ts";

export type JobRow = JobState & { every: string };

export type OperationsView = {
  health: Health;
  jobs: JobRow[];
  outbox: OutboxState;
  parameters: ParameterInForce[];
};

const never = { startedAt: null, endedAt: null, running: false, outcome: null, report: null };

/** How the installation goes: what an administrator looks at first when somebody calls. */
export async function readOperations({ db, now, today }: SignedVisit): Promise<OperationsView> {
  const states = await readJobStates(db, now);
  return {
    health: await readHealth(db),
    jobs: Object.entries(scheduledJobs()).map(([name, { every }]) => ({
      ...(states.find((state) => state.name === name) ?? { name, ...never }),
      every,
    })),
    outbox: await readOutbox(db),
    parameters: await readParametersInForce(db, today),
  };
}
