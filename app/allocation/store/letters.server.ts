import type { Database } from "#app/platform/database/client.server.ts";

/** Whether a letter with this reason has been put in the outbox, for any guardian. */
export async function hasLetter(db: Database, reason: string): Promise<boolean> {
  return (await db.message.count({ where: { id: { startsWith: `${reason}:` } } })) > 0;
}

/** The link to an offer, out of the letter that brought it: nothing else holds it. */
export async function findOfferLink(db: Database, offerId: string): Promise<string | null> {
  const letter = await db.message.findFirst({
    where: { id: { startsWith: `offer-sent:${offerId}:` } },
    select: { text: true },
  });
  return /https?:\/\/\S+\/offre\/[\w-]+/.exec(letter?.text ?? "")?.[0] ?? null;
}
