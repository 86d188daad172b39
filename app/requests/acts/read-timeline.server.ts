import type { Database } from "#app/platform/database/client.server.ts";
import { type TimelineStep, timelineStep } from "../rules/timeline.ts";
import { listSteps } from "../store/steps.server.ts";

/** The history of a request, latest step first. The caller has checked that it may be read. */
export async function readTimeline(db: Database, careRequestId: string): Promise<TimelineStep[]> {
  return (await listSteps(db, careRequestId)).map(timelineStep);
}
