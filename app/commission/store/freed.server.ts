// Places that a meeting gave and that families did not take.
import type { OfferStatus } from "#app/allocation/rules/offer.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";

const freedStatuses = ["declined", "expired", "withdrawn"] as const satisfies OfferStatus[];
export type FreedStatus = (typeof freedStatuses)[number];

export type FreedOffer = {
  id: string;
  careRequestId: string;
  facility: { id: string; name: string };
  section: { id: string; name: string };
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  status: FreedStatus;
  answeredAt: Date | null;
};

const selection = {
  id: true,
  careRequestId: true,
  facility: { select: { id: true, name: true } },
  section: { select: { id: true, name: true } },
  pattern: true,
  startOn: true,
  endOn: true,
  status: true,
  answeredAt: true,
} satisfies Prisma.OfferSelect;

const asFreed = (row: Prisma.OfferGetPayload<{ select: typeof selection }>): FreedOffer => ({
  ...row,
  pattern: row.pattern as WeeklyPattern,
  startOn: row.startOn as CalendarDay,
  endOn: row.endOn as CalendarDay | null,
  status: row.status as FreedStatus,
});

export async function listFreedOffers(db: Database, meetingId: string): Promise<FreedOffer[]> {
  const rows = await db.offer.findMany({
    where: { meetingId, status: { in: [...freedStatuses] } },
    select: selection,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(asFreed);
}

/** The latest offer that takes up each of these. */
export async function listReplacements(
  db: Database,
  offerIds: readonly string[],
): Promise<Map<string, { id: string; careRequestId: string; status: OfferStatus }>> {
  const rows = await db.offer.findMany({
    where: { replacesId: { in: [...offerIds] } },
    select: { id: true, replacesId: true, careRequestId: true, status: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return new Map(
    rows.map(({ replacesId, status, ...row }) => [replacesId!, { ...row, status: status as OfferStatus }]),
  );
}
