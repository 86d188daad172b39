import { dayOf } from "#app/calendar/rules/instant.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { newToken } from "#app/platform/secrets.server.ts";
import { mayTransition, transitions } from "#app/requests/rules/lifecycle.ts";
import { askedAgainOn, confirmedAtOf, renewalSettings } from "#app/requests/rules/renewal.ts";
import { type Examined, type RequestSeen, examine } from "../rules/examination.ts";
import type { Grid } from "../rules/grid.ts";
import { scoreOf } from "../rules/scoring.ts";
import {
  type ExaminedRequest,
  countSiblingGroups,
  listRequestsToExamine,
} from "../store/candidates.server.ts";
import type { MeetingRow } from "../store/meetings.server.ts";
import { sha256 } from "./compute-run.server.ts";
import { loadPlaces } from "./load-town.server.ts";
import { readRequestFacts } from "./read-request-facts.server.ts";

export type ExaminedNow = Examined & {
  /** `toAsk`: by the day of the meeting, it is time to ask whether the need still stands. */
  request: RequestSeen & ExaminedRequest & { toAsk: boolean };
};

/** The families to ask before the list closes: nobody whom the meeting could not serve anyway. */
export const familiesToAsk = (examined: readonly ExaminedNow[]): ExaminedNow[] =>
  examined.filter(({ request, state }) => request.toAsk && state === "included");

/** Sorts the requests that a meeting would look at today; nothing is written. */
export async function examineRequests(
  db: Database,
  today: CalendarDay,
  meeting: MeetingRow,
  grid: Grid,
): Promise<ExaminedNow[]> {
  const places = await loadPlaces(db, meeting, grid);
  const requests = await listRequestsToExamine(db, {
    careKind: meeting.careKind,
    startTo: meeting.startTo,
    facilityIds: places.facilities.map(({ id }) => id),
  });
  const facts = await readRequestFacts(
    db,
    requests.map(({ id }) => id),
    meeting.heldOn,
  );
  const groups = await countSiblingGroups(
    db,
    meeting.careKind,
    requests.flatMap(({ siblingGroupId, siblingRule }) =>
      siblingRule === "together" ? (siblingGroupId ?? []) : [],
    ),
  );
  const renewal = await readParameter(db, "renewal", today, renewalSettings);
  const last = meeting.heldOn > today ? meeting.heldOn : today;
  const seen = requests.map((request) => ({
    ...request,
    groupSize: groups.get(request.siblingGroupId ?? "") ?? 1,
    sheet: scoreOf(grid, facts.get(request.id)!, meeting.heldOn),
    // Asked, and without an answer. Nobody is left out who was not asked.
    outdated: request.status === transitions.askRenewal.to,
    toAsk:
      mayTransition("askRenewal", request.status, "desk") &&
      askedAgainOn(dayOf(confirmedAtOf(request)), renewal) <= last,
  }));
  const drawOf = (reference: string): string => sha256(`${meeting.seed}:${reference}`);
  // Never the seed, which is published: a number would lead to its reference. Kept nowhere.
  const secret = newToken();
  const numberOf = (reference: string): string => sha256(`${secret}:${reference}`);
  return examine(seen, { tieBreak: grid.tieBreak, drawOf, numberOf }, places) as ExaminedNow[];
}
