import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { FileReferral } from "../rules/care-request-file.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";
import type { ProofState } from "../rules/proof-states.ts";
import type { ReferralReason, ReferralStatus, ReferralTarget } from "../rules/referral-reasons.ts";
import { type TimelineStep, timelineStep } from "../rules/timeline.ts";

const name = { select: { name: true } } as const;
const whole = {
  child: { include: { school: name } },
  household: { include: { guardians: { orderBy: { rank: "asc" } } } },
  wishes: { orderBy: { rank: "asc" }, include: { facility: name } },
  facts: { orderBy: { code: "asc" } },
  proofs: { orderBy: { sentAt: "asc" } },
  referrals: { orderBy: { createdAt: "asc" }, include: { organisation: name, facility: name } },
  steps: { orderBy: [{ at: "desc" }, { id: "desc" }] },
} satisfies Prisma.CareRequestInclude;

type Row = Prisma.CareRequestGetPayload<{ include: typeof whole }>;

export type StoredFile = Omit<Row, "status" | "kind" | "pattern" | "facts" | "steps" | "referrals"> & {
  status: CareRequestStatus;
  kind: CareKind;
  pattern: WeeklyPattern;
  facts: (Omit<Row["facts"][number], "proofState"> & { proofState: ProofState })[];
  /** Latest first. */
  steps: TimelineStep[];
  referrals: FileReferral[];
};

function referral(row: Row["referrals"][number]): FileReferral {
  return {
    id: row.id,
    target: row.target as ReferralTarget,
    status: row.status as ReferralStatus,
    reasons: row.reasons as ReferralReason[],
    changeReason: row.changeReason,
    name: row.facility?.name ?? row.organisation?.name ?? null,
  };
}

/** A whole file; null when there is none. */
export async function findFile(db: Database, id: string): Promise<StoredFile | null> {
  const row = await db.careRequest.findUnique({ where: { id }, include: whole });
  if (!row) return null;
  return {
    ...row,
    status: row.status as CareRequestStatus,
    kind: row.kind as CareKind,
    pattern: row.pattern as WeeklyPattern,
    facts: row.facts.map((fact) => ({ ...fact, proofState: fact.proofState as ProofState })),
    steps: row.steps.map(timelineStep),
    referrals: row.referrals.map(referral),
  };
}
