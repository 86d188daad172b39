import { translator } from "#app/i18n/resources.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { queueMessage } from "#app/platform/mail/outbox.server.ts";
import { readGuardians } from "#app/requests/acts/read-guardians.server.ts";
import type { Letter, Reader } from "../messages/offer-letters.ts";

/**
 * Writes to each guardian of a request who has an address, in the language of the request.
 * @param reason id of the message, to which the guardian's rank is added
 * @returns how many are written to
 */
export async function queueForGuardians(
  tx: Database,
  careRequestId: string,
  reason: string,
  now: Date,
  write: (reader: Reader) => Letter,
): Promise<number> {
  const { language, guardians } = await readGuardians(tx, careRequestId);
  for (const { rank, firstName, email } of guardians) {
    const letter = write({ t: translator(language), language, firstName });
    await queueMessage(tx, { id: `${reason}:${rank}`, recipient: email, language, now, ...letter });
  }
  return guardians.length;
}
