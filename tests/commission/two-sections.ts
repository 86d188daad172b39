import type { Database } from "#app/platform/database/client.server.ts";

/** Makes the section of a nursery one of babies, and adds one of walkers; returns the ids of both. */
export async function walkersAt(
  db: Database,
  facilityId: string,
  places: { babies: number; walkers: number },
): Promise<string[]> {
  const [babies, walkers] = [`${facilityId}-section`, `${facilityId}-walkers`];
  await db.section.update({
    where: { id: babies },
    data: {
      ...{ name: "Bébés", minAgeMonths: 2, maxAgeMonths: 17, walking: false },
      bands: { updateMany: { where: {}, data: { places: places.babies } } },
    },
  });
  await db.section.create({
    data: {
      ...{ id: walkers, facilityId, name: "Moyens", minAgeMonths: 18, maxAgeMonths: 47, walking: true },
      bands: {
        create: [1, 2, 3, 4, 5].map((weekday) => ({
          ...{ weekday, startMinute: 420, endMinute: 1140, places: places.walkers },
          validFrom: "2020-01-01",
        })),
      },
    },
  });
  return [babies, walkers];
}
