import type { Database } from "#app/platform/database/client.server.ts";

export async function referencesByIds(db: Database, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.careRequest.findMany({
    where: { id: { in: ids } },
    select: { id: true, reference: true },
  });
  return new Map(rows.map(({ id, reference }) => [id, reference]));
}

export async function idByReference(db: Database, reference: string): Promise<string | null> {
  const row = await db.careRequest.findUnique({ where: { reference }, select: { id: true } });
  return row?.id ?? null;
}
