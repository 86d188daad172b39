import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { StatedSettings } from "../rules/settings-form.ts";
import { type Refused, refuseFrom } from "../rules/versions.ts";
import { putSettings } from "../store/settings.server.ts";
import { requireManaged } from "./require-managed.server.ts";

/** What a facility chooses from a day on. What is in force is never edited: history stays what it was. */
export async function stateSettings(
  visit: SignedVisit,
  facilityId: string | undefined,
  settings: StatedSettings,
): Promise<{ ok: true } | Refused> {
  return inTransaction(visit.db, async (tx) => {
    const facility = await requireManaged(visit, tx, facilityId);
    const refused = refuseFrom(facility.settings, settings.validFrom, visit.today);
    if (refused) return refused;
    await putSettings(tx, facility.id, settings);
    await logFileRead({ ...visit, db: tx }, "facility", facility.id, "settings");
    return { ok: true };
  });
}
