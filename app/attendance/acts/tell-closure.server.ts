import { translator } from "#app/i18n/resources.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { queueMessage } from "#app/platform/mail/outbox.server.ts";
import { type ClosureNews, writeClosure } from "../messages/closure-letters.ts";
import type { KnownClosure, ConcernedContract } from "../store/closures.server.ts";

/** One letter to each guardian, whatever the number of children it concerns, in the caller's transaction. */
export async function tellClosure(
  tx: Database,
  news: ClosureNews,
  closure: KnownClosure,
  facility: string,
  contracts: readonly ConcernedContract[],
  now: Date,
): Promise<void> {
  const readers = new Map<string, { contract: ConcernedContract; children: Set<string>; at: number }>();
  for (const contract of contracts) {
    for (const [at, { id }] of contract.guardians.entries()) {
      const reader = readers.get(id) ?? { contract, children: new Set<string>(), at };
      reader.children.add(contract.child.firstName);
      readers.set(id, reader);
    }
  }
  for (const [guardianId, { contract, children, at }] of readers) {
    const { firstName, email } = contract.guardians[at]!;
    if (!email) continue;
    const { language } = contract;
    const reader = { t: translator(language), language, firstName };
    const letter = writeClosure(news, reader, closure, {
      facility,
      children: [...children],
      calendar: `${env().publicUrl}/famille/calendrier`,
    });
    const id = `closure-${news}:${closure.id}:${guardianId}`;
    await queueMessage(tx, { id, recipient: email, language, now, ...letter });
  }
}
