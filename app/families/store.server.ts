import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";

export type HouseholdAddress = {
  streetNumber: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  zoneCode: string | null;
};
export type NewGuardian = { firstName: string; lastName: string; email: string | null; phone: string | null };
export type NewChild = {
  firstName: string;
  lastName: string;
  birthDay: CalendarDay | null;
  expectedOn: CalendarDay | null;
  schoolId: string | null;
};
export type Guardian = NewGuardian & { rank: number };
export type Household = HouseholdAddress & { id: string; guardians: Guardian[] };

export async function findHousehold(db: Database, id: string): Promise<Household | null> {
  return db.household.findUnique({
    where: { id },
    select: {
      id: true,
      streetNumber: true,
      street: true,
      postcode: true,
      city: true,
      zoneCode: true,
      guardians: {
        orderBy: { rank: "asc" },
        select: { rank: true, firstName: true, lastName: true, email: true, phone: true },
      },
    },
  });
}

export async function insertHousehold(tx: Database, address: HouseholdAddress, at: Date): Promise<string> {
  const { id } = await tx.household.create({ data: { ...address, createdAt: at }, select: { id: true } });
  return id;
}

export async function moveHousehold(tx: Database, id: string, address: HouseholdAddress): Promise<void> {
  await tx.household.update({ where: { id }, data: address });
}

/** Joins the account of that e-mail address, where there is one: its owner finds the request after signing in. */
export async function insertGuardian(
  tx: Database,
  householdId: string,
  rank: number,
  guardian: NewGuardian,
): Promise<void> {
  const account = guardian.email
    ? await tx.account.findUnique({ where: { email: guardian.email }, select: { id: true } })
    : null;
  await tx.guardian.create({ data: { ...guardian, householdId, rank, accountId: account?.id ?? null } });
}

export type KnownChild = {
  id: string;
  firstName: string;
  birthDay: string | null;
  expectedOn: string | null;
};

export async function listChildren(db: Database, householdId: string): Promise<KnownChild[]> {
  return db.child.findMany({
    where: { householdId },
    select: { id: true, firstName: true, birthDay: true, expectedOn: true },
  });
}

export async function insertChild(tx: Database, householdId: string, child: NewChild): Promise<string> {
  const { id } = await tx.child.create({ data: { ...child, householdId }, select: { id: true } });
  return id;
}

export async function setSchool(tx: Database, childId: string, schoolId: string): Promise<void> {
  await tx.child.update({ where: { id: childId }, data: { schoolId } });
}
