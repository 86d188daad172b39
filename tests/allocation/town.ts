// The little a test of offers needs: a facility with one section, an agent, families on the list.
import { type SignedVisit } from "#app/access/visit.server.ts";
import { type Scope, noScope } from "#app/access/rules/permissions.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { Weekday } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { hashToken } from "#app/platform/secrets.server.ts";

export const monday = new Date("2026-09-07T08:00:00Z");
export const startOn = asDay("2026-10-05");

/** Monday to Friday by default, in hours. */
export function week(start: number, end: number, weekdays: number[] = [1, 2, 3, 4, 5]): WeeklyPattern {
  const slots = weekdays.map((weekday) => ({
    week: 0 as const,
    weekday: weekday as Weekday,
    start: start * 60,
    end: end * 60,
  }));
  return { cycleWeeks: 1, slots };
}

export const wholeTown: Scope = { ...noScope, town: true };

export function visitOf(
  db: PrismaClient,
  {
    now = monday,
    scope = noScope,
    accountId = "agent",
  }: { now?: Date; scope?: Scope; accountId?: string } = {},
): SignedVisit {
  return {
    db,
    now,
    today: dayOf(now),
    language: "fr",
    t: translator("fr"),
    scope,
    actor: { accountId, displayName: "Agathe Weber", email: "", grants: [], householdIds: [] },
  };
}

export const agentVisit = (db: PrismaClient, now?: Date): SignedVisit =>
  visitOf(db, { now, scope: wholeTown });

export const familyVisit = (db: PrismaClient, householdId: string, now?: Date): SignedVisit =>
  visitOf(db, { now, scope: { ...noScope, householdIds: [householdId] }, accountId: "camille" });

/** A crèche of the CCAS open 7:00–19:00 with one section for all ages. */
export async function openSection(
  db: PrismaClient,
  { id = "lucioles", places = 1 }: { id?: string; places?: number } = {},
): Promise<string> {
  await db.organisation.upsert({
    where: { id: "ccas" },
    create: { id: "ccas", name: "CCAS", kind: "ccas" },
    update: {},
  });
  await db.account.upsert({
    where: { id: "agent" },
    create: { id: "agent", email: "agent@example.org", displayName: "Agathe Weber", createdAt: monday },
    update: {},
  });
  await db.facility.create({
    data: {
      id,
      name: `Crèche ${id}`,
      kind: "multiAccueil",
      organisationId: "ccas",
      source: "essai",
      openingHours: {
        create: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 420, endMinute: 1140 })),
      },
      sections: {
        create: {
          id: `${id}-moyens`,
          name: "Moyens",
          minAgeMonths: 2,
          maxAgeMonths: 40,
          bands: {
            create: [1, 2, 3, 4, 5].map((weekday) => ({
              weekday,
              startMinute: 420,
              endMinute: 1140,
              places,
              validFrom: "2020-01-01",
            })),
          },
        },
      },
    },
  });
  return `${id}-moyens`;
}

/** Care from 5:30 to 17:00: the crèche from 7:00, and before it a childminder. */
export const earlyAndDay = {
  pattern: week(5.5, 17),
  /** As the agent reads them: the longer part first. */
  parts: "lun-ven 07:00-17:00 & lun-ven 05:30-07:00",
};

/** A childminder open 5:30–8:30, of whom only the quarter is known. */
export async function openChildminder(db: PrismaClient, { places = 1 } = {}): Promise<string> {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 330, endMinute: 510 }));
  const id = "nadege";
  await db.facility.create({
    data: {
      ...{ id, name: "Nadège Humbert", kind: "childminder", quarterName: "Borny", source: "essai" },
      openingHours: { create: hours },
      sections: {
        create: {
          ...{ id: `${id}-home`, name: "Accueil à domicile", minAgeMonths: 0, maxAgeMonths: 72 },
          bands: { create: hours.map((band) => ({ ...band, places, validFrom: "2020-01-01" })) },
        },
      },
    },
  });
  return `${id}-home`;
}

/** A family on the waiting list: one child, two guardians who can be written to. */
export async function waitingFamily(
  db: PrismaClient,
  name: string,
  { pattern = week(8, 18), birthDay = "2025-03-01" }: { pattern?: WeeklyPattern; birthDay?: string } = {},
): Promise<{ careRequestId: string; householdId: string; childId: string }> {
  const ids = {
    careRequestId: `request-${name}`,
    householdId: `household-${name}`,
    childId: `child-${name}`,
  };
  await db.household.create({
    data: {
      id: ids.householdId,
      createdAt: monday,
      guardians: {
        create: [
          { rank: 1, firstName: "Camille", lastName: name, email: `camille.${name}@example.org` },
          { rank: 2, firstName: "Noé", lastName: name, email: `noe.${name}@example.org` },
        ],
      },
      children: { create: { id: ids.childId, firstName: "Lina", lastName: name, birthDay } },
    },
  });
  await addRequest(db, ids, pattern);
  return ids;
}

export async function addRequest(
  db: PrismaClient,
  ids: { careRequestId: string; householdId: string; childId: string },
  pattern: WeeklyPattern,
): Promise<void> {
  await db.careRequest.create({
    data: {
      id: ids.careRequestId,
      reference: `GF-26-${ids.careRequestId}`,
      householdId: ids.householdId,
      childId: ids.childId,
      kind: "nursery",
      status: "waiting",
      pattern,
      weeklyMinutes: 3000,
      atypicalMinutes: 0,
      startOn,
      submittedAt: monday,
      handlerId: "ccas",
      trackingTokenHash: hashToken(ids.careRequestId),
    },
  });
}

/** The token of an offer, as its letter carries it. */
export async function tokenOf(db: PrismaClient, offerId: string): Promise<string> {
  const letter = await db.message.findUniqueOrThrow({ where: { id: `offer-sent:${offerId}:1` } });
  return /\/offre\/([\w-]+)/.exec(letter.text)![1]!;
}
