import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { Actor, Grant, StaffRole } from "./rules/actor.ts";

/** Suffix of the accounts that the demonstration town offers in one click. */
export const demonstrationSuffix = "@demo.guichet.example";

export async function findActor(db: Database, accountId: string, today: CalendarDay): Promise<Actor | null> {
  const account = await db.account.findFirst({
    where: { id: accountId, disabledAt: null },
    include: { memberships: true, guardians: { select: { householdId: true } } },
  });
  if (!account) return null;
  const grants: Grant[] = account.memberships
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo))
    .map(({ role, organisationId, facilityId }) => ({ role: role as StaffRole, organisationId, facilityId }));
  const householdIds = account.guardians.map(({ householdId }) => householdId);
  if (householdIds.length > 0) grants.push({ role: "family", organisationId: null, facilityId: null });
  return { accountId, displayName: account.displayName, email: account.email, grants, householdIds };
}

export async function findAccountByEmail(
  db: Database,
  email: string,
): Promise<{ id: string; email: string; language: string } | null> {
  return db.account.findFirst({
    where: { email: email.toLowerCase(), disabledAt: null },
    select: { id: true, email: true, language: true },
  });
}

/** Guardians of an address that has no account yet: the first sign-in by link opens it. */
export async function openFamilyAccount(
  db: Database,
  email: string,
  displayName: string,
  language: string,
  now: Date,
): Promise<string> {
  const address = email.toLowerCase();
  const account = await db.account.upsert({
    where: { email: address },
    create: { email: address, displayName, language, createdAt: now },
    update: {},
  });
  await joinGuardians(db, address, account.id);
  return account.id;
}

/** Gives an account the guardians of its address that have none: they may have been written before it was opened. */
export async function joinGuardians(db: Database, email: string, accountId: string): Promise<void> {
  await db.guardian.updateMany({
    where: { email: email.toLowerCase(), accountId: null },
    data: { accountId },
  });
}

export async function guardianByEmail(
  db: Database,
  email: string,
): Promise<{ firstName: string; lastName: string } | null> {
  return db.guardian.findFirst({
    where: { email: email.toLowerCase() },
    select: { firstName: true, lastName: true },
  });
}

export async function insertSession(
  db: Database,
  session: Prisma.SessionUncheckedCreateInput,
): Promise<void> {
  await db.session.create({ data: session });
}

export async function findSession(
  db: Database,
  id: string,
  now: Date,
): Promise<{ accountId: string; lastSeenAt: Date } | null> {
  return db.session.findFirst({
    where: { id, revokedAt: null, expiresAt: { gt: now } },
    select: { accountId: true, lastSeenAt: true },
  });
}

export async function touchSession(db: Database, id: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
}

export async function revokeSession(db: Database, id: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
}

export async function insertSignInLink(
  db: Database,
  link: Prisma.SignInLinkUncheckedCreateInput,
): Promise<void> {
  await db.signInLink.create({ data: link });
}

/** Uses up a link: only the first caller gets it. */
export async function consumeSignInLink(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<{ email: string; redirectTo: string } | null> {
  const used = await db.signInLink.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (used.count !== 1) return null;
  return db.signInLink.findUnique({ where: { tokenHash }, select: { email: true, redirectTo: true } });
}

/** Links used, or over, before an instant. */
export async function deleteSignInLinks(db: Database, before: Date): Promise<number> {
  const { count } = await db.signInLink.deleteMany({
    where: { OR: [{ usedAt: { lt: before } }, { expiresAt: { lt: before } }] },
  });
  return count;
}

/** Sessions closed, or over, before an instant. */
export async function deleteSessions(db: Database, before: Date): Promise<number> {
  const { count } = await db.session.deleteMany({
    where: { OR: [{ revokedAt: { lt: before } }, { expiresAt: { lt: before } }] },
  });
  return count;
}

export async function insertAuditEntry(
  db: Database,
  entry: Prisma.AuditEntryUncheckedCreateInput,
): Promise<void> {
  await db.auditEntry.create({ data: entry });
}

export async function insertAuditEntries(
  db: Database,
  entries: readonly Prisma.AuditEntryUncheckedCreateInput[],
): Promise<void> {
  await db.auditEntry.createMany({ data: [...entries] });
}

export async function listDemonstrationAccounts(
  db: Database,
): Promise<{ id: string; email: string; displayName: string; roles: string[] }[]> {
  const accounts = await db.account.findMany({
    where: { email: { endsWith: demonstrationSuffix }, disabledAt: null },
    include: { memberships: { select: { role: true } } },
    orderBy: { email: "asc" },
  });
  return accounts.map(({ id, email, displayName, memberships }) => ({
    id,
    email,
    displayName,
    roles: memberships.length > 0 ? memberships.map(({ role }) => role) : ["family"],
  }));
}

/** Whether an account has this address, disabled or not. */
export async function isAddressTaken(db: Database, email: string): Promise<boolean> {
  return (await db.account.count({ where: { email } })) > 0;
}

export async function insertAdministrator(
  db: Database,
  { email, now, validFrom }: { email: string; now: Date; validFrom: CalendarDay },
): Promise<void> {
  await db.account.create({
    data: {
      email,
      displayName: email,
      createdAt: now,
      memberships: { create: { role: "administrator" satisfies StaffRole, validFrom } },
    },
  });
}
