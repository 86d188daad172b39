import { translator } from "#app/i18n/resources.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { queueMessage } from "#app/platform/mail/outbox.server.ts";
import { writeAsked, writeTakenBack } from "../messages/occasional-letters.ts";
import { type OccasionalRow, listStayReaders } from "../store/occasional.server.ts";

type Letter = { asked: { token: string; answerBy: Date } } | "takenBack";

/** Writes to the guardians of a stay's child, in the caller's transaction. */
export async function tellOccasional(
  tx: Database,
  stay: OccasionalRow,
  about: Letter,
  now: Date,
): Promise<void> {
  const { publicUrl } = env();
  for (const { guardianId, firstName, email, language } of await listStayReaders(tx, stay.contractId)) {
    const reader = { t: translator(language), language, firstName };
    const letter =
      about === "takenBack"
        ? writeTakenBack(reader, stay, `${publicUrl}/famille/occasionnel`)
        : writeAsked(
            reader,
            { ...stay, answerBy: about.asked.answerBy },
            `${publicUrl}/occasionnel/${about.asked.token}`,
          );
    const name = about === "takenBack" ? about : "asked";
    const id = `occasional-${name}:${stay.id}:${guardianId}`;
    await queueMessage(tx, { id, recipient: email, language, now, ...letter });
  }
}
