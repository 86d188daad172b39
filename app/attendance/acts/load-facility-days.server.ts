import { type CalendarDay, daysFrom } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { careBounds } from "../rules/care-bounds.ts";
import { type DayStaff, staffOfDays } from "../rules/day-staff.ts";
import type { DayOff } from "../rules/days-off.ts";
import { type Standing, isUnplanned, standingAt } from "../rules/presence.ts";
import type { CalendarContract } from "../store/calendar-stays.server.ts";
import type { FacilityFile } from "../store/facilities.server.ts";
import { loadStays } from "./load-stays.server.ts";
import { readCapacity } from "./read-capacity.server.ts";

export type FacilityStay = {
  contract: CalendarContract;
  plannedStart: Date;
  plannedEnd: Date;
  standing: Standing;
  changedAt: Date;
};

export type FacilityDay = {
  day: CalendarDay;
  off: DayOff | null;
  staff: DayStaff | null;
  /** Children whose first day of care it is. */
  arrivals: CalendarContract[];
  /** Occasional hours that wait for a place, or for a family's word. */
  asked: number;
  /** Sections that expect somebody, in the order of the facility. */
  sections: { id: string; name: string; expected: number; absent: number; stays: FacilityStay[] }[];
};

/** What a facility expects day by day: children section by section, those who begin, staff planned against needed. */
export async function loadFacilityDays(
  { db, now }: { db: Database; now: Date },
  facility: FacilityFile,
  from: CalendarDay,
  to: CalendarDay,
): Promise<FacilityDay[]> {
  const facilityId = facility.id;
  const { stays, contracts, asked, off } = await loadStays({ db, now }, { facilityId }, from, to);
  const { limits } = await readCapacity(db, { facilityId, from, to });
  const staff = staffOfDays(limits);
  const begun = careBounds([...contracts.values()], from, to).filter(({ what }) => what === "careStart");
  const expected = stays.filter((stay) => !isUnplanned(stay));
  return daysFrom(from, to).map((day) => {
    const ofDay = expected.filter((stay) => stay.day === day);
    const sections = facility.sections.map(({ id, name }) => {
      const own = ofDay.flatMap((stay): FacilityStay[] => {
        const contract = contracts.get(stay.contractId)!;
        if (contract.sectionId !== id) return [];
        const { plannedStart, plannedEnd, markedAt } = stay;
        const standing = standingAt(stay, now);
        return [{ contract, plannedStart, plannedEnd, standing, changedAt: markedAt ?? contract.createdAt }];
      });
      const absent = own.filter(({ standing }) => standing === "absent").length;
      return { id, name, expected: own.length - absent, absent, stays: own };
    });
    return {
      day,
      off: off.get(facilityId)?.get(day) ?? null,
      staff: staff.get(day) ?? null,
      arrivals: begun.filter((bound) => bound.day === day).map(({ row }) => row),
      asked: asked.filter((stay) => stay.day === day).length,
      sections: sections.filter((section) => section.stays.length > 0),
    };
  });
}
