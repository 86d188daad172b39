import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { StandingRequest } from "../rules/demand.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";

/** Every request sent before an instant, as it stood then; no name, no reference, no key. */
export async function requestsStandingAt(db: Database, from: Date, until: Date): Promise<StandingRequest[]> {
  const rows = await db.careRequest.findMany({
    where: { submittedAt: { lt: until } },
    select: {
      id: true,
      kind: true,
      status: true,
      submittedAt: true,
      startOn: true,
      flexibleWeeks: true,
      weeklyMinutes: true,
      atypicalMinutes: true,
    },
  });
  // Apart from the requests: joined, a town's worth of them passes the number of parameters that SQLite takes.
  const steps = await db.requestStep.findMany({
    where: { at: { lt: until } },
    select: { careRequestId: true, at: true, transition: true, toStatus: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const standing = new Map(steps.map(({ careRequestId, toStatus }) => [careRequestId, toStatus]));
  const served = new Set(
    steps
      .filter(({ transition, at }) => transition === "accept" && at >= from)
      .map(({ careRequestId }) => careRequestId),
  );
  return rows.map(({ id, submittedAt, ...row }) => ({
    ...row,
    kind: row.kind as CareKind,
    startOn: row.startOn as CalendarDay,
    // Its history says how it stood; one without history stands as it does now.
    status: (standing.get(id) ?? row.status) as CareRequestStatus,
    receivedInMonth: submittedAt >= from,
    servedInMonth: served.has(id),
  }));
}
