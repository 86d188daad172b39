import type { Scope } from "#app/access/rules/permissions.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type CareRequestStatus } from "#app/requests/rules/lifecycle.ts";
import type { WhatIfRequest } from "../rules/what-if.ts";

export async function findOwner(
  db: Database,
  facilityId: string,
): Promise<{ id: string; organisationId: string | null } | null> {
  return db.facility.findUnique({
    where: { id: facilityId },
    select: { id: true, organisationId: true },
  });
}

/** Requests that wish for a facility, the oldest first. */
export async function listWishing(
  db: Database,
  facilityId: string,
  statuses: readonly CareRequestStatus[],
  { town, organisationIds }: Scope,
  most: number,
): Promise<WhatIfRequest[]> {
  const rows = await db.careRequest.findMany({
    where: {
      status: { in: [...statuses] },
      wishes: { some: { facilityId } },
      ...(town ? {} : { handlerId: { in: organisationIds } }),
    },
    select: {
      id: true,
      reference: true,
      startOn: true,
      pattern: true,
      child: { select: { firstName: true, birthDay: true, expectedOn: true } },
    },
    orderBy: { submittedAt: "asc" },
    take: most,
  });
  return rows.map(({ pattern, startOn, child, ...row }) => ({
    ...row,
    startOn: startOn as CalendarDay,
    pattern: pattern as WeeklyPattern,
    child: {
      firstName: child.firstName,
      birthDay: child.birthDay as CalendarDay | null,
      expectedOn: child.expectedOn as CalendarDay | null,
    },
  }));
}
