import { redirect } from "@remix-run/node";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { hashToken, newToken } from "#app/platform/secrets.server.ts";
import { deviceCookie } from "#app/platform/web/cookies.server.ts";
import { allowAttempt } from "#app/platform/web/rate-limit.server.ts";
import { typedCode } from "../rules/pairing-code.ts";
import { usePairing } from "../store/devices.server.ts";
import type { Visit } from "../visit.server.ts";

export type PairingRefused = { error: "access:device.error.code" | "access:device.error.tooOften" };

/**
 * Makes a tablet of this browser, when the code typed is one that waits. A code serves once.
 * @param network where the attempt comes from: attempts are counted by it, and all together
 */
export async function pairDevice(
  visit: Visit,
  typed: string,
  network: string,
): Promise<Response | PairingRefused> {
  const allowed = (await allowAttempt("pairing", network)) && (await allowAttempt("everyPairing", "all"));
  if (!allowed) return { error: "access:device.error.tooOften" };
  const code = typedCode(typed);
  const token = newToken();
  const device =
    code &&
    (await inTransaction(visit.db, (tx) => usePairing(tx, hashToken(code), hashToken(token), visit.now)));
  if (!device) return { error: "access:device.error.code" };
  return redirect("/pointage", {
    status: 303,
    headers: { "Set-Cookie": await deviceCookie().serialize(token) },
  });
}
