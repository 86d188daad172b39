import type { Scope } from "#app/access/rules/permissions.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { type DeskFilters, rowsOnPage } from "../rules/desk-filters.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";
import { statusMeaning } from "../rules/lifecycle.ts";
import type { ProofState } from "../rules/proof-states.ts";
import type { ReferralStatus, ReferralTarget } from "../rules/referral-reasons.ts";

type Where = Prisma.CareRequestWhereInput;

/** Statuses in which an agent has something to do. */
const forDesk = (Object.keys(statusMeaning) as CareRequestStatus[]).filter(
  (status) => statusMeaning[status].waitsFor === "desk",
);
const received: Where = { facts: { some: { proofState: "received" satisfies ProofState } } };
/** A proof that came while the request was on the list waits for an agent too. */
const receivedElsewhere: Where = { ...received, status: { notIn: forDesk } };

const inScope = (scope: Scope): Where => (scope.town ? {} : { handlerId: { in: scope.organisationIds } });

const ofStatus = ({ status }: DeskFilters): Where => {
  if (status === "all") return {};
  return status === "toRead" ? { OR: [{ status: { in: forDesk } }, receivedElsewhere] } : { status };
};

/** Everything but the status: the counts by status share it. */
function narrowed(scope: Scope, filters: DeskFilters, found: Found): Where {
  const { kind, atypical, target, proof } = filters;
  return {
    AND: [
      inScope(scope),
      kind ? { kind } : {},
      atypical ? { atypicalMinutes: { gt: 0 } } : {},
      found.zoneCodes ? { zoneCode: { in: found.zoneCodes } } : {},
      target ? { referrals: { some: { target, status: { not: "replaced" satisfies ReferralStatus } } } } : {},
      proof ? { facts: { some: { proofState: proof satisfies ProofState } } } : {},
      found.ids ? { id: { in: found.ids } } : {},
    ],
  };
}

/** What the filters mean in this database; null when they do not narrow. */
export type Found = { zoneCodes: string[] | null; ids: string[] | null };

export async function listQuarters(
  db: Database,
): Promise<{ code: string; name: string; zoneCodes: string[] }[]> {
  const zones = await db.zone.findMany({
    select: { code: true, quarterCode: true, quarterName: true },
    orderBy: [{ quarterName: "asc" }, { code: "asc" }],
  });
  const quarters = new Map<string, { code: string; name: string; zoneCodes: string[] }>();
  for (const { code, quarterCode, quarterName } of zones) {
    const quarter = quarters.get(quarterCode) ?? { code: quarterCode, name: quarterName, zoneCodes: [] };
    quarter.zoneCodes.push(code);
    quarters.set(quarterCode, quarter);
  }
  return [...quarters.values()];
}

export type DeskCounts = { byStatus: Partial<Record<CareRequestStatus, number>>; toRead: number };

export async function countDesk(
  db: Database,
  scope: Scope,
  filters: DeskFilters,
  found: Found,
): Promise<DeskCounts> {
  const where = narrowed(scope, filters, found);
  const groups = await db.careRequest.groupBy({ by: ["status"], where, _count: true });
  const byStatus = Object.fromEntries(groups.map(({ status, _count }) => [status, _count]));
  const proofs = await db.careRequest.count({ where: { AND: [where, receivedElsewhere] } });
  return { byStatus, toRead: forDesk.reduce((sum, status) => sum + (byStatus[status] ?? 0), proofs) };
}

export type DeskRow = {
  id: string;
  reference: string;
  kind: "nursery" | "afterSchool";
  status: CareRequestStatus;
  startOn: string;
  submittedAt: Date;
  nextStepBy: string | null;
  atypicalMinutes: number;
  weeklyMinutes: number;
  child: { firstName: string; lastName: string; birthDay: string | null; expectedOn: string | null };
  targets: ReferralTarget[];
  proofs: { asked: number; received: number };
};

/** A page of the queue: what is due first, first. */
export async function listDesk(
  db: Database,
  scope: Scope,
  filters: DeskFilters,
  found: Found,
): Promise<DeskRow[]> {
  const rows = await db.careRequest.findMany({
    where: { AND: [narrowed(scope, filters, found), ofStatus(filters)] },
    select: {
      id: true,
      reference: true,
      kind: true,
      status: true,
      startOn: true,
      submittedAt: true,
      nextStepBy: true,
      atypicalMinutes: true,
      weeklyMinutes: true,
      child: { select: { firstName: true, lastName: true, birthDay: true, expectedOn: true } },
      referrals: {
        where: { status: { not: "replaced" satisfies ReferralStatus } },
        select: { target: true },
      },
      facts: { select: { proofState: true } },
    },
    orderBy: [{ nextStepBy: { sort: "asc", nulls: "last" } }, { submittedAt: "asc" }, { id: "asc" }],
    skip: (filters.page - 1) * rowsOnPage,
    take: rowsOnPage,
  });
  return rows.map(({ referrals, facts, kind, status, ...row }) => ({
    ...row,
    kind: kind as DeskRow["kind"],
    status: status as CareRequestStatus,
    targets: [...new Set(referrals.map(({ target }) => target as ReferralTarget))],
    proofs: {
      asked: facts.filter(({ proofState }) => proofState === "asked").length,
      received: facts.filter(({ proofState }) => proofState === "received").length,
    },
  }));
}

export type Named = { id: string; names: string[] };

/** Requests whose names may hold every word: one letter that an accent may change matches any. */
export async function listByNames(db: Database, scope: Scope, words: string[]): Promise<Named[]> {
  const person = { select: { firstName: true, lastName: true } };
  const likely = words.map((word): Where => {
    const contains = word.replace(/[aceinouy]/g, "_");
    const holds = { OR: [{ firstName: { contains } }, { lastName: { contains } }] };
    return { OR: [{ child: holds }, { household: { guardians: { some: holds } } }] };
  });
  const rows = await db.careRequest.findMany({
    where: { AND: [inScope(scope), ...likely] },
    select: { id: true, child: person, household: { select: { guardians: person } } },
    orderBy: { submittedAt: "desc" },
    take: 2000,
  });
  return rows.map(({ id, child, household }) => ({
    id,
    names: [child, ...household.guardians].flatMap(({ firstName, lastName }) => [firstName, lastName]),
  }));
}

export async function findByReference(db: Database, scope: Scope, reference: string): Promise<string | null> {
  const row = await db.careRequest.findFirst({
    where: { AND: [inScope(scope), { reference }] },
    select: { id: true },
  });
  return row?.id ?? null;
}
