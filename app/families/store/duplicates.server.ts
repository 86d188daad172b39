import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { type ChildSeen, pairKey } from "../rules/duplicates.ts";

/** Statuses of requests, as the room of requests sorts them: those open, and those that count at all. */
export type StatusesSeen = { open: readonly string[]; alive: readonly string[] };

function byHousehold<T extends { householdId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.householdId);
    if (group) group.push(row);
    else groups.set(row.householdId, [row]);
  }
  return groups;
}

/**
 * Children with a request that is not closed, as they are compared. Flat queries: nested ones would name every
 * household of the town in one statement, which no database bears.
 * @param narrow to some of them
 */
export async function listChildrenSeen(
  db: Database,
  { open, alive }: StatusesSeen,
  narrow: Prisma.ChildWhereInput = {},
): Promise<ChildSeen[]> {
  const status = { in: [...alive] };
  const where = { AND: [narrow, { careRequests: { some: { status } } }] };
  const rows = await db.child.findMany({ where, orderBy: { id: "asc" } });
  const requests = await db.careRequest.findMany({
    where: { status, child: narrow },
    select: { childId: true, kind: true, status: true, submittedAt: true },
    orderBy: { submittedAt: "asc" },
  });
  const households = await db.household.findMany({
    where: { children: { some: where } },
    select: { id: true, streetNumber: true, street: true, postcode: true },
  });
  const guardians = await db.guardian.findMany({
    where: { household: { children: { some: where } } },
    select: { householdId: true, email: true, phone: true },
  });
  const contacts = byHousehold(guardians);
  const addresses = new Map(households.map((each) => [each.id, each]));
  const asked = new Map<string, typeof requests>();
  for (const request of requests)
    asked.set(request.childId, [...(asked.get(request.childId) ?? []), request]);
  return rows.map(({ id, householdId, firstName, lastName, birthDay, expectedOn }) => {
    const home = addresses.get(householdId);
    const reached = contacts.get(householdId) ?? [];
    const own = asked.get(id)!;
    return {
      ...{ id, householdId, firstName, lastName },
      birthDay: birthDay as CalendarDay | null,
      expectedOn: expectedOn as CalendarDay | null,
      emails: reached.flatMap(({ email }) => email ?? []),
      phones: reached.flatMap(({ phone }) => phone ?? []),
      address: home?.street ? [home.streetNumber, home.street, home.postcode].filter(Boolean).join(" ") : "",
      openKinds: own.filter((request) => open.includes(request.status)).map(({ kind }) => kind),
      since: own[0]!.submittedAt.toISOString(),
    };
  });
}

/** Keys of the pairs that somebody has looked at; only those of some children when they are given. */
export async function listDecided(db: Database, childIds?: string[]): Promise<Set<string>> {
  const where = childIds && {
    OR: [{ childId: { in: childIds } }, { otherChildId: { in: childIds } }],
  };
  const rows = await db.duplicateReview.findMany({ where, select: { childId: true, otherChildId: true } });
  return new Set(rows.map(({ childId, otherChildId }) => pairKey(childId, otherChildId)));
}

/** The two ids in order, as every review is kept. */
export async function insertReview(
  tx: Database,
  review: {
    ids: [string, string];
    decision: "different" | "merged";
    decidedAt: Date;
    decidedBy: string;
  },
): Promise<void> {
  const { ids, ...decided } = review;
  const [childId, otherChildId] = [...ids].sort() as [string, string];
  await tx.duplicateReview.upsert({
    where: { childId_otherChildId: { childId, otherChildId } },
    create: { childId, otherChildId, ...decided },
    update: decided,
  });
}

/** A child moves to another household, and what was asked for it moves with it. */
export async function moveChild(tx: Database, childId: string, householdId: string): Promise<void> {
  await tx.child.update({ where: { id: childId }, data: { householdId } });
  await tx.careRequest.updateMany({ where: { childId }, data: { householdId } });
}

/** What was asked for one child is now asked for another who is the same person. */
export async function giveRequests(
  tx: Database,
  fromChildId: string,
  to: { childId: string; householdId: string },
): Promise<void> {
  await tx.careRequest.updateMany({ where: { childId: fromChildId }, data: to });
}

export type WholeHousehold = Prisma.HouseholdGetPayload<{ include: { guardians: true; children: true } }>;

export async function findWholeHousehold(tx: Database, id: string): Promise<WholeHousehold> {
  return tx.household.findUniqueOrThrow({
    where: { id },
    include: { guardians: { orderBy: { rank: "asc" } }, children: true },
  });
}

export async function updateChild(
  tx: Database,
  id: string,
  known: { birthDay?: string; firstName?: string; schoolId?: string },
): Promise<void> {
  await tx.child.update({ where: { id }, data: known });
}

export async function updateGuardian(
  tx: Database,
  id: string,
  known: { accountId?: string; email?: string; phone?: string },
): Promise<void> {
  await tx.guardian.update({ where: { id }, data: known });
}

export async function copyGuardian(
  tx: Database,
  { id: _id, ...guardian }: Prisma.GuardianUncheckedCreateInput,
): Promise<void> {
  await tx.guardian.create({ data: guardian });
}

export async function deleteChild(tx: Database, id: string): Promise<void> {
  await tx.child.delete({ where: { id } });
}

/** Nobody is left in it: deleted with the guardians that it still names. */
export async function deleteEmptyHousehold(tx: Database, id: string): Promise<boolean> {
  const { count } = await tx.household.deleteMany({
    where: { id, children: { none: {} }, careRequests: { none: {} } },
  });
  return count === 1;
}
