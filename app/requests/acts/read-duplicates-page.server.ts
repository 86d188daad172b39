import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { readDuplicates } from "#app/families/acts/read-duplicates.server.ts";
import { type DuplicatePair, olderOf } from "#app/families/rules/duplicates.ts";
import { requestsToClose, statusesSeen } from "../rules/duplicate-requests.ts";
import type { DuplicatePairView, DuplicatesView } from "../rules/duplicates-view.ts";
import { type ComparedChild, listComparedChildren } from "../store/duplicates.server.ts";

/** Two of them fill a screen: enough to work through, few enough to read. */
const pairsOnPage = 10;

function viewOf(pair: DuplicatePair, children: Map<string, ComparedChild>): DuplicatePairView[] {
  const { kept, dropped } = olderOf(pair.one, pair.other);
  const sides = [...new Set([kept.id, dropped.id])].flatMap((id) => children.get(id) ?? []);
  const requests = sides.flatMap((side) => side.requests.map((each) => ({ ...each, version: 0 })));
  return [
    {
      ids: [kept.id, dropped.id],
      reasons: pair.reasons,
      sides: sides.map(({ requests: asked, ...side }) => ({
        ...side,
        requests: asked.map(({ submittedAt, ...each }) => ({ ...each, sentOn: dayOf(submittedAt) })),
      })),
      closes: requestsToClose(requests).map(({ closed, goesOn }) => ({
        closed: closed.reference,
        goesOn: goesOn.reference,
      })),
    },
  ];
}

/**
 * The pairs of children that a person should look at, side by side; reading them is reading their files, and is logged.
 * @param childId only the pairs of one child, from its file
 */
export async function readDuplicatesPage(
  visit: SignedVisit,
  { page, childId }: { page: number; childId: string | null },
): Promise<DuplicatesView> {
  if (!visit.scope.town) throw notFound();
  const all = await readDuplicates(visit.db, statusesSeen);
  const pairs = childId ? all.filter(({ one, other }) => one.id === childId || other.id === childId) : all;
  const pages = Math.max(1, Math.ceil(pairs.length / pairsOnPage));
  const current = Math.min(page, pages);
  const shown = pairs.slice((current - 1) * pairsOnPage, current * pairsOnPage);
  const ids = [...new Set(shown.flatMap(({ one, other }) => [one.id, other.id]))];
  const children = await listComparedChildren(visit.db, ids);
  for (const { requests } of children.values())
    for (const { id } of requests) await logFileRead(visit, "careRequest", id);
  return {
    total: pairs.length,
    page: current,
    pages,
    childId,
    pairs: shown.flatMap((pair) => viewOf(pair, children)),
  };
}
