import type { Database } from "#app/platform/database/client.server.ts";
import { type AskedTogether, siblingRuleOf } from "../rules/siblings.ts";

/** What a family asked of the requests of brothers and sisters that it sent together. */
export async function findAskedTogether(
  db: Database,
  { id, siblingGroupId, siblingRule }: { id: string; siblingGroupId: string | null; siblingRule: string },
): Promise<AskedTogether> {
  const rows = siblingGroupId
    ? await db.careRequest.findMany({
        where: { siblingGroupId, id: { not: id } },
        select: { id: true, reference: true, child: { select: { firstName: true } } },
        orderBy: { id: "asc" },
      })
    : [];
  return {
    rule: siblingRuleOf(siblingRule),
    siblings: rows.map(({ child, ...row }) => ({ ...row, firstName: child.firstName })),
  };
}
