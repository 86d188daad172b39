import type { Database } from "#app/platform/database/client.server.ts";
import { readReference } from "../rules/reference.ts";
import { idByReference, referencesByIds } from "../store/references.server.ts";

/** The references that people read out, by the ids of their requests; ids of anything else are left out. */
export async function readReferences(db: Database, ids: string[]): Promise<Map<string, string>> {
  return referencesByIds(db, [...new Set(ids)]);
}

/** The id behind a reference as somebody types it; null when there is none. */
export async function readIdOfReference(db: Database, text: string): Promise<string | null> {
  const reference = readReference(text);
  return reference && idByReference(db, reference);
}
