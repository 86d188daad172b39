import { readIdOfReference, readReferences } from "#app/requests/acts/read-references.server.ts";
import type { AuditFilters } from "../rules/audit-filters.ts";
import { listAuditEntries, namesOfAccounts } from "../store/audit.server.ts";
import type { SignedVisit } from "../visit.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

const entriesPerPage = 50;

export type AccessLogRow = {
  id: string;
  at: Date;
  accountId: string | null;
  /** Null for an account that is no longer there. */
  name: string | null;
  action: string;
  kind: string;
  /** The reference of a request, else an id. */
  subject: string;
};

export type AccessLogView = { filters: AuditFilters; rows: AccessLogRow[]; count: number; pages: number };

/** Who read or did what, latest first. Reading the log is written in the log. */
export async function readAccessLog(visit: SignedVisit, filters: AuditFilters): Promise<AccessLogView> {
  const { db } = visit;
  const requestId = filters.subject ? await readIdOfReference(db, filters.subject) : null;
  const subjects = filters.subject ? [requestId ?? filters.subject] : null;
  const { count, rows } = await listAuditEntries(db, filters, subjects, entriesPerPage);
  await logFileRead(visit, "audit", filters.subject || "log");
  const names = await namesOfAccounts(
    db,
    rows.flatMap(({ accountId }) => accountId ?? []),
  );
  const references = await readReferences(
    db,
    rows.map(({ subjectId }) => subjectId),
  );
  return {
    filters,
    count,
    pages: Math.ceil(count / entriesPerPage),
    rows: rows.map(({ id, at, accountId, action, subjectKind, subjectId }) => ({
      id,
      at,
      accountId,
      name: (accountId && names.get(accountId)) ?? null,
      action,
      kind: subjectKind,
      subject: references.get(subjectId) ?? subjectId,
    })),
  };
}
