import { randomBytes } from "node:crypto";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { pairingCode, pairingMinutes } from "../rules/pairing-code.ts";
import { countOpenDevices, insertDevice, renewPairing } from "../store/devices.server.ts";
import { type SignedVisit, notFound } from "../visit.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

export const mostDevices = 40;
export type DeviceAdded = { ok: true; code: string } | { ok: false; error: "access:device.error.tooMany" };

const newPairing = (now: Date): { code: string; pairingHash: string; pairingExpiresAt: Date } => {
  const code = pairingCode(randomBytes(64));
  const pairingExpiresAt = new Date(now.getTime() + pairingMinutes * 60_000);
  return { code, pairingHash: hashToken(code), pairingExpiresAt };
};

/** Prepares a tablet: the code is given once, to be typed on it; only its hash is kept. */
export async function addDevice(visit: SignedVisit, facilityId: string, name: string): Promise<DeviceAdded> {
  const { code, ...pairing } = newPairing(visit.now);
  return inTransaction(visit.db, async (tx): Promise<DeviceAdded> => {
    if ((await countOpenDevices(tx, facilityId)) >= mostDevices)
      return { ok: false, error: "access:device.error.tooMany" };
    const createdBy = visit.actor.accountId;
    const id = await insertDevice(tx, { facilityId, name, ...pairing, createdAt: visit.now, createdBy });
    await logFileRead({ ...visit, db: tx }, "device", id, "add");
    return { ok: true, code };
  });
}

/** Another code for a tablet on which the first was not typed in time. @throws 404 when it is paired, or cut off */
export async function renewDeviceCode(
  visit: SignedVisit,
  facilityId: string,
  id: string,
): Promise<DeviceAdded> {
  const { code, ...pairing } = newPairing(visit.now);
  if (!(await renewPairing(visit.db, { id, facilityId }, pairing))) throw notFound();
  return { ok: true, code };
}
