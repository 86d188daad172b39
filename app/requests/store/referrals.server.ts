import type { CareKind, FacilityKind } from "#app/facilities/rules/kinds.ts";
import { careKindOf, facilityKinds } from "#app/facilities/rules/kinds.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Candidate } from "../rules/coverage.ts";
import type { Desks, ProposedReferral } from "../rules/referral.ts";
import type { ReferralStatus } from "../rules/referral-reasons.ts";

export type RequestToRefer = {
  careKind: CareKind;
  pattern: WeeklyPattern;
  atypicalMinutes: number;
  startOn: string;
  adviceConsent: boolean;
  child: { birthDay: string | null; expectedOn: string | null; school: { id: string; name: string } | null };
  wishes: { facilityId: string; rank: number }[];
};

export async function findRequestToRefer(tx: Database, id: string): Promise<RequestToRefer | null> {
  const row = await tx.careRequest.findUnique({
    where: { id },
    select: {
      kind: true,
      pattern: true,
      atypicalMinutes: true,
      startOn: true,
      adviceConsent: true,
      child: {
        select: { birthDay: true, expectedOn: true, school: { select: { id: true, name: true } } },
      },
      wishes: { select: { facilityId: true, rank: true } },
    },
  });
  if (!row) return null;
  const { kind, pattern, ...rest } = row;
  return { ...rest, careKind: kind as CareKind, pattern: pattern as WeeklyPattern };
}

/** Every facility of a kind of care, with its hours and whether it serves the child's school. */
export async function listCandidates(tx: Database, request: RequestToRefer): Promise<Candidate[]> {
  const kinds = facilityKinds.filter((kind) => careKindOf(kind) === request.careKind);
  const rows = await tx.facility.findMany({
    where: { kind: { in: kinds satisfies FacilityKind[] } },
    select: {
      id: true,
      name: true,
      organisationId: true,
      minAgeMonths: true,
      maxAgeMonths: true,
      openingHours: { select: { weekday: true, startMinute: true, endMinute: true } },
      schools: { where: { schoolId: request.child.school?.id ?? "" }, select: { schoolId: true } },
    },
  });
  return rows.map(({ openingHours, schools, ...facility }) => ({
    ...facility,
    opening: openingHours,
    servesSchool: schools.length > 0,
    wishRank: request.wishes.find(({ facilityId }) => facilityId === facility.id)?.rank ?? null,
  }));
}

export async function findDesks(tx: Database): Promise<Desks> {
  const rows = await tx.organisation.findMany({
    where: { kind: { in: ["ccas", "rpe"] } },
    select: { id: true, kind: true },
    orderBy: { id: "asc" },
  });
  const first = (kind: string): string | null => rows.find((row) => row.kind === kind)?.id ?? null;
  return { coordinationId: first("ccas"), rpeId: first("rpe") };
}

export async function setHandler(tx: Database, id: string, handlerId: string | null): Promise<void> {
  await tx.careRequest.update({ where: { id }, data: { handlerId } });
}

/** What the rules propose now takes the place of what they proposed before. */
export async function replaceProposals(
  tx: Database,
  careRequestId: string,
  referrals: ProposedReferral[],
  at: Date,
): Promise<void> {
  await tx.referral.deleteMany({ where: { careRequestId, status: "proposed" } });
  await tx.referral.createMany({
    data: referrals.map((referral) => ({
      ...referral,
      careRequestId,
      reasons: referral.reasons,
      status: "proposed" satisfies ReferralStatus,
      createdAt: at,
    })),
  });
}
