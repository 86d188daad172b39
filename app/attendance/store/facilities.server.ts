import type { Scope } from "#app/access/rules/permissions.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { DatedBand } from "#app/facilities/rules/capacity.ts";
import type { Closure } from "../rules/days-off.ts";

/** The facilities that a scope covers. */
function inScope({ town, organisationIds, facilityIds }: Scope): Prisma.FacilityWhereInput {
  if (town) return {};
  return { OR: [{ id: { in: facilityIds } }, { organisationId: { in: organisationIds } }] };
}

export type FacilityLine = { id: string; name: string; kind: FacilityKind };

export async function listFacilitiesInScope(db: Database, scope: Scope): Promise<FacilityLine[]> {
  const rows = await db.facility.findMany({
    where: inScope(scope),
    select: { id: true, name: true, kind: true },
    orderBy: { name: "asc" },
  });
  return rows as FacilityLine[];
}

export type FacilityFile = {
  id: string;
  name: string;
  kind: FacilityKind;
  organisationId: string | null;
  sections: { id: string; name: string; bands: DatedBand[] }[];
  closures: Closure[];
};

/** A facility with its sections, youngest first, and its closures from a day on. */
export async function findFacility(
  db: Database,
  id: string,
  closuresFrom: CalendarDay,
): Promise<FacilityFile | null> {
  const row = await db.facility.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      kind: true,
      organisationId: true,
      sections: {
        select: {
          id: true,
          name: true,
          bands: {
            select: {
              weekday: true,
              startMinute: true,
              endMinute: true,
              places: true,
              validFrom: true,
              validTo: true,
            },
          },
        },
        orderBy: [{ minAgeMonths: "asc" }, { name: "asc" }],
      },
      closures: {
        where: { toDay: { gte: closuresFrom } },
        select: { fromDay: true, toDay: true, label: true },
        orderBy: { fromDay: "asc" },
      },
    },
  });
  return row as FacilityFile | null;
}
