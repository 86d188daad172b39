import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { type OfferStatus, holdingStatuses } from "../rules/offer.ts";
import type { OfferedPlace } from "../rules/offered-place.ts";

type ContractKind = "regular" | "occasional" | "emergency";

export type OfferRow = OfferedPlace & {
  id: string;
  version: number;
  createdAt: Date;
  answeredAt: Date | null;
  facilityId: string;
  sectionId: string;
  careRequestId: string;
  childId: string;
  householdId: string;
  /** Who reads the request. */
  handlerId: string | null;
  contractKind: ContractKind;
  /** The agreement that ends when this offer is accepted. */
  transferOf: string | null;
  /** Of the offers that are answered together, the id of the first; null for one alone. */
  bundleId: string | null;
};

const selection = {
  id: true,
  status: true,
  version: true,
  pattern: true,
  startOn: true,
  endOn: true,
  answerBy: true,
  createdAt: true,
  answeredAt: true,
  facilityId: true,
  sectionId: true,
  careRequestId: true,
  contractKind: true,
  transferOf: true,
  bundleId: true,
  facility: { select: { name: true, kind: true, address: true } },
  section: { select: { name: true } },
  careRequest: {
    select: {
      ...{ reference: true, householdId: true, handlerId: true, childId: true },
      child: { select: { firstName: true } },
    },
  },
} satisfies Prisma.OfferSelect;

type Selected = Prisma.OfferGetPayload<{ select: typeof selection }>;

function asOffer({ facility, section, careRequest: { child, ...careRequest }, ...row }: Selected): OfferRow {
  return {
    ...row,
    ...careRequest,
    status: row.status as OfferStatus,
    contractKind: row.contractKind as ContractKind,
    pattern: row.pattern as WeeklyPattern,
    startOn: row.startOn as CalendarDay,
    endOn: row.endOn as CalendarDay | null,
    childFirstName: child.firstName,
    facilityName: facility.name,
    facilityKind: facility.kind as FacilityKind,
    facilityAddress: facility.address,
    sectionName: section.name,
  };
}

const open: Prisma.OfferWhereInput = { status: { in: [...holdingStatuses] } };

export async function insertOffer(
  tx: Database,
  offer: Omit<Prisma.OfferUncheckedCreateInput, "pattern" | "status" | "id"> & { pattern: WeeklyPattern },
): Promise<string> {
  const status: OfferStatus = "open";
  const { id } = await tx.offer.create({ data: { ...offer, status }, select: { id: true } });
  return id;
}

export async function findOffer(
  db: Database,
  key: { id: string } | { tokenHash: string },
): Promise<OfferRow | null> {
  const row = await db.offer.findUnique({ where: key, select: selection });
  return row && asOffer(row);
}

/** Joins two offers, to be answered together. */
export async function bundleOffers(tx: Database, ids: string[]): Promise<void> {
  await tx.offer.updateMany({ where: { id: { in: ids } }, data: { bundleId: ids[0] } });
}

/** All the offers that are answered with this one, the first of them first; that one alone, most often. */
export async function listParts(db: Database, offer: OfferRow): Promise<OfferRow[]> {
  const { bundleId } = offer;
  if (bundleId === null) return [offer];
  const rows = await db.offer.findMany({ where: { bundleId }, select: selection, orderBy: { id: "asc" } });
  const isFirst = ({ id }: OfferRow): number => (id === bundleId ? 0 : 1);
  return rows.map(asOffer).sort((a, b) => isFirst(a) - isFirst(b));
}

/** Moves an offer only if it still stands where the caller saw it. Returns whether it did. */
export async function moveOffer(
  tx: Database,
  { id, status, version }: Pick<OfferRow, "id" | "status" | "version">,
  change: { status: OfferStatus; answeredAt: Date | null; startOn?: CalendarDay },
): Promise<boolean> {
  const { count } = await tx.offer.updateMany({
    where: { id, status, version },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

/** Offers still open, of one request or of every request of a child. */
export async function listOpenOffers(
  db: Database,
  of: { careRequestId: string } | { childId: string },
): Promise<OfferRow[]> {
  const where = "childId" in of ? { careRequest: { childId: of.childId } } : of;
  const rows = await db.offer.findMany({ where: { ...open, ...where }, select: selection });
  return rows.map(asOffer);
}

/** The latest offer of a request, whatever became of it. */
/** Those that wait for the answer of some households. */
export async function listHouseholdOffers(db: Database, householdIds: string[]): Promise<OfferRow[]> {
  const rows = await db.offer.findMany({
    where: { ...open, careRequest: { householdId: { in: householdIds } } },
    select: selection,
    orderBy: [{ answerBy: "asc" }, { id: "asc" }],
  });
  return rows.map(asOffer);
}

export async function findLatestOffer(db: Database, careRequestId: string): Promise<OfferRow | null> {
  const row = await db.offer.findFirst({
    where: { careRequestId },
    orderBy: { createdAt: "desc" },
    select: selection,
  });
  return row && asOffer(row);
}

/** Open offers whose deadline has come, oldest first. */
export async function listDueOfferIds(db: Database, now: Date): Promise<string[]> {
  const rows = await db.offer.findMany({
    where: { ...open, answerBy: { lte: now } },
    orderBy: { answerBy: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Open offers that can still be answered. */
export async function listOffersToAnswer(db: Database, now: Date): Promise<OfferRow[]> {
  const rows = await db.offer.findMany({ where: { ...open, answerBy: { gt: now } }, select: selection });
  return rows.map(asOffer);
}
