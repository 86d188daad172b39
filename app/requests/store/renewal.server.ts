import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type CareRequestStatus, transitions } from "../rules/lifecycle.ts";

export type RenewalStanding = {
  id: string;
  reference: string;
  kind: CareKind;
  status: CareRequestStatus;
  version: number;
  householdId: string;
  handlerId: string | null;
  childFirstName: string;
  submittedAt: Date;
  confirmedAt: Date | null;
  renewalAskedAt: Date | null;
  renewBy: CalendarDay | null;
  reopenBy: CalendarDay | null;
  nextStepBy: CalendarDay | null;
};

/** A request as far as its renewal goes; null when there is none. */
export async function findRenewal(db: Database, id: string): Promise<RenewalStanding | null> {
  const row = await db.careRequest.findUnique({
    where: { id },
    select: {
      id: true,
      reference: true,
      kind: true,
      status: true,
      version: true,
      householdId: true,
      handlerId: true,
      child: { select: { firstName: true } },
      submittedAt: true,
      confirmedAt: true,
      renewalAskedAt: true,
      renewBy: true,
      reopenBy: true,
      nextStepBy: true,
    },
  });
  if (!row) return null;
  const { child, ...rest } = row;
  return { ...rest, childFirstName: child.firstName } as RenewalStanding;
}

/** Requests on the list last confirmed before a moment, the oldest first. */
export async function listConfirmedBefore(db: Database, before: Date): Promise<string[]> {
  const rows = await db.careRequest.findMany({
    where: {
      status: { in: [...transitions.askRenewal.from] },
      OR: [{ confirmedAt: { lt: before } }, { confirmedAt: null, submittedAt: { lt: before } }],
    },
    select: { id: true },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id }) => id);
}

/** Requests whose family has been asked and has not answered. */
export async function listAsked(db: Database): Promise<string[]> {
  const rows = await db.careRequest.findMany({
    where: { status: transitions.askRenewal.to },
    select: { id: true },
    orderBy: [{ renewBy: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id }) => id);
}

/** Writes the dates of a renewal beside a step just recorded in the same transaction. */
export async function setRenewal(
  tx: Database,
  id: string,
  dates: {
    confirmedAt?: Date;
    renewalAskedAt?: Date;
    renewBy?: CalendarDay | null;
    reopenBy?: CalendarDay | null;
  },
): Promise<void> {
  await tx.careRequest.update({ where: { id }, data: dates });
}

/** Confirms a request that nobody asked about, only as it was seen. Returns whether it did. */
export async function confirmUnasked(
  tx: Database,
  seen: Pick<RenewalStanding, "id" | "status" | "version">,
  at: Date,
): Promise<boolean> {
  const { id, status, version } = seen;
  const { count } = await tx.careRequest.updateMany({
    where: { id, status, version },
    data: { confirmedAt: at, version: { increment: 1 } },
  });
  return count === 1;
}

/** Whether a message with this reason has been put in the outbox, for any guardian. */
export async function hasRenewalMessage(db: Database, reason: string): Promise<boolean> {
  return (await db.message.count({ where: { id: { startsWith: `${reason}:` } } })) > 0;
}
