// The guard of the tablet's doors. A paired device reaches these and no other: its cookie is not a session, and
// visit.server.ts does not read it.
import { dayOf } from "#app/calendar/rules/instant.ts";
import { translator } from "#app/i18n/resources.server.ts";
import { languageOf } from "#app/i18n/translator.ts";
import { database } from "#app/platform/database/client.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { deviceCookie, languageCookie } from "#app/platform/web/cookies.server.ts";
import { findDevice, touchDevice } from "./store/devices.server.ts";
import { type SignedVisit, type Visit, requirePermission } from "./visit.server.ts";

/** A visit by a tablet: a facility, and nobody's name. */
export type DeviceVisit = Pick<Visit, "db" | "now" | "today" | "language" | "t"> & {
  facilityId: string;
  deviceId: string;
};
/** Who marks presence: a tablet, or somebody signed in who may. */
export type MarkerVisit = DeviceVisit | SignedVisit;

/** Devices are marked as seen at most this often: a reading must not cost a write. */
const seenEveryMilliseconds = 60_000;

const deviceToken = async (request: Request): Promise<string | null> => {
  const token: unknown = await deviceCookie().parse(request.headers.get("Cookie"));
  return typeof token === "string" && token !== "" ? token : null;
};

/** The tablet at the door; null when there is none, or it has been cut off. */
export async function findDeviceVisit(request: Request): Promise<DeviceVisit | null> {
  const token = await deviceToken(request);
  if (token === null) return null;
  const db = database();
  const now = new Date();
  const device = await findDevice(db, hashToken(token));
  if (!device) return null;
  const { id: deviceId, facilityId, lastSeenAt } = device;
  if (!lastSeenAt || now.getTime() - lastSeenAt.getTime() > seenEveryMilliseconds)
    await touchDevice(db, deviceId, now);
  const chosen: unknown = await languageCookie().parse(request.headers.get("Cookie"));
  const language = languageOf(chosen, request.headers.get("Accept-Language"));
  return { db, now, today: dayOf(now), language, t: translator(language), facilityId, deviceId };
}

/** What a tablet reads when it has been cut off: it then empties itself. */
export const cutOff = (): Response =>
  Response.json({ error: "cutOff" }, { status: 401, headers: { "Cache-Control": "no-store" } });

/** For what only a paired tablet may do. @throws 401 for any other browser, and for a device that was cut off */
export async function requireDevice(request: Request): Promise<DeviceVisit> {
  const visit = await findDeviceVisit(request);
  if (!visit) throw cutOff();
  return visit;
}

/**
 * For the doors that mark presence. `?structure=` is how somebody signed in says which facility; without it a browser
 * that holds a device's cookie is that device.
 */
export async function requireMarker(request: Request): Promise<MarkerVisit> {
  const named = new URL(request.url).searchParams.has("structure");
  if (!named && (await deviceToken(request)) !== null) return requireDevice(request);
  return requirePermission(request, "presence:mark");
}

/** How the ledger names whoever made a mark. */
export function markerOf(visit: MarkerVisit): { deviceId: string | null; accountId: string | null } {
  return "deviceId" in visit
    ? { deviceId: visit.deviceId, accountId: null }
    : { deviceId: null, accountId: visit.actor.accountId };
}
