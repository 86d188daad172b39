// What the database knows of requests, for their score: a few queries for a whole meeting.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type CareRequestStatus, careRequestStatuses, statusMeaning } from "#app/requests/rules/lifecycle.ts";
import type { ProofState } from "#app/requests/rules/proof-states.ts";
import type { StatedFact } from "../rules/facts.ts";

/** SQLite takes so many values in one question. */
const most = 900;

async function inChunks<T>(ids: readonly string[], read: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += most)
    found.push(...(await read(ids.slice(start, start + most))));
  return found;
}

export type RequestToScore = {
  id: string;
  kind: CareKind;
  householdId: string;
  childId: string;
  submittedAt: Date;
  startOn: CalendarDay;
  birthDay: string | null;
  expectedOn: string | null;
  city: string | null;
  zoneCode: string | null;
  facilityIds: string[];
  stated: StatedFact[];
};

/** The requests of these ids; one that does not exist is left out. */
export async function listRequestsToScore(db: Database, ids: readonly string[]): Promise<RequestToScore[]> {
  const rows = await inChunks(ids, (part) =>
    db.careRequest.findMany({
      where: { id: { in: part } },
      select: {
        id: true,
        kind: true,
        householdId: true,
        childId: true,
        submittedAt: true,
        startOn: true,
        zoneCode: true,
        child: { select: { birthDay: true, expectedOn: true } },
        household: { select: { city: true, zoneCode: true } },
        wishes: { select: { facilityId: true } },
        facts: { select: { code: true, proofState: true, validUntil: true }, orderBy: { code: "asc" } },
      },
    }),
  );
  return rows.map(({ child, household, wishes, facts, zoneCode, ...row }) => ({
    ...row,
    ...child,
    kind: row.kind as CareKind,
    startOn: row.startOn as CalendarDay,
    city: household.city,
    zoneCode: zoneCode ?? household.zoneCode,
    facilityIds: wishes.map(({ facilityId }) => facilityId),
    stated: facts.map(({ code, proofState, validUntil }) => ({
      code,
      proofState: proofState as ProofState,
      validUntil: validUntil as CalendarDay | null,
    })),
  }));
}

export type HeldSeat = {
  householdId: string;
  childId: string;
  facilityId: string;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
};

/** Regular contracts of the children of these households that have not ended before a day. */
export async function listSeatsOfHouseholds(
  db: Database,
  householdIds: readonly string[],
  from: CalendarDay,
): Promise<HeldSeat[]> {
  const rows = await inChunks(householdIds, (part) =>
    db.contract.findMany({
      where: {
        kind: "regular",
        child: { householdId: { in: part } },
        OR: [{ endOn: null }, { endOn: { gte: from } }],
      },
      select: {
        childId: true,
        facilityId: true,
        startOn: true,
        endOn: true,
        child: { select: { householdId: true } },
      },
    }),
  );
  return rows.map(({ child, ...row }) => ({
    ...row,
    householdId: child.householdId,
    startOn: row.startOn as CalendarDay,
    endOn: row.endOn as CalendarDay | null,
  }));
}

export type SiblingAsking = {
  householdId: string;
  childId: string;
  kind: string;
  birthDay: string | null;
  expectedOn: string | null;
};

const open = careRequestStatuses.filter(
  (status: CareRequestStatus) => statusMeaning[status].outcome === "open",
);

/** The children of these households whose requests are open, with the day of their birth. */
export async function listChildrenAsking(
  db: Database,
  householdIds: readonly string[],
): Promise<SiblingAsking[]> {
  const rows = await inChunks(householdIds, (part) =>
    db.careRequest.findMany({
      where: { householdId: { in: part }, status: { in: open } },
      select: {
        householdId: true,
        childId: true,
        kind: true,
        child: { select: { birthDay: true, expectedOn: true } },
      },
    }),
  );
  return rows.map(({ child, ...row }) => ({ ...row, ...child }));
}

/** The quarter of every zone, and of every facility among these: by its zone, else by its name. */
export async function readQuarters(
  db: Database,
  facilityIds: readonly string[],
): Promise<{ ofZone: Map<string, string>; ofFacility: Map<string, string> }> {
  const zones = await db.zone.findMany({ select: { code: true, quarterName: true } });
  const ofZone = new Map(zones.map(({ code, quarterName }) => [code, quarterName]));
  const facilities = await inChunks(facilityIds, (part) =>
    db.facility.findMany({
      where: { id: { in: part } },
      select: { id: true, zoneCode: true, quarterName: true },
    }),
  );
  const ofFacility = new Map<string, string>();
  for (const { id, zoneCode, quarterName } of facilities) {
    const quarter = (zoneCode && ofZone.get(zoneCode)) || quarterName;
    if (quarter) ofFacility.set(id, quarter);
  }
  return { ofZone, ofFacility };
}

/** How many published meetings examined each request without a place to offer. */
export async function countMeetingsPassed(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const rows = await inChunks(ids, (part) =>
    db.meetingCandidate.findMany({
      where: {
        careRequestId: { in: part },
        state: "included",
        outcome: "refused",
        meeting: { status: "published" },
      },
      select: { careRequestId: true },
    }),
  );
  for (const { careRequestId } of rows) counts.set(careRequestId, (counts.get(careRequestId) ?? 0) + 1);
  return counts;
}

/** The quarter where each household lives; a request whose zone is not the town's, or not known, is left out. */
export async function listQuartersOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { ofZone } = await readQuarters(db, []);
  const rows = await inChunks(ids, (part) =>
    db.careRequest.findMany({
      where: { id: { in: part } },
      select: { id: true, zoneCode: true, household: { select: { zoneCode: true } } },
    }),
  );
  return new Map(
    rows.flatMap(({ id, zoneCode, household }): [string, string][] => {
      const quarter = ofZone.get(zoneCode ?? household.zoneCode ?? "");
      return quarter === undefined ? [] : [[id, quarter]];
    }),
  );
}
