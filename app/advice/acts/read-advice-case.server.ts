import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { weeklyPattern } from "#app/calendar/rules/schemas.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareRequestStatus } from "#app/requests/rules/lifecycle.ts";
import { findCase } from "../store.server.ts";

export type AdviceCaseView = {
  id: string;
  careRequestId: string;
  version: number;
  open: boolean;
  reasonCode: string;
  openedAt: Date;
  reference: string;
  status: CareRequestStatus;
  child: { firstName: string; birthDay: string | null; expectedOn: string | null };
  startOn: string;
  pattern: WeeklyPattern;
  weeklyMinutes: number;
  atypicalMinutes: number;
  guardians: { name: string; email: string | null; phone: string | null }[];
  wishes: { rank: number; facility: string; coveredMinutes: number }[];
  notes: { id: string; code: string; text: string | null; at: Date }[];
};

/** A case with what is needed to advise: hours, wishes, how to reach the family. The reading is logged. */
export async function readAdviceCase(visit: SignedVisit, id: string): Promise<AdviceCaseView> {
  const found = await findCase(visit.db, id);
  if (!found) throw notFound();
  const { careRequest } = found;
  await logFileRead(visit, "adviceCase", careRequest.id);
  return {
    id: found.id,
    careRequestId: careRequest.id,
    version: found.version,
    open: found.status === "open",
    reasonCode: found.reasonCode,
    openedAt: found.openedAt,
    reference: careRequest.reference,
    status: careRequest.status as CareRequestStatus,
    child: careRequest.child,
    startOn: careRequest.startOn,
    pattern: weeklyPattern.parse(careRequest.pattern),
    weeklyMinutes: careRequest.weeklyMinutes,
    atypicalMinutes: careRequest.atypicalMinutes,
    guardians: careRequest.household.guardians.map(({ firstName, lastName, email, phone }) => ({
      name: `${firstName} ${lastName}`,
      email,
      phone,
    })),
    wishes: careRequest.wishes.map(({ rank, coveredMinutes, facility }) => ({
      rank,
      coveredMinutes,
      facility: facility.name,
    })),
    notes: found.notes.map(({ id: noteId, code, text, at }) => ({ id: noteId, code, text, at })),
  };
}
