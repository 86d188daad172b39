import type { Weekday } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { FacilityKind, OrganisationKind } from "../rules/kinds.ts";
import type { FacilityFacts, OpenHours } from "../rules/stated-facility.ts";

export type KnownOrganisation = { id: string; name: string; kind: OrganisationKind };
export type KnownFacility = FacilityFacts & { id: string; sections: number };

export async function findOrganisations(db: Database): Promise<KnownOrganisation[]> {
  const rows = await db.organisation.findMany({ select: { id: true, name: true, kind: true } });
  return rows.map((row) => ({ ...row, kind: row.kind as OrganisationKind }));
}

/** Facilities as a file would state them. */
export async function findStatedFacilities(db: Database): Promise<KnownFacility[]> {
  const rows = await db.facility.findMany({
    include: {
      organisation: { select: { name: true } },
      openingHours: { orderBy: [{ weekday: "asc" }, { startMinute: "asc" }] },
      _count: { select: { sections: true } },
    },
  });
  return rows.map(({ organisation, openingHours, _count, organisationId: _id, ...row }) => ({
    ...row,
    kind: row.kind as FacilityKind,
    operatorName: organisation?.name ?? null,
    hours: openingHours.map(({ weekday, startMinute, endMinute }) => ({
      weekday: weekday as Weekday,
      start: startMinute,
      end: endMinute,
    })),
    sections: _count.sections,
  }));
}

export async function insertOrganisation(
  tx: Database,
  organisation: Omit<KnownOrganisation, "id">,
): Promise<string> {
  return (await tx.organisation.create({ data: organisation })).id;
}

export async function updateOrganisationKind(
  tx: Database,
  id: string,
  kind: OrganisationKind,
): Promise<void> {
  await tx.organisation.update({ where: { id }, data: { kind } });
}

const openingRows = (hours: OpenHours[]) =>
  hours.map(({ weekday, start, end }) => ({ weekday, startMinute: start, endMinute: end }));

type Written = Omit<FacilityFacts, "operatorName" | "hours"> & {
  organisationId?: string | null;
  hours: OpenHours[] | null;
};

export async function insertFacility(tx: Database, { hours, ...facility }: Written): Promise<void> {
  await tx.facility.create({ data: { ...facility, openingHours: { create: openingRows(hours ?? []) } } });
}

/** Hours are replaced as a whole. */
export async function updateFacility(
  tx: Database,
  id: string,
  { hours, ...changes }: Partial<Written>,
): Promise<void> {
  await tx.facility.update({
    where: { id },
    data: {
      ...changes,
      ...(hours ? { openingHours: { deleteMany: {}, create: openingRows(hours) } } : {}),
    },
  });
}
