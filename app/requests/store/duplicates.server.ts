import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { RequestToCompare } from "../rules/duplicate-requests.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";

export async function listRequestsOfChildren(db: Database, childIds: string[]): Promise<RequestToCompare[]> {
  const rows = await db.careRequest.findMany({
    where: { childId: { in: childIds } },
    select: { id: true, reference: true, kind: true, status: true, version: true, submittedAt: true },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, status: row.status as CareRequestStatus }));
}

/** Facts stated, and documents sent, with a request that is closed count for the one that goes on. */
export async function giveFacts(tx: Database, fromId: string, toId: string): Promise<void> {
  const known = await tx.priorityFact.findMany({ where: { careRequestId: toId }, select: { code: true } });
  const codes = known.map(({ code }) => code);
  const data = { careRequestId: toId };
  await tx.priorityFact.updateMany({ where: { careRequestId: fromId, code: { notIn: codes } }, data });
  await tx.proof.updateMany({ where: { careRequestId: fromId, factCode: { notIn: codes } }, data });
}

export type ComparedRequest = {
  id: string;
  reference: string;
  kind: CareKind;
  status: CareRequestStatus;
  submittedAt: Date;
  startOn: CalendarDay;
  weeklyMinutes: number;
  pattern: WeeklyPattern;
  wishes: string[];
};
export type ComparedChild = {
  id: string;
  firstName: string;
  lastName: string;
  birthDay: CalendarDay | null;
  expectedOn: CalendarDay | null;
  guardians: { name: string; email: string | null; phone: string | null }[];
  address: string;
  /** Brothers and sisters of the household. */
  siblings: string[];
  requests: ComparedRequest[];
  contracts: { facilityName: string; startOn: CalendarDay; endOn: CalendarDay | null }[];
};

/** Children side by side: whose they are, what was asked for each, and where each is cared for. */
export async function listComparedChildren(db: Database, ids: string[]): Promise<Map<string, ComparedChild>> {
  const rows = await db.child.findMany({
    where: { id: { in: ids } },
    include: {
      household: { include: { guardians: { orderBy: { rank: "asc" } }, children: true } },
      careRequests: {
        orderBy: { submittedAt: "asc" },
        include: { wishes: { orderBy: { rank: "asc" }, include: { facility: { select: { name: true } } } } },
      },
      contracts: { orderBy: { startOn: "asc" }, include: { facility: { select: { name: true } } } },
    },
  });
  return new Map(
    rows.map(({ household, careRequests, contracts, ...child }): [string, ComparedChild] => [
      child.id,
      {
        id: child.id,
        firstName: child.firstName,
        lastName: child.lastName,
        birthDay: child.birthDay as CalendarDay | null,
        expectedOn: child.expectedOn as CalendarDay | null,
        guardians: household.guardians.map(({ firstName, lastName, email, phone }) => ({
          name: `${firstName} ${lastName}`,
          email,
          phone,
        })),
        address: [
          [household.streetNumber, household.street].filter(Boolean).join(" "),
          [household.postcode, household.city].filter(Boolean).join(" "),
        ]
          .filter(Boolean)
          .join(", "),
        siblings: household.children.filter(({ id }) => id !== child.id).map(({ firstName }) => firstName),
        requests: careRequests.map(({ wishes, ...request }) => ({
          id: request.id,
          reference: request.reference,
          kind: request.kind as CareKind,
          status: request.status as CareRequestStatus,
          submittedAt: request.submittedAt,
          startOn: request.startOn as CalendarDay,
          weeklyMinutes: request.weeklyMinutes,
          pattern: request.pattern as WeeklyPattern,
          wishes: wishes.map(({ facility }) => facility.name),
        })),
        contracts: contracts.map(({ facility, startOn, endOn }) => ({
          facilityName: facility.name,
          startOn: startOn as CalendarDay,
          endOn: endOn as CalendarDay | null,
        })),
      },
    ]),
  );
}
