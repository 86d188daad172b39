import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type ManagedFacility, findManagedFacility } from "../store/managed.server.ts";

/**
 * The facility of an address, for whoever may run it.
 * @throws 404 for one that does not exist, or is not the visitor's
 */
export async function requireManaged(
  { scope }: Pick<SignedVisit, "scope">,
  db: Database,
  id: string | undefined,
): Promise<ManagedFacility> {
  const facility = id ? await findManagedFacility(db, id) : null;
  if (!facility || !within(scope, { facilityId: facility.id, organisationId: facility.organisationId }))
    throw notFound();
  return facility;
}
