import type { Database, Prisma } from "#app/platform/database/client.server.ts";

export type GuardiansRow = {
  language: string;
  reference: string;
  child: { firstName: string };
  household: { guardians: { rank: number; firstName: string; email: string | null }[] };
};

const selection = {
  language: true,
  reference: true,
  child: { select: { firstName: true } },
  household: { select: { guardians: { orderBy: { rank: "asc" } } } },
} satisfies Prisma.CareRequestSelect;

/** The guardians of a request, with what a message to them needs. */
export async function findGuardians(db: Database, careRequestId: string): Promise<GuardiansRow> {
  return db.careRequest.findUniqueOrThrow({ where: { id: careRequestId }, select: selection });
}

/** The same of many requests, by request. */
export async function listGuardians(
  db: Database,
  careRequestIds: readonly string[],
): Promise<Map<string, GuardiansRow>> {
  const rows = await db.careRequest.findMany({
    where: { id: { in: [...careRequestIds] } },
    select: { id: true, ...selection },
  });
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
