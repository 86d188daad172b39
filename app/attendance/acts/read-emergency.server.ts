import type { SignedVisit } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { emergencyCare } from "../rules/notice.ts";
import { requireFacility } from "./require-facility.server.ts";

export type EmergencyView = {
  facility: { id: string; name: string };
  sections: { id: string; name: string }[];
  today: CalendarDay;
  /** The last day that care from today may have. */
  latest: CalendarDay;
  maxDays: number;
};

/** What the form of emergency care needs. */
export async function readEmergency(
  visit: SignedVisit,
  facilityId: string | undefined,
): Promise<EmergencyView> {
  const { id, name, sections } = await requireFacility(visit, facilityId);
  const { today } = visit;
  const { maxDays } = await readParameter(visit.db, "emergency-care", today, emergencyCare);
  return {
    facility: { id, name },
    sections: sections.map((section) => ({ id: section.id, name: section.name })),
    today,
    latest: addDays(today, maxDays - 1),
    maxDays,
  };
}
