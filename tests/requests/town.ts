// A small town with its desks: what the tests of referral and proofs share.
import type { Database } from "#app/platform/database/client.server.ts";
import { recordReferral } from "#app/requests/acts/record-referral.server.ts";
import {
  type BuiltRequest,
  aMonday,
  createCareRequest,
  createFacility,
  createOrganisation,
} from "#tests/support/builders.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";

export const today = "2026-09-14" as CalendarDay;

/** The CCAS, the RPE, two associations with a school and a site each, two nurseries: one by day, one day and night. */
export async function openTown(db: Database): Promise<void> {
  await createOrganisation(db, { id: "ccas", name: "CCAS", kind: "ccas" });
  await createOrganisation(db, { id: "rpe", name: "Relais", kind: "rpe" });
  await createFacility(db, { id: "day", name: "Les Lucioles", organisationId: "ccas" });
  const allDays = [1, 2, 3, 4, 5, 6, 7] as const;
  await createFacility(db, {
    id: "night",
    name: "La Veilleuse",
    opens: 0,
    closes: 1440,
    weekdays: [...allDays],
  });
  for (const name of ["north", "south"]) {
    await createOrganisation(db, {
      id: `association-${name}`,
      name: `Association ${name}`,
      kind: "association",
    });
    await db.school.create({ data: { id: `school-${name}`, name: `École ${name}`, level: "primaire" } });
    const organisationId = `association-${name}`;
    await createFacility(db, {
      id: `site-${name}`,
      kind: "afterSchool",
      organisationId,
      minAgeMonths: 36,
      maxAgeMonths: 143,
    });
    await db.schoolSite.create({ data: { schoolId: `school-${name}`, facilityId: `site-${name}` } });
  }
}

type Asked = Parameters<typeof createCareRequest>[1] & { schoolId?: string; facts?: string[] };

/** A request that has just come in: stated facts, proposed referrals. */
export async function arrive(
  db: Database,
  { schoolId, facts = [], ...asked }: Asked = {},
): Promise<BuiltRequest> {
  const built = await createCareRequest(db, asked);
  if (schoolId) await db.child.update({ where: { id: built.childId }, data: { schoolId } });
  await db.priorityFact.createMany({
    data: facts.map((code) => ({ careRequestId: built.id, code, proofState: "stated" })),
  });
  await recordReferral(db, { careRequestId: built.id, at: aMonday, today });
  return built;
}

export async function standing(
  db: Database,
  id: string,
): Promise<{ status: string; version: number; nextStepBy: string | null; handlerId: string | null }> {
  return db.careRequest.findUniqueOrThrow({
    where: { id },
    select: { status: true, version: true, nextStepBy: true, handlerId: true },
  });
}
