import { type DeviceRow, listDevices } from "../store/devices.server.ts";
import type { SignedVisit } from "../visit.server.ts";

export type DeviceLine = DeviceRow & { standing: "paired" | "waiting" | "expired" | "cut" };

/** The tablets of a facility; those cut off are shown for thirty days. */
export async function readDevices(visit: SignedVisit, facilityId: string): Promise<DeviceLine[]> {
  const recent = visit.now.getTime() - 30 * 24 * 3600_000;
  const rows = await listDevices(visit.db, facilityId);
  return rows
    .filter(({ revokedAt }) => revokedAt === null || revokedAt.getTime() > recent)
    .map((row) => {
      const waits = row.pairingExpiresAt !== null && row.pairingExpiresAt > visit.now;
      const open = row.pairedAt ? "paired" : waits ? "waiting" : "expired";
      return { ...row, standing: row.revokedAt ? "cut" : open };
    });
}
