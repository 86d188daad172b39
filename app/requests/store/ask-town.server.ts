// What the form needs to know of the town: streets, zones, schools, facilities with their hours.
import {
  type CareKind,
  type FacilityKind,
  careKindOf,
  establishmentKinds,
} from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Position } from "#app/territory/rules/distance.ts";
import type { KnownStreet } from "../rules/ask-form-address.ts";
import type { WishableFacility } from "../rules/wishes.ts";

export type AskZone = { code: string; name: string; quarterName: string };
export type PlacedZone = AskZone & { position: Position | null };

const positionOf = ({
  longitude,
  latitude,
}: {
  longitude: number | null;
  latitude: number | null;
}): Position | null => (longitude === null || latitude === null ? null : { longitude, latitude });

export async function listStreets(db: Database): Promise<(KnownStreet & { name: string })[]> {
  return db.street.findMany({
    select: { name: true, searchName: true, zoneCode: true },
    orderBy: { searchName: "asc" },
  });
}

export async function listZones(db: Database): Promise<AskZone[]> {
  return db.zone.findMany({
    select: { code: true, name: true, quarterName: true },
    orderBy: [{ quarterName: "asc" }, { name: "asc" }],
  });
}

export async function findZone(db: Database, code: string): Promise<PlacedZone | null> {
  const zone = await db.zone.findUnique({
    where: { code },
    select: { code: true, name: true, quarterName: true, longitude: true, latitude: true },
  });
  return zone && { code, name: zone.name, quarterName: zone.quarterName, position: positionOf(zone) };
}

export type AskSchool = { id: string; name: string };

export async function listSchools(db: Database): Promise<AskSchool[]> {
  return db.school.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
}

export async function listWishable(
  db: Database,
  careKind: CareKind,
  schoolId: string | null,
): Promise<WishableFacility[]> {
  const kinds = establishmentKinds.filter((kind) => careKindOf(kind) === careKind);
  const rows = await db.facility.findMany({
    where: { kind: { in: kinds } },
    select: {
      id: true,
      name: true,
      kind: true,
      zoneCode: true,
      quarterName: true,
      address: true,
      minAgeMonths: true,
      maxAgeMonths: true,
      organisation: { select: { name: true } },
      openingHours: { select: { weekday: true, startMinute: true, endMinute: true } },
      schools: { where: { schoolId: schoolId ?? "" }, select: { schoolId: true } },
    },
  });
  const zones = await db.zone.findMany({ select: { code: true, longitude: true, latitude: true } });
  const positions = new Map(zones.map((zone) => [zone.code, positionOf(zone)]));
  return rows.map(({ organisation, openingHours, schools, kind, zoneCode, ...facility }) => ({
    ...facility,
    position: positions.get(zoneCode ?? "") ?? null,
    kind: kind as FacilityKind,
    operator: organisation?.name ?? null,
    opening: openingHours,
    servesSchool: schools.length > 0,
  }));
}
