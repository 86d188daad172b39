import { translator } from "#app/i18n/resources.server.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { queueMessage } from "#app/platform/mail/outbox.server.ts";
import type { MessageFrame, MessageText } from "../messages/message.ts";
import { readGuardians } from "./read-guardians.server.ts";

/** Puts a message to each guardian in the outbox, in the caller's transaction; one reason sends once. */
export async function queueToGuardians(
  tx: Database,
  careRequestId: string,
  message: {
    /** "referred:<version>": with the request and the guardian, the id of the message. */
    reason: string;
    now: Date;
    compose: (t: Translate, language: Language, frame: MessageFrame) => MessageText;
  },
): Promise<void> {
  const { language, reference, guardians } = await readGuardians(tx, careRequestId);
  const link = `${env().publicUrl}/famille/demandes/${careRequestId}`;
  for (const { rank, firstName, email } of guardians) {
    await queueMessage(tx, {
      id: `${message.reason}:${careRequestId}:${rank}`,
      recipient: email,
      language,
      now: message.now,
      ...message.compose(translator(language), language, { firstName, reference, link }),
    });
  }
}
