import type { CareKind, FacilityKind } from "#app/facilities/rules/kinds.ts";
import { careKindOf, establishmentKinds } from "#app/facilities/rules/kinds.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Candidate } from "../rules/coverage.ts";
import type { NamedDesks } from "../rules/change-targets.ts";
import type { ProposedReferral } from "../rules/referral.ts";
import type { ReferralStatus, ReferralTarget } from "../rules/referral-reasons.ts";

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
export async function listCandidates(
  tx: Database,
  request: Pick<RequestToRefer, "careKind" | "wishes"> & { schoolId: string | null },
): Promise<(Candidate & { organisationName: string | null })[]> {
  const kinds = establishmentKinds.filter((kind) => careKindOf(kind) === request.careKind);
  const rows = await tx.facility.findMany({
    where: { kind: { in: kinds satisfies FacilityKind[] } },
    select: {
      id: true,
      name: true,
      organisationId: true,
      organisation: { select: { name: true } },
      minAgeMonths: true,
      maxAgeMonths: true,
      openingHours: { select: { weekday: true, startMinute: true, endMinute: true } },
      schools: { where: { schoolId: request.schoolId ?? "" }, select: { schoolId: true } },
    },
  });
  return rows.map(({ openingHours, schools, organisation, ...facility }) => ({
    ...facility,
    organisationName: organisation?.name ?? null,
    opening: openingHours,
    servesSchool: schools.length > 0,
    wishRank: request.wishes.find(({ facilityId }) => facilityId === facility.id)?.rank ?? null,
  }));
}

export async function findDesks(tx: Database): Promise<NamedDesks> {
  const rows = await tx.organisation.findMany({
    where: { kind: { in: ["ccas", "rpe"] } },
    select: { id: true, name: true, kind: true },
    orderBy: { id: "asc" },
  });
  const first = (kind: string) => rows.find((row) => row.kind === kind) ?? null;
  return { coordination: first("ccas"), rpe: first("rpe") };
}

export type ReferralDecision = {
  reference: string;
  version: number;
  kind: string;
  startOn: string;
  pattern: WeeklyPattern;
  adviceConsent: boolean;
  handlerId: string | null;
  careKind: CareKind;
  child: { birthDay: string | null; expectedOn: string | null; schoolId: string | null };
  wishes: { facilityId: string; rank: number }[];
  proposed: { target: ReferralTarget; name: string | null }[];
};

/** What an agent decides on: the request and what the rules propose for it. */
export async function findReferralDecision(tx: Database, id: string): Promise<ReferralDecision | null> {
  const name = { select: { name: true } };
  const row = await tx.careRequest.findUnique({
    where: { id },
    select: {
      reference: true,
      version: true,
      kind: true,
      startOn: true,
      pattern: true,
      adviceConsent: true,
      handlerId: true,
      child: { select: { birthDay: true, expectedOn: true, schoolId: true } },
      wishes: { select: { facilityId: true, rank: true } },
      referrals: {
        where: { status: "proposed" satisfies ReferralStatus },
        select: { target: true, organisation: name, facility: name },
      },
    },
  });
  if (!row) return null;
  const { referrals, pattern, ...rest } = row;
  return {
    ...rest,
    careKind: row.kind as CareKind,
    pattern: pattern as WeeklyPattern,
    proposed: referrals.map(({ target, organisation, facility }) => ({
      target: target as ReferralTarget,
      name: facility?.name ?? organisation?.name ?? null,
    })),
  };
}

type Decided = { decidedAt: Date; decidedBy: string };

export async function confirmProposals(tx: Database, careRequestId: string, by: Decided): Promise<void> {
  await tx.referral.updateMany({
    where: { careRequestId, status: "proposed" },
    data: { ...by, status: "confirmed" satisfies ReferralStatus },
  });
}

/** Sends a request elsewhere: what was proposed or confirmed before stays in the history. */
export async function replaceReferrals(
  tx: Database,
  careRequestId: string,
  to: {
    target: ReferralTarget;
    organisationId: string | null;
    facilityId: string | null;
    changeReason: string;
  },
  by: Decided,
): Promise<void> {
  await tx.referral.updateMany({
    where: { careRequestId, status: { in: ["proposed", "confirmed"] } },
    data: { ...by, status: "replaced" satisfies ReferralStatus },
  });
  await tx.referral.create({
    data: {
      ...to,
      ...by,
      careRequestId,
      reasons: [{ code: to.changeReason }],
      status: "confirmed" satisfies ReferralStatus,
      createdAt: by.decidedAt,
    },
  });
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
