import type { Database } from "#app/platform/database/client.server.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";
import { listCafReferrals } from "../store/caf-referrals.server.ts";

export type CafReferralFollowed = {
  reference: string;
  childFirstName: string;
  referredAt: Date | null;
  status: CareRequestStatus;
  nextStepBy: string | null;
  place: { facility: string; startOn: string } | null;
};

/** The requests that somebody at the Caf has referred, latest first, each with what became of it. */
export async function readCafReferrals(db: Database, accountId: string): Promise<CafReferralFollowed[]> {
  const rows = await listCafReferrals(db, accountId);
  return rows.map(({ decidedAt, careRequest }) => {
    const contract = careRequest.contracts[0];
    return {
      reference: careRequest.reference,
      childFirstName: careRequest.child.firstName,
      referredAt: decidedAt,
      status: careRequest.status as CareRequestStatus,
      nextStepBy: careRequest.nextStepBy,
      place: contract ? { facility: contract.facility.name, startOn: contract.startOn } : null,
    };
  });
}
