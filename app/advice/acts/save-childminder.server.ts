import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { recordChildminder } from "#app/facilities/acts/record-childminder.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { ChildminderOffer } from "../rules/childminder-form.ts";

export type ChildminderSaved = { ok: true; id: string } | { ok: false; field: string; error: string };

/**
 * Adds a childminder (`id` null), or writes down what one offers from a day on. A change begins today at the
 * earliest: what families hold was agreed on what was offered then.
 */
export async function saveChildminder(
  visit: SignedVisit,
  id: string | null,
  { nom: name, quartier: quarterName, places, heures, debut }: ChildminderOffer,
): Promise<ChildminderSaved> {
  if (id !== null && debut < visit.today)
    return { ok: false, field: "debut", error: "advice:childminders.error.past" };
  const hours = heures.slots.map(({ weekday, start, end }) => ({ weekday, start, end }));
  return inTransaction(visit.db, async (tx): Promise<ChildminderSaved> => {
    const recorded = await recordChildminder(tx, id, {
      name,
      quarterName,
      availability: { places, hours, from: debut },
      sectionName: visit.t("advice:childminders.section"),
      source: visit.t("advice:childminders.source"),
    });
    if (!recorded) throw notFound();
    if (recorded.ok) return recorded;
    return { ok: false, field: recorded.field, error: `advice:childminders.error.${recorded.error}` };
  });
}
