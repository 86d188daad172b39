import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { StaffRole } from "../rules/actor.ts";

export type AccountFilters = { search: string; role: StaffRole | "family" | "any" | null };

const withScope = {
  memberships: {
    include: { organisation: { select: { name: true } }, facility: { select: { name: true } } },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
  },
  _count: { select: { guardians: true } },
} satisfies Prisma.AccountInclude;

export type StoredAccount = Prisma.AccountGetPayload<{ include: typeof withScope }>;

function matching({ search, role }: AccountFilters): Prisma.AccountWhereInput {
  const named = search
    ? { OR: [{ displayName: { contains: search } }, { email: { contains: search.toLowerCase() } }] }
    : {};
  const held =
    role === "any"
      ? {}
      : role === "family"
        ? { guardians: { some: {} } }
        : { memberships: { some: role ? { role } : {} } };
  return { ...named, ...held };
}

export async function listAccounts(
  db: Database,
  filters: AccountFilters,
  page: { skip: number; take: number },
): Promise<{ count: number; rows: StoredAccount[] }> {
  const where = matching(filters);
  return {
    count: await db.account.count({ where }),
    rows: await db.account.findMany({
      where,
      include: withScope,
      orderBy: [{ displayName: "asc" }, { id: "asc" }],
      ...page,
    }),
  };
}

export async function countAccounts(
  db: Database,
): Promise<{ staffAccounts: number; disabledAccounts: number }> {
  return {
    staffAccounts: await db.account.count({ where: { disabledAt: null, memberships: { some: {} } } }),
    disabledAccounts: await db.account.count({ where: { disabledAt: { not: null } } }),
  };
}

export async function findAccount(db: Database, id: string): Promise<StoredAccount | null> {
  return db.account.findUnique({ where: { id }, include: withScope });
}

/** Null when the address already has an account. */
export async function insertAccount(
  tx: Database,
  { email, displayName, now }: { email: string; displayName: string; now: Date },
): Promise<string | null> {
  if (await tx.account.findUnique({ where: { email }, select: { id: true } })) return null;
  const account = await tx.account.create({ data: { email, displayName, createdAt: now } });
  return account.id;
}

/** Disables, or opens again when `at` is null. Returns whether anything changed. */
export async function setDisabled(tx: Database, id: string, at: Date | null): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id, disabledAt: at === null ? { not: null } : null },
    data: { disabledAt: at },
  });
  return count === 1;
}

export async function revokeSessionsOf(tx: Database, accountId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } });
}

/** The private addresses of calendars that an account gave to a telephone. */
export async function revokeFeedsOf(tx: Database, accountId: string, now: Date): Promise<void> {
  await tx.calendarFeed.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } });
}

const inForce = (today: CalendarDay): Prisma.MembershipWhereInput => ({
  OR: [{ validTo: null }, { validTo: { gte: today } }],
});

type MembershipRow = {
  accountId: string;
  role: StaffRole;
  organisationId: string | null;
  facilityId: string | null;
  validFrom: CalendarDay;
  validTo: CalendarDay | null;
};

/** False when the account already holds that role there. */
export async function insertMembership(
  tx: Database,
  row: MembershipRow,
  today: CalendarDay,
): Promise<boolean> {
  const { accountId, role, organisationId, facilityId } = row;
  const held = await tx.membership.count({
    where: { accountId, role, organisationId, facilityId, ...inForce(today) },
  });
  if (held > 0) return false;
  await tx.membership.create({ data: row });
  return true;
}

/** Makes `lastDay` the last day of a role of an account. Returns whether it was still held after it. */
export async function endMembership(
  tx: Database,
  membership: { id: string; accountId: string },
  lastDay: CalendarDay,
): Promise<boolean> {
  const { count } = await tx.membership.updateMany({
    where: { ...membership, OR: [{ validTo: null }, { validTo: { gt: lastDay } }] },
    data: { validTo: lastDay },
  });
  return count === 1;
}

/** Accounts that may administer on a day. */
export async function countAdministrators(tx: Database, today: CalendarDay): Promise<number> {
  return tx.account.count({
    where: {
      disabledAt: null,
      memberships: { some: { role: "administrator", validFrom: { lte: today }, ...inForce(today) } },
    },
  });
}

export type WorkPlace = { kind: "organisation" | "facility"; id: string; name: string };

/** Where a role may be held. */
export async function listWorkPlaces(db: Database): Promise<WorkPlace[]> {
  const order = { select: { id: true, name: true }, orderBy: { name: "asc" } } as const;
  const organisations = await db.organisation.findMany(order);
  const facilities = await db.facility.findMany(order);
  return [
    ...organisations.map((row) => ({ kind: "organisation" as const, ...row })),
    ...facilities.map((row) => ({ kind: "facility" as const, ...row })),
  ];
}
