// Licensed places and staff: bands of a weekday that hold from a day to a day.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Band } from "../rules/capacity.ts";
import type { StaffBand } from "../rules/settings.ts";

const endsFrom = (day: CalendarDay) => ({ OR: [{ validTo: null }, { validTo: { gte: day } }] });

/** The licence of a section from a day on: what holds ends the day before, what was to come is forgotten. */
export async function replaceLicence(
  tx: Database,
  sectionId: string,
  from: CalendarDay,
  bands: readonly Band[],
): Promise<void> {
  await tx.capacityBand.deleteMany({ where: { sectionId, validFrom: { gte: from } } });
  await tx.capacityBand.updateMany({
    where: { sectionId, ...endsFrom(from) },
    data: { validTo: addDays(from, -1) },
  });
  await tx.capacityBand.createMany({
    data: bands.map((band) => ({ ...band, sectionId, validFrom: from, validTo: null })),
  });
}

export async function insertStaff(
  tx: Database,
  facilityId: string,
  bands: readonly Omit<StaffBand, "validTo">[],
): Promise<void> {
  await tx.staffBand.createMany({ data: bands.map((band) => ({ ...band, facilityId })) });
}

/** Ends bands the day before `from`; those that would then never have begun are forgotten. @returns how many */
export async function endStaffBands(
  tx: Database,
  facilityId: string,
  ids: readonly string[],
  from: CalendarDay,
): Promise<number> {
  const own = { facilityId, id: { in: [...ids] } };
  const forgotten = await tx.staffBand.deleteMany({ where: { ...own, validFrom: { gte: from } } });
  const ended = await tx.staffBand.updateMany({
    where: { ...own, ...endsFrom(from) },
    data: { validTo: addDays(from, -1) },
  });
  return forgotten.count + ended.count;
}
