import type { Database } from "#app/platform/database/client.server.ts";

export const cafReferralCode = "caf-referral";

/** A request by its reference and the child's birth or due day: both must be right. */
export async function findByReferenceAndBirth(
  db: Database,
  reference: string,
  birthDay: string,
): Promise<{ id: string; kind: string; status: string } | null> {
  return db.careRequest.findFirst({
    where: { reference, child: { OR: [{ birthDay }, { expectedOn: birthDay }] } },
    select: { id: true, kind: true, status: true },
  });
}

/** Adds the fact, known for sure since the Caf says it. Returns false when it was there already. */
export async function addCafReferral(
  tx: Database,
  { careRequestId, accountId, at }: { careRequestId: string; accountId: string; at: Date },
): Promise<boolean> {
  const known = await tx.priorityFact.findUnique({
    where: { careRequestId_code: { careRequestId, code: cafReferralCode } },
  });
  if (known) return false;
  await tx.priorityFact.create({
    data: {
      careRequestId,
      code: cafReferralCode,
      proofState: "verified",
      decidedAt: at,
      decidedBy: accountId,
    },
  });
  return true;
}

export async function listCafReferrals(
  db: Database,
  accountId: string,
): Promise<
  {
    decidedAt: Date | null;
    careRequest: {
      reference: string;
      status: string;
      nextStepBy: string | null;
      child: { firstName: string };
      contracts: { startOn: string; facility: { name: string } }[];
    };
  }[]
> {
  return db.priorityFact.findMany({
    where: { code: cafReferralCode, decidedBy: accountId },
    orderBy: { decidedAt: "desc" },
    take: 200,
    select: {
      decidedAt: true,
      careRequest: {
        select: {
          reference: true,
          status: true,
          nextStepBy: true,
          child: { select: { firstName: true } },
          contracts: {
            orderBy: { startOn: "asc" },
            take: 1,
            select: { startOn: true, facility: { select: { name: true } } },
          },
        },
      },
    },
  });
}
