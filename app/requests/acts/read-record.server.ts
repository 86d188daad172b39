import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CareRequestFile } from "../rules/care-request-file.ts";
import { listQuarters } from "../store/desk.server.ts";
import { readCareRequest } from "./read-care-request.server.ts";

/** A file on a page of its own, with the name of its quarter. */
export async function readRecord(
  visit: SignedVisit,
  id: string,
): Promise<{ file: CareRequestFile; quarter: string | null }> {
  const file = await readCareRequest(visit, id);
  const quarters = file.zoneCode ? await listQuarters(visit.db) : [];
  const quarter = quarters.find(({ zoneCodes }) => zoneCodes.includes(file.zoneCode!));
  return { file, quarter: quarter?.name ?? null };
}
