import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { PresenceChange } from "../rules/apply-mark.ts";
import type { PresenceFacts } from "../rules/presence.ts";

export type OperationRow = {
  id: string;
  mark: string | null;
  code: string | null;
  at: Date;
  receivedAt: Date;
  seenVersion: number | null;
  deviceId: string | null;
  accountId: string | null;
  outcome: string;
  settlement: string | null;
};

const markColumns = {
  id: true,
  mark: true,
  code: true,
  at: true,
  receivedAt: true,
  seenVersion: true,
  deviceId: true,
  accountId: true,
  outcome: true,
  settlement: true,
} as const;

/** The marks of a stay in the order in which they were received. */
export async function listMarks(db: Database, presenceId: string): Promise<OperationRow[]> {
  return db.attendanceOperation.findMany({
    where: { presenceId, kind: { in: ["mark", "unplanned"] } },
    select: markColumns,
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
  });
}

export async function insertOperation(
  tx: Database,
  row: Prisma.AttendanceOperationUncheckedCreateInput,
): Promise<void> {
  await tx.attendanceOperation.create({ data: row });
}

export async function setOutcome(tx: Database, id: string, outcome: string): Promise<void> {
  await tx.attendanceOperation.update({ where: { id }, data: { outcome, error: null } });
}

export type KnownOperation = {
  facilityId: string;
  kind: string;
  presenceId: string | null;
  outcome: string;
  error: string | null;
};

export async function findOperation(db: Database, id: string): Promise<KnownOperation | null> {
  return db.attendanceOperation.findUnique({
    where: { id },
    select: { facilityId: true, kind: true, presenceId: true, outcome: true, error: true },
  });
}

/** The stay of an operation of a facility. */
export async function stayOfOperation(db: Database, id: string, facilityId: string): Promise<string | null> {
  const row = await db.attendanceOperation.findFirst({
    where: { id, facilityId },
    select: { presenceId: true },
  });
  return row?.presenceId ?? null;
}

/** Marks a conflict as settled: only the first person does. */
export async function settleOperation(
  tx: Database,
  { id, facilityId }: { id: string; facilityId: string },
  settled: { settlement: "kept" | "applied"; settledAt: Date; settledBy: string },
): Promise<boolean> {
  const { count } = await tx.attendanceOperation.updateMany({
    where: { id, facilityId, outcome: "conflict", settledAt: null },
    data: settled,
  });
  return count === 1;
}

export type OpenConflict = OperationRow & {
  presenceId: string;
  facilityId: string;
  error: string | null;
  deviceName: string | null;
  stay: PresenceFacts & PresenceChange & { day: string };
  firstName: string;
  lastName: string;
};

/** Marks kept aside that nobody has settled yet. */
export async function listOpenConflicts(db: Database, facilityId: string): Promise<OpenConflict[]> {
  const rows = await db.attendanceOperation.findMany({
    where: { facilityId, outcome: "conflict", settledAt: null, presenceId: { not: null } },
    select: {
      ...markColumns,
      presenceId: true,
      facilityId: true,
      error: true,
      device: { select: { name: true } },
      presence: {
        select: {
          day: true,
          plannedStart: true,
          plannedEnd: true,
          state: true,
          arrivedAt: true,
          leftAt: true,
          absenceCode: true,
          contract: { select: { child: { select: { firstName: true, lastName: true } } } },
        },
      },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map(({ device, presence, presenceId, ...row }) => {
    const { contract, ...stay } = presence!;
    return {
      ...row,
      presenceId: presenceId!,
      deviceName: device?.name ?? null,
      stay: stay as OpenConflict["stay"],
      ...contract.child,
    };
  });
}

/** The device that last said what each of these stays is; a stay that no device marked is left out. */
export async function listStanding(db: Database, presenceIds: string[]): Promise<Map<string, string>> {
  const rows = await db.attendanceOperation.findMany({
    where: { presenceId: { in: presenceIds }, kind: { in: ["mark", "unplanned"] }, outcome: "applied" },
    select: { presenceId: true, device: { select: { name: true } } },
    orderBy: [{ at: "asc" }, { receivedAt: "asc" }],
  });
  const last = new Map(rows.map(({ presenceId, device }) => [presenceId!, device?.name ?? null]));
  return new Map([...last].flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
}

export type HistoryRow = OperationRow & {
  kind: string;
  error: string | null;
  settledAt: Date | null;
  settledBy: string | null;
  deviceName: string | null;
};

/** Everything that was said of a stay, in the order of its time. */
export async function listHistory(db: Database, presenceId: string): Promise<HistoryRow[]> {
  const rows = await db.attendanceOperation.findMany({
    where: { presenceId },
    select: {
      ...markColumns,
      kind: true,
      error: true,
      settledAt: true,
      settledBy: true,
      device: { select: { name: true } },
    },
    orderBy: [{ at: "asc" }, { receivedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ device, ...row }) => ({ ...row, deviceName: device?.name ?? null }));
}

/** The names of accounts, for a history: an account gone is not among them. */
export async function namesOfAccounts(db: Database, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}

export async function namesOfDevices(db: Database, facilityId: string): Promise<Map<string, string>> {
  const rows = await db.device.findMany({ where: { facilityId }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
