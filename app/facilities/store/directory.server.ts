import type { CalendarDay, Weekday } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { DirectoryFacility } from "../rules/directory.ts";
import type { FacilityKind } from "../rules/kinds.ts";

/** Without the childminders who take no child any more. */
export async function findDirectory(db: Database, today: CalendarDay): Promise<DirectoryFacility[]> {
  const rows = await db.facility.findMany({
    where: {
      OR: [
        { kind: { not: "childminder" satisfies FacilityKind } },
        { sections: { none: { bands: { some: {} } } } },
        {
          sections: {
            some: { bands: { some: { OR: [{ validTo: null }, { validTo: { gte: today } }] } } },
          },
        },
      ],
    },
    select: {
      id: true,
      name: true,
      kind: true,
      quarterName: true,
      address: true,
      places: true,
      homeBasedPlaces: true,
      minAgeMonths: true,
      maxAgeMonths: true,
      statedIn: true,
      source: true,
      organisation: { select: { name: true } },
      openingHours: { select: { weekday: true, startMinute: true, endMinute: true } },
    },
  });
  return rows.map(({ organisation, openingHours, kind, ...row }) => ({
    ...row,
    kind: kind as FacilityKind,
    operatorName: organisation?.name ?? null,
    hours: openingHours.map(({ weekday, startMinute, endMinute }) => ({
      weekday: weekday as Weekday,
      start: startMinute,
      end: endMinute,
    })),
  }));
}
