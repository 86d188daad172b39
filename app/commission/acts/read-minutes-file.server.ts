import { type SignedVisit, type Visit, notFound } from "#app/access/visit.server.ts";
import { writePdf } from "#app/platform/files/write-pdf.server.ts";
import { minutesDocument } from "../messages/minutes.ts";
import { findMeeting } from "../store/meetings.server.ts";
import { readMinutes } from "./read-minutes.server.ts";

/** The internal minutes, with names: never out of the town. */
export async function readInternalMinutes(
  visit: SignedVisit,
  meetingId: string,
): Promise<Buffer<ArrayBuffer>> {
  const view = await readMinutes(visit, meetingId, { named: true });
  return writePdf(minutesDocument(view, true, visit));
}

/** The minutes that anyone may read: of a published meeting, without a name. @throws 404 for any other */
export async function readPublicMinutes(visit: Visit, meetingId: string): Promise<Buffer<ArrayBuffer>> {
  const meeting = await findMeeting(visit.db, meetingId);
  if (meeting?.status !== "published") throw notFound();
  // Only the version with names needs to know who reads.
  const town = { ...visit, scope: { ...visit.scope, town: true } } as SignedVisit;
  const view = await readMinutes(town, meetingId, { named: false });
  return writePdf(minutesDocument(view, false, visit));
}
