import type { FileKind } from "../rules/audit-filters.ts";
import type { DeviceVisit } from "../device-visit.server.ts";
import type { SignedVisit } from "../visit.server.ts";
import { insertAuditEntries, insertAuditEntry } from "../store.server.ts";

/** Writes down that a member of staff read, or acted on, a family's file; or that the administrator acted. */
export async function logFileRead(
  visit: Pick<SignedVisit, "db" | "now" | "actor">,
  subjectKind: FileKind,
  subjectId: string,
  action = "read",
): Promise<void> {
  const [grant] = visit.actor.grants;
  await insertAuditEntry(visit.db, {
    at: visit.now,
    accountId: visit.actor.accountId,
    action,
    subjectKind,
    subjectId,
    organisationId: grant?.organisationId ?? null,
    facilityId: grant?.facilityId ?? null,
  });
}

/** The same for many files at once. */
export async function logFileReads(
  visit: Pick<SignedVisit, "db" | "now" | "actor">,
  subjectKind: FileKind,
  subjectIds: readonly string[],
  action = "read",
): Promise<void> {
  const [grant] = visit.actor.grants;
  await insertAuditEntries(
    visit.db,
    subjectIds.map((subjectId) => ({
      ...{ at: visit.now, accountId: visit.actor.accountId, action, subjectKind, subjectId },
      ...{ organisationId: grant?.organisationId ?? null, facilityId: grant?.facilityId ?? null },
    })),
  );
}

/** The same for a tablet: it is named, and nobody else. */
export async function logDeviceRead(
  visit: DeviceVisit,
  subjectKind: FileKind,
  subjectId: string,
  action = "read",
): Promise<void> {
  await insertAuditEntry(visit.db, {
    at: visit.now,
    accountId: null,
    action: `${action}:${visit.deviceId}`,
    subjectKind,
    subjectId,
    facilityId: visit.facilityId,
  });
}
