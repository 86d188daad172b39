import type { Database } from "#app/platform/database/client.server.ts";
import { type StoredChildminder, findChildminder, listChildminders } from "../store/childminders.server.ts";

export type { StoredChildminder };

/** Every childminder, by quarter and name: for those who may know her name, which the public may not. */
export function readChildminders(db: Database): Promise<StoredChildminder[]> {
  return listChildminders(db);
}

export function readChildminder(db: Database, id: string): Promise<StoredChildminder | null> {
  return findChildminder(db, id);
}
