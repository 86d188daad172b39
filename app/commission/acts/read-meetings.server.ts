import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { careKinds } from "#app/facilities/rules/kinds.ts";
import type { MeetingListView } from "../rules/meeting-view.ts";
import { countCandidates } from "../store/candidates.server.ts";
import { listMeetings } from "../store/meetings.server.ts";
import { listRuns } from "../store/runs.server.ts";
import { readGrid, readGridInForce } from "./read-grid-in-force.server.ts";
import { headOf } from "./require-meeting.server.ts";

/** Every meeting, the latest first. */
export async function readMeetings({ db, scope, today }: SignedVisit): Promise<MeetingListView> {
  if (!scope.town) throw notFound();
  const meetings: MeetingListView["meetings"] = [];
  for (const meeting of await listMeetings(db)) {
    const grid = (await readGrid(db, meeting.gridId))!;
    const counts = await countCandidates(db, meeting.id);
    const chosen = (await listRuns(db, meeting.id)).find(({ id }) => id === meeting.chosenRunId);
    meetings.push({
      ...headOf(meeting, grid),
      sections: meeting.sectionIds.length,
      candidates: Object.values(counts).reduce((sum, count) => sum + count, 0),
      served: chosen?.summary.served ?? null,
      publishedAt: meeting.publishedAt?.toISOString() ?? null,
    });
  }
  const grids: MeetingListView["grids"] = [];
  for (const careKind of careKinds) {
    const grid = await readGridInForce(db, careKind, today);
    if (grid) grids.push({ careKind, gridId: grid.id, name: grid.name, version: grid.version });
  }
  return { meetings, grids };
}
