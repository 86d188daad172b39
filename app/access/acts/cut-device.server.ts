import { inTransaction } from "#app/platform/database/client.server.ts";
import { deviceCookie } from "#app/platform/web/cookies.server.ts";
import type { DeviceVisit } from "../device-visit.server.ts";
import { revokeDevice } from "../store/devices.server.ts";
import { type SignedVisit, notFound } from "../visit.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

/** Cuts a tablet off: its next request is refused, and its page empties itself. @throws 404 when it already is */
export async function cutDevice(visit: SignedVisit, facilityId: string, id: string): Promise<void> {
  await inTransaction(visit.db, async (tx) => {
    const revoked = { at: visit.now, by: visit.actor.accountId };
    if (!(await revokeDevice(tx, { id, facilityId }, revoked))) throw notFound();
    await logFileRead({ ...visit, db: tx }, "device", id, "cut");
  });
}

/** The tablet itself leaves: it has emptied its page, and must be paired again. Answers the header that forgets it. */
export async function leaveDevice(visit: DeviceVisit): Promise<string> {
  const { deviceId: id, facilityId } = visit;
  await revokeDevice(visit.db, { id, facilityId }, { at: visit.now, by: id });
  return deviceCookie().serialize("", { maxAge: 0 });
}
