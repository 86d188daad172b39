import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type MeetingActName, actsIn, mayDo } from "../rules/meeting.ts";
import type { MeetingHead } from "../rules/meeting-view.ts";
import type { Grid } from "../rules/grid.ts";
import { type MeetingRow, findMeeting } from "../store/meetings.server.ts";
import { readGrid } from "./read-grid-in-force.server.ts";

/** A meeting, and its version as the person saw it. */
export type MeetingSeen = { meetingId: string; version: number };

export const changedMeanwhile = { ok: false, error: "commission:meeting.error.changedMeanwhile" } as const;
export type ChangedMeanwhile = typeof changedMeanwhile;
export type MeetingActed = { ok: true; version: number };

/** Meetings are the whole town's. */
export async function requireMeeting(
  db: Database,
  { scope }: Pick<SignedVisit, "scope">,
  id: string,
): Promise<MeetingRow> {
  const meeting = scope.town ? await findMeeting(db, id) : null;
  if (!meeting) throw notFound();
  return meeting;
}

/** Null when somebody has acted since, or when its status does not allow the act. */
export async function requireMeetingTo(
  tx: Database,
  visit: Pick<SignedVisit, "scope">,
  act: MeetingActName,
  { meetingId, version }: MeetingSeen,
): Promise<MeetingRow | null> {
  const meeting = await requireMeeting(tx, visit, meetingId);
  return meeting.version === version && mayDo(act, meeting.status) ? meeting : null;
}

/** The grid that a meeting is bound to. */
export async function requireGrid(db: Database, { gridId }: Pick<MeetingRow, "gridId">): Promise<Grid> {
  const grid = await readGrid(db, gridId);
  if (!grid) throw new Error(`Grid ${gridId} of a meeting is gone.`);
  return grid;
}

export function headOf(meeting: MeetingRow, grid: Grid): MeetingHead {
  const { id, version, status, heldOn, careKind, startFrom, startTo } = meeting;
  return {
    ...{ id, version, status, heldOn, careKind, startFrom, startTo },
    grid: { id: grid.id, name: grid.name, version: grid.version, method: grid.method },
    may: actsIn(status),
  };
}
