// Places that nobody would hold after a run, half-hour by half-hour over two weeks: the fewest of the whole window.
import { usualEnd } from "#app/allocation/rules/usual-end.ts";
import { supplyOf, staffCap, staffUnitsOf } from "./facility-supply.ts";
import { touches } from "./facility-periods.ts";
import { type HalfHours, halfHoursOf, halfHoursOfFortnight, halfHoursOfWeek } from "./half-hours.ts";
import type { PlannedPart } from "./meeting-options.ts";
import type { MeetingTown, TownFacility } from "./meeting-town.ts";

/** By section: places left, never below zero; never more than its facility has, nor than its adults may keep. */
export type FreePlaces = Map<string, Int32Array>;

export function freePlaces(
  facility: TownFacility,
  { startFrom, startTo, parameters }: Pick<MeetingTown, "startFrom" | "startTo" | "parameters">,
  placed: readonly PlannedPart[],
): FreePlaces {
  const window = { id: "", from: startFrom, to: usualEnd(startTo) };
  const supply = supplyOf(facility, window, parameters);
  const held = new Map(facility.sections.map(({ id }) => [id, new Int32Array(halfHoursOfFortnight)]));
  const put = (sectionId: string, mask: HalfHours): void => {
    const heads = held.get(sectionId);
    if (heads) mask.forEach((one, at) => (heads[at]! += one));
  };
  for (const { rows } of facility.seats)
    for (const row of rows)
      if (touches(window, { from: row.startOn, to: row.endOn })) put(row.sectionId, halfHoursOf(row.pattern));
  for (const part of placed) if (part.facilityId === facility.id) put(part.sectionId, part.mask);
  const units = facility.sections.map((section) => staffUnitsOf(facility, section, parameters));
  return new Map(
    facility.sections.map(({ id }, index) => [
      id,
      Int32Array.from({ length: halfHoursOfFortnight }, (_, at) => {
        const hour = at % halfHoursOfWeek;
        const heads = facility.sections.map((section) => held.get(section.id)![at]!);
        const all = heads.reduce((sum, count) => sum + count, 0);
        const staff = supply.staff[hour]!;
        const taken = heads.reduce((sum, count, other) => sum + count * units[other]!, 0);
        const byStaff =
          staff < 0 || units[index] === 0
            ? Infinity
            : Math.floor(
                (staffCap(facility, parameters, { staff, long: supply.long[hour] === 1 }) - taken) /
                  units[index]!,
              );
        return Math.max(
          0,
          Math.min(supply.sections.get(id)![hour]! - heads[index]!, supply.total[hour]! - all, byStaff),
        );
      }),
    ]),
  );
}

/** Half-hours of places left in an average week. */
export function freeHalfHours(left: Int32Array): number {
  return Math.round(left.reduce((sum, places) => sum + places, 0) / 2);
}

/** Whether every half-hour of some hours has a place left. */
export function fitsIn(left: Int32Array, mask: HalfHours): boolean {
  return mask.every((held, at) => held === 0 || left[at]! > 0);
}
