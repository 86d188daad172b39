import type { Database } from "#app/platform/database/client.server.ts";
import { type DuplicatePair, findDuplicates, pairKey } from "../rules/duplicates.ts";
import { type StatusesSeen, listChildrenSeen, listDecided } from "../store/duplicates.server.ts";

/** Every pair of children of the town that nobody has looked at yet, the most alike first. */
export async function readDuplicates(db: Database, statuses: StatusesSeen): Promise<DuplicatePair[]> {
  return findDuplicates(await listChildrenSeen(db, statuses), await listDecided(db));
}

/** One pair, as it stands now; null when it no longer looks alike, is gone, or somebody has decided. */
export async function readDuplicatePair(
  db: Database,
  statuses: StatusesSeen,
  ids: [string, string],
): Promise<DuplicatePair | null> {
  const children = await listChildrenSeen(db, statuses, { id: { in: ids } });
  const pairs = findDuplicates(children, await listDecided(db, ids));
  return pairs.find(({ one, other }) => pairKey(one.id, other.id) === pairKey(...ids)) ?? null;
}

/**
 * How many children may be the same one as this child, itself included when it has two open requests of a kind.
 * Looks only at those who share a day, an address or a contact with it: what a page can afford each time it opens.
 */
export async function readLookalikes(db: Database, statuses: StatusesSeen, childId: string): Promise<number> {
  const [child] = await listChildrenSeen(db, statuses, { id: childId });
  if (!child) return 0;
  const { birthDay, lastName, firstName, emails, phones } = child;
  const near = await listChildrenSeen(db, statuses, {
    OR: [
      { id: childId },
      ...(birthDay ? [{ birthDay }] : []),
      { lastName, firstName },
      { household: { guardians: { some: { email: { in: emails } } } } },
      { household: { guardians: { some: { phone: { in: phones } } } } },
    ],
  });
  const pairs = findDuplicates(near, await listDecided(db, [childId]));
  return pairs.filter(({ one, other }) => one.id === childId || other.id === childId).length;
}
