import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { AgreementRow } from "../rules/agreement.ts";

const columns = {
  id: true,
  agreementId: true,
  careRequestId: true,
  childId: true,
  facilityId: true,
  sectionId: true,
  pattern: true,
  startOn: true,
  endOn: true,
  kind: true,
  stage: true,
  madeBy: true,
  endedBy: true,
  noticeOn: true,
  version: true,
  createdAt: true,
} as const satisfies Prisma.ContractSelect;

const asRow = (row: Prisma.ContractGetPayload<{ select: typeof columns }>): AgreementRow =>
  row as unknown as AgreementRow;

export type Agreement = {
  agreementId: string;
  /** In the order of their first days; those that never began among them. */
  rows: (AgreementRow & { sectionName: string })[];
  child: { id: string; firstName: string; lastName: string; householdId: string };
  facility: {
    id: string;
    name: string;
    organisationId: string | null;
    sections: { id: string; name: string }[];
  };
};

/** @param id of the agreement, or of any of its rows */
export async function findAgreement(db: Database, id: string): Promise<Agreement | null> {
  const one = await db.contract.findFirst({
    where: { OR: [{ agreementId: id }, { id }] },
    select: {
      agreementId: true,
      child: { select: { id: true, firstName: true, lastName: true, householdId: true } },
      facility: {
        select: {
          id: true,
          name: true,
          organisationId: true,
          sections: { select: { id: true, name: true }, orderBy: { minAgeMonths: "asc" } },
        },
      },
    },
  });
  if (!one) return null;
  const rows = await db.contract.findMany({
    where: { agreementId: one.agreementId },
    select: { ...columns, section: { select: { name: true } } },
    orderBy: [{ startOn: "asc" }, { createdAt: "asc" }],
  });
  return {
    ...one,
    rows: rows.map(({ section, ...row }) => ({ ...asRow(row), sectionName: section.name })),
  };
}

export type NamedRow = AgreementRow & {
  facilityName: string;
  organisationId: string | null;
  sectionName: string;
};

const named = {
  facility: { select: { name: true, organisationId: true } },
  section: { select: { name: true } },
} as const;

/** Every row of the contracts of a child, or of a request, by agreement. */
export async function listAgreementRows(
  db: Database,
  of: { childId: string } | { careRequestId: string },
): Promise<NamedRow[]> {
  const rows = await db.contract.findMany({
    where: of,
    select: { ...columns, ...named },
    orderBy: [{ startOn: "asc" }, { createdAt: "asc" }],
  });
  return rows.map(({ facility, section, ...row }) => ({
    ...asRow(row),
    facilityName: facility.name,
    organisationId: facility.organisationId,
    sectionName: section.name,
  }));
}

export type FacilityContract = AgreementRow & { sectionName: string; firstName: string; lastName: string };

/** Rows of a facility that end on a day or later, or do not end; all of them without a day. */
export async function listFacilityContracts(
  db: Database,
  facilityId: string,
  endsFrom: CalendarDay | null,
): Promise<FacilityContract[]> {
  const ends = endsFrom ? { OR: [{ endOn: null }, { endOn: { gte: endsFrom } }] } : {};
  const rows = await db.contract.findMany({
    where: { facilityId, ...ends },
    select: {
      ...columns,
      section: { select: { name: true } },
      child: { select: { firstName: true, lastName: true } },
    },
  });
  return rows.map(({ section, child, ...row }) => ({ ...asRow(row), sectionName: section.name, ...child }));
}
