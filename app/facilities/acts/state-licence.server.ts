import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { StatedLicence } from "../rules/licence-form.ts";
import { type Refused, refuseFrom } from "../rules/versions.ts";
import { replaceLicence } from "../store/bands.server.ts";
import { requireManaged } from "./require-managed.server.ts";

/** The licence of a section from a day on. The days before keep the one they had, for the figures of those days. */
export async function stateLicence(
  visit: SignedVisit,
  facilityId: string | undefined,
  sectionId: string,
  { validFrom, bands }: StatedLicence,
): Promise<{ ok: true } | Refused> {
  return inTransaction(visit.db, async (tx) => {
    const facility = await requireManaged(visit, tx, facilityId);
    const section = facility.sections.find(({ id }) => id === sectionId);
    if (!section) throw notFound();
    const refused = refuseFrom(section.bands, validFrom, visit.today);
    if (refused) return refused;
    await replaceLicence(tx, sectionId, validFrom, bands);
    await logFileRead({ ...visit, db: tx }, "facility", facility.id, "licence");
    return { ok: true };
  });
}
