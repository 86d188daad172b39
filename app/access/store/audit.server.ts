import { addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { AuditFilters } from "../rules/audit-filters.ts";

export type StoredAuditEntry = Prisma.AuditEntryGetPayload<object>;

async function accountIdsNamed(db: Database, who: string): Promise<string[]> {
  const accounts = await db.account.findMany({
    where: { OR: [{ displayName: { contains: who } }, { email: { contains: who.toLowerCase() } }] },
    select: { id: true },
    take: 200,
  });
  return accounts.map(({ id }) => id);
}

/** Latest first. @param subjectIds what the filter on the subject stands for; null for any */
export async function listAuditEntries(
  db: Database,
  filters: AuditFilters,
  subjectIds: string[] | null,
  take: number,
): Promise<{ count: number; rows: StoredAuditEntry[] }> {
  const { who, kind, from, to, page } = filters;
  const where: Prisma.AuditEntryWhereInput = {
    ...(who ? { accountId: { in: await accountIdsNamed(db, who) } } : {}),
    ...(kind ? { subjectKind: kind } : {}),
    ...(subjectIds ? { OR: subjectIds.map((id) => ({ subjectId: { startsWith: id } })) } : {}),
    at: {
      ...(from ? { gte: instantAt(from, 0) } : {}),
      ...(to ? { lt: instantAt(addDays(to, 1), 0) } : {}),
    },
  };
  return {
    count: await db.auditEntry.count({ where }),
    rows: await db.auditEntry.findMany({
      where,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip: (page - 1) * take,
      take,
    }),
  };
}

export async function namesOfAccounts(db: Database, ids: string[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true },
  });
  return new Map(accounts.map(({ id, displayName }) => [id, displayName]));
}

export async function countAuditEntriesSince(db: Database, at: Date): Promise<number> {
  return db.auditEntry.count({ where: { at: { gte: at } } });
}
