import { within } from "#app/access/rules/permissions.ts";
import { type Visit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type FacilityFile, findFacility } from "../store/facilities.server.ts";

/**
 * The facility of an address, for a visit whose scope covers it.
 * @throws 404 for one that does not exist, or is not the visitor's
 */
export async function requireFacility(
  visit: Visit,
  id: string | undefined,
  closuresFrom: CalendarDay = visit.today,
): Promise<FacilityFile> {
  const facility = id ? await findFacility(visit.db, id, closuresFrom) : null;
  if (!facility) throw notFound();
  const { organisationId } = facility;
  if (!within(visit.scope, { facilityId: facility.id, organisationId })) throw notFound();
  return facility;
}
