import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { ImportedRequest, KnownRequest } from "../rules/imported-request.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";

/** Every request, once under each of its guardians. */
export async function findKnownRequests(db: Database): Promise<KnownRequest[]> {
  const rows = await db.careRequest.findMany({
    select: {
      id: true,
      reference: true,
      status: true,
      version: true,
      kind: true,
      startOn: true,
      flexibleWeeks: true,
      pattern: true,
      adviceConsent: true,
      minDays: true,
      fewerDaysFirst: true,
      // Sorted below: with an order of its own, a relation of many thousand rows does not fit in one query.
      wishes: { select: { facilityId: true, rank: true } },
      child: {
        select: { firstName: true, lastName: true, birthDay: true, expectedOn: true, schoolId: true },
      },
      household: {
        select: { guardians: { select: { firstName: true, lastName: true, email: true, phone: true } } },
      },
    },
  });
  return rows.flatMap(({ household, child, wishes, ...row }) =>
    household.guardians.map((guardian) => ({
      ...row,
      kind: row.kind as CareKind,
      status: row.status as CareRequestStatus,
      startOn: row.startOn as CalendarDay,
      pattern: row.pattern as WeeklyPattern,
      wishes: wishes.sort((a, b) => a.rank - b.rank).map(({ facilityId }) => facilityId),
      child: {
        ...child,
        birthDay: child.birthDay as CalendarDay | null,
        expectedOn: child.expectedOn as CalendarDay | null,
      },
      guardian,
    })),
  );
}

export type HouseholdOfGuardian = {
  householdId: string;
  email: string;
  lastName: string;
  address: ImportedRequest["address"];
};

/** Households whose guardians can be told by their e-mail address. */
export async function findHouseholdsByEmail(db: Database): Promise<HouseholdOfGuardian[]> {
  const rows = await db.guardian.findMany({
    where: { email: { not: null } },
    select: {
      email: true,
      lastName: true,
      householdId: true,
      household: {
        select: { streetNumber: true, street: true, postcode: true, city: true, zoneCode: true },
      },
    },
  });
  return rows.map(({ household, email, ...row }) => ({ ...row, email: email!, address: household }));
}

export type Correction = Prisma.CareRequestUncheckedUpdateManyInput;

/** Corrects a request that nobody has acted on since it was read. Returns whether it did. */
export async function correctRequest(
  tx: Database,
  { id, status, version }: Pick<KnownRequest, "id" | "status" | "version">,
  data: Correction,
): Promise<boolean> {
  const { count } = await tx.careRequest.updateMany({
    where: { id, status, version },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}

export async function replaceWishes(
  tx: Database,
  careRequestId: string,
  wishes: { rank: number; facilityId: string; coveredMinutes: number }[],
): Promise<void> {
  await tx.wish.deleteMany({ where: { careRequestId } });
  await tx.wish.createMany({ data: wishes.map((wish) => ({ ...wish, careRequestId })) });
}
