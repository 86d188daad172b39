import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { applyMark } from "../rules/apply-mark.ts";
import { listSiteBands } from "../store/site-day.server.ts";
import { bandOf } from "../rules/site-bands.ts";
import { standingAt } from "../rules/presence.ts";
import { listFacilityPresences, updatePresence } from "../store/presences.server.ts";
import { openLedger } from "./open-ledger.server.ts";
import { writeMark } from "./write-mark.server.ts";

/**
 * Once the exceptions of a day are marked, says of all the others of a section, or of a band of after-school care, that they were there at the planned
 * hours. Only stays that are over and that nobody has marked are touched.
 * @returns how many
 */
export async function confirmPresences(
  visit: SignedVisit,
  facilityId: string,
  { sectionId, day }: { sectionId: string; day: CalendarDay },
): Promise<number> {
  return inTransaction(visit.db, async (tx) => {
    const rows = await listFacilityPresences(tx, facilityId, day, day);
    const bands = sectionId.startsWith("band-") ? await listSiteBands(tx, facilityId, day) : null;
    let confirmed = 0;
    for (const row of rows) {
      const group = bands ? bandOf(row, bands) : row.sectionId;
      if (group !== sectionId || standingAt(row, visit.now) !== "unknown") continue;
      const marked = applyMark(row, "asPlanned", visit.now);
      const by = { by: visit.actor.accountId, at: visit.now };
      if (!marked.ok) continue;
      const stay = { ...row, facilityId };
      const ledger = await openLedger(tx, stay, visit.now);
      if (!(await updatePresence(tx, row, marked.change, by))) continue;
      const asked = { mark: "asPlanned" as const, absenceCode: null };
      await writeMark(tx, { stay, ledger, asked, change: marked.change, by: visit.actor, now: visit.now });
      confirmed += 1;
    }
    await logFileRead({ ...visit, db: tx }, "presenceList", `${facilityId}/${day}`, "mark:confirm");
    return confirmed;
  });
}
