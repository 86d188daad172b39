import type { Database } from "#app/platform/database/client.server.ts";

export type DeviceRow = {
  id: string;
  name: string;
  createdAt: Date;
  pairingExpiresAt: Date | null;
  pairedAt: Date | null;
  lastSeenAt: Date | null;
  revokedAt: Date | null;
};

const columns = {
  id: true,
  name: true,
  createdAt: true,
  pairingExpiresAt: true,
  pairedAt: true,
  lastSeenAt: true,
  revokedAt: true,
} as const;

export async function listDevices(db: Database, facilityId: string): Promise<DeviceRow[]> {
  return db.device.findMany({
    where: { facilityId },
    select: columns,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
}

export async function countOpenDevices(db: Database, facilityId: string): Promise<number> {
  return db.device.count({ where: { facilityId, revokedAt: null } });
}

export async function insertDevice(
  tx: Database,
  device: {
    facilityId: string;
    name: string;
    pairingHash: string;
    pairingExpiresAt: Date;
    createdAt: Date;
    createdBy: string;
  },
): Promise<string> {
  const { id } = await tx.device.create({ data: device, select: { id: true } });
  return id;
}

/** Gives a device that is not paired yet a new code. */
export async function renewPairing(
  tx: Database,
  { id, facilityId }: { id: string; facilityId: string },
  pairing: { pairingHash: string; pairingExpiresAt: Date },
): Promise<boolean> {
  const { count } = await tx.device.updateMany({
    where: { id, facilityId, pairedAt: null, revokedAt: null },
    data: pairing,
  });
  return count === 1;
}

/** Uses up a code: only the first who types it gets the device. */
export async function usePairing(
  tx: Database,
  pairingHash: string,
  tokenHash: string,
  now: Date,
): Promise<{ id: string; facilityId: string } | null> {
  const device = await tx.device.findFirst({
    where: { pairingHash, pairingExpiresAt: { gt: now }, revokedAt: null, pairedAt: null },
    select: { id: true, facilityId: true },
  });
  if (!device) return null;
  const { count } = await tx.device.updateMany({
    where: { id: device.id, pairingHash, pairedAt: null },
    data: { tokenHash, pairedAt: now, lastSeenAt: now, pairingHash: null, pairingExpiresAt: null },
  });
  return count === 1 ? device : null;
}

export async function findDevice(
  db: Database,
  tokenHash: string,
): Promise<{ id: string; facilityId: string; lastSeenAt: Date | null } | null> {
  return db.device.findFirst({
    where: { tokenHash, revokedAt: null },
    select: { id: true, facilityId: true, lastSeenAt: true },
  });
}

export async function touchDevice(db: Database, id: string, now: Date): Promise<void> {
  await db.device.updateMany({ where: { id, revokedAt: null }, data: { lastSeenAt: now } });
}

/** Its token opens nothing from the next request on. */
export async function revokeDevice(
  tx: Database,
  { id, facilityId }: { id: string; facilityId: string },
  revoked: { at: Date; by: string },
): Promise<boolean> {
  const { count } = await tx.device.updateMany({
    where: { id, facilityId, revokedAt: null },
    data: {
      revokedAt: revoked.at,
      revokedBy: revoked.by,
      tokenHash: null,
      pairingHash: null,
      pairingExpiresAt: null,
    },
  });
  return count === 1;
}
