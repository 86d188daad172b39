import type { Database } from "#app/platform/database/client.server.ts";
import { type AskDraft, readAskDraft } from "../rules/ask-form.ts";

export type StoredDraft = {
  id: string;
  data: AskDraft;
  expiresAt: Date;
  /** Ids of the care requests that it became; empty until it is sent. */
  sentAs: string[];
};

const sentIds = (sentAs: string | null): string[] => (sentAs === null ? [] : sentAs.split(" "));

export async function findDraft(db: Database, id: string, now: Date): Promise<StoredDraft | null> {
  const row = await db.draft.findFirst({ where: { id, expiresAt: { gt: now } } });
  if (!row) return null;
  return { id, data: readAskDraft(row.data), expiresAt: row.expiresAt, sentAs: sentIds(row.sentAs) };
}

export async function insertDraft(
  db: Database,
  { id, data, now, expiresAt }: { id: string; data: AskDraft; now: Date; expiresAt: Date },
): Promise<void> {
  await db.draft.create({ data: { id, data, createdAt: now, updatedAt: now, expiresAt } });
}

/** Keeps what was typed; a draft already sent stays as it is. Returns whether it was kept. */
export async function updateDraft(
  db: Database,
  { id, data, now }: { id: string; data: AskDraft; now: Date },
): Promise<boolean> {
  const { count } = await db.draft.updateMany({
    where: { id, sentAs: null },
    data: { data, updatedAt: now },
  });
  return count === 1;
}

/** Marks a draft as sent and forgets what was typed. False when it was sent already. */
export async function closeDraft(tx: Database, id: string, careRequestIds: string[]): Promise<boolean> {
  const { count } = await tx.draft.updateMany({
    where: { id, sentAs: null },
    data: { sentAs: careRequestIds.join(" "), data: {} },
  });
  return count === 1;
}

export async function deleteDraft(db: Database, id: string): Promise<void> {
  await db.draft.deleteMany({ where: { id } });
}

export async function deleteExpiredDrafts(db: Database, now: Date): Promise<number> {
  const { count } = await db.draft.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
