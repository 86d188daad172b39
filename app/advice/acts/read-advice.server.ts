import type { Database } from "#app/platform/database/client.server.ts";
import { notesOf } from "../store.server.ts";

export type AdviceRead = { code: string; text: string | null; at: Date };

/** The advice a family has received on a request, oldest first. */
export async function readAdvice(db: Database, careRequestId: string): Promise<AdviceRead[]> {
  return notesOf(db, careRequestId);
}
