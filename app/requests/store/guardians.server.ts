import type { Database } from "#app/platform/database/client.server.ts";

/** The guardians of a request, with what a message to them needs. */
export async function findGuardians(
  db: Database,
  careRequestId: string,
): Promise<{
  language: string;
  reference: string;
  child: { firstName: string };
  household: { guardians: { rank: number; firstName: string; email: string | null }[] };
}> {
  return db.careRequest.findUniqueOrThrow({
    where: { id: careRequestId },
    select: {
      language: true,
      reference: true,
      child: { select: { firstName: true } },
      household: { select: { guardians: { orderBy: { rank: "asc" } } } },
    },
  });
}
