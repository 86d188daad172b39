// Builders with sensible defaults: a test states only what matters to it.
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { Actor, Grant, Role } from "#app/access/rules/actor.ts";
import { type Permission, noScope, scopeOf } from "#app/access/rules/permissions.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { Weekday } from "#app/calendar/rules/day.ts";
import { type WeeklyPattern, weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";

let counter = 0;
const unique = (prefix: string): string => `${prefix}-${(counter += 1)}`;

/** A Monday morning in term. */
export const aMonday = new Date("2026-09-14T07:00:00Z");

const workingDays: Weekday[] = [1, 2, 3, 4, 5];

/** Monday to Friday, 8 h – 18 h, unless said otherwise. */
export function aPattern({
  weekdays = workingDays,
  start = 480,
  end = 1080,
}: { weekdays?: Weekday[]; start?: number; end?: number } = {}): WeeklyPattern {
  return { cycleWeeks: 1, slots: weekdays.map((weekday) => ({ week: 0, weekday, start, end })) };
}

export async function createOrganisation(
  db: Database,
  values: Partial<Prisma.OrganisationUncheckedCreateInput> = {},
): Promise<{ id: string }> {
  const id = values.id ?? unique("organisation");
  return db.organisation.create({ data: { id, name: id, kind: "ccas", ...values } });
}

/** A nursery open Monday to Friday 7 h – 19 h, one section of `places` places for all ages. */
export async function createFacility(
  db: Database,
  {
    places = 10,
    opens = 420,
    closes = 1140,
    weekdays = workingDays,
    minAgeMonths = 2,
    maxAgeMonths = 47,
    ...values
  }: Partial<Prisma.FacilityUncheckedCreateInput> & {
    places?: number;
    opens?: number;
    closes?: number;
    weekdays?: Weekday[];
    minAgeMonths?: number;
    maxAgeMonths?: number;
  } = {},
): Promise<{ id: string; sectionId: string }> {
  const id = values.id ?? unique("facility");
  const sectionId = `${id}-section`;
  const hours = weekdays.map((weekday) => ({ weekday, startMinute: opens, endMinute: closes }));
  await db.facility.create({
    data: {
      name: id,
      kind: "multiAccueil",
      source: "test",
      ...values,
      id,
      places,
      minAgeMonths,
      maxAgeMonths,
      openingHours: { create: hours },
      sections: {
        create: {
          id: sectionId,
          name: "Tous",
          minAgeMonths,
          maxAgeMonths,
          bands: { create: hours.map((band) => ({ ...band, places, validFrom: "2020-01-01" })) },
        },
      },
    },
  });
  return { id, sectionId };
}

export type BuiltRequest = {
  id: string;
  reference: string;
  householdId: string;
  childId: string;
  email: string;
};

/** A family with one guardian, one child of one year, and its request for a nursery place. */
export async function createCareRequest(
  db: Database,
  {
    childFirstName = "Lina",
    birthDay = "2025-09-01",
    pattern = aPattern(),
    ...values
  }: Partial<Omit<Prisma.CareRequestUncheckedCreateInput, "pattern">> & {
    childFirstName?: string;
    birthDay?: string | null;
    pattern?: WeeklyPattern;
  } = {},
): Promise<BuiltRequest> {
  const id = values.id ?? unique("request");
  const householdId = values.householdId ?? `${id}-household`;
  const email = `${id}@example.fr`;
  if (!values.householdId) {
    await db.household.create({
      data: {
        id: householdId,
        createdAt: aMonday,
        guardians: { create: { firstName: "Sam", lastName: "Martin", email, rank: 1 } },
      },
    });
  }
  const childId = values.childId ?? `${id}-child`;
  if (!values.childId) {
    await db.child.create({
      data: {
        id: childId,
        householdId,
        firstName: childFirstName,
        lastName: "Martin",
        birthDay,
        expectedOn: birthDay ? null : "2027-01-10",
      },
    });
  }
  const minutes = weeklyMinutes(pattern);
  const created = await db.careRequest.create({
    data: {
      reference: `GF-26-${String(counter).padStart(5, "0")}`,
      kind: "nursery",
      status: "submitted",
      weeklyMinutes: minutes,
      atypicalMinutes: 0,
      startOn: "2026-10-05",
      submittedAt: aMonday,
      trackingTokenHash: id,
      ...values,
      id,
      householdId,
      childId,
      pattern: pattern as unknown as Prisma.InputJsonValue,
    },
  });
  return { id, reference: created.reference, householdId, childId, email };
}

/** An account with one role, and its visit with a permission. */
export async function visitAs(
  db: Database,
  role: Role,
  permission: Permission,
  {
    organisationId = null,
    facilityId = null,
    householdIds = [],
    now = aMonday,
  }: Partial<Grant> & { householdIds?: string[]; now?: Date } = {},
): Promise<SignedVisit> {
  const accountId = unique("account");
  await db.account.create({
    data: { id: accountId, email: `${accountId}@example.fr`, displayName: accountId, createdAt: now },
  });
  const actor: Actor = {
    accountId,
    displayName: accountId,
    email: `${accountId}@example.fr`,
    grants: [{ role, organisationId, facilityId }],
    householdIds,
  };
  return {
    db: db as SignedVisit["db"],
    now,
    today: dayOf(now),
    language: "fr",
    t: translator("fr"),
    actor,
    scope: scopeOf(actor, permission) ?? noScope,
  };
}
