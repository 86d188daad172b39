import { within } from "#app/access/rules/permissions.ts";
import { type Visit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { firstChangeDay } from "../rules/agreement.ts";
import { listStaysFrom } from "../store/agreement-stays.server.ts";
import { type Agreement, findAgreement } from "../store/agreements.server.ts";

/**
 * An agreement of a facility, for a visit whose scope covers it.
 * @throws 404 for one that does not exist, is of another facility, or is not the visitor's
 */
export async function requireAgreement(
  { scope }: Pick<Visit, "scope">,
  db: Database,
  facilityId: string | undefined,
  id: string | undefined,
): Promise<Agreement> {
  const agreement = id ? await findAgreement(db, id) : null;
  if (!agreement || agreement.facility.id !== facilityId) throw notFound();
  const { organisationId } = agreement.facility;
  if (!within(scope, { facilityId, organisationId })) throw notFound();
  return agreement;
}

/** The first day of an agreement that may still change: what has begun, or was marked, is the past. */
export async function firstDayToChange(
  db: Database,
  { rows }: Pick<Agreement, "rows">,
  { today, now }: { today: CalendarDay; now: Date },
): Promise<CalendarDay> {
  const ids = rows.map(({ id }) => id);
  const stays = await listStaysFrom(db, ids, today);
  return firstChangeDay(
    today,
    now,
    stays.filter(({ day }) => day === today),
  );
}
