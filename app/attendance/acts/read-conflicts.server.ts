import type { Database } from "#app/platform/database/client.server.ts";
import type { AbsenceCode, Mark } from "../rules/presence.ts";
import type { TabletConflict } from "../rules/tablet-day.ts";
import { listOpenConflicts, listStanding } from "../store/operations.server.ts";

/** What two devices say otherwise, at a facility, until a person settles it. */
export async function readConflicts(db: Database, facilityId: string): Promise<TabletConflict[]> {
  const rows = await listOpenConflicts(db, facilityId);
  const standing = await listStanding(
    db,
    rows.map(({ presenceId }) => presenceId),
  );
  return rows.map(({ id, mark, code, at, deviceName, error, stay, firstName, lastName, presenceId }) => ({
    id,
    child: `${firstName} ${lastName}`,
    day: stay.day as TabletConflict["day"],
    mark: mark as Exclude<Mark, "correct">,
    code: code as AbsenceCode | null,
    at: at.getTime(),
    who: deviceName,
    error,
    stands: {
      state: stay.state,
      arrivedAt: stay.arrivedAt?.getTime() ?? null,
      leftAt: stay.leftAt?.getTime() ?? null,
      absenceCode: stay.absenceCode,
      who: standing.get(presenceId) ?? null,
    },
  }));
}
