import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { overCapacityRule, staffRatio } from "#app/facilities/rules/limit-parameters.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { transitions } from "#app/requests/rules/lifecycle.ts";
import { townCandidate } from "../rules/examination.ts";
import { classesOf } from "../rules/facts.ts";
import type { Grid } from "../rules/grid.ts";
import type { MeetingTown, TownFacility } from "../rules/meeting-town.ts";
import { type Candidate, listCandidates } from "../store/candidates.server.ts";
import { type MeetingRow } from "../store/meetings.server.ts";
import { listAdjustments } from "../store/runs.server.ts";
import { listFacilities, listSeats } from "../store/town.server.ts";
import { readRequestFacts } from "./read-request-facts.server.ts";

type Places = Omit<MeetingTown, "candidates" | "adjustments">;
type Meeting = Pick<MeetingRow, "sectionIds" | "startFrom" | "startTo" | "surnombreMax" | "heldOn">;

/** The places of a meeting as they are now, with everything that holds one. */
export async function loadPlaces(db: Database, meeting: Meeting, grid: Grid): Promise<Places> {
  const { sectionIds, startFrom, startTo, surnombreMax, heldOn } = meeting;
  const facilities = await listFacilities(db, sectionIds, startFrom);
  const seats = await listSeats(
    db,
    facilities.map(({ id }) => id),
    startFrom,
  );
  // Who already holds a reserved place, or one of a maximum share, is counted.
  const shared = grid.reserves.length + grid.maxShares.length > 0;
  const ids = shared ? [...new Set(seats.flatMap(({ careRequestId }) => careRequestId ?? []))] : [];
  const facts = await readRequestFacts(db, ids, heldOn);
  const byFacility = new Map<string, TownFacility["seats"]>();
  for (const { facilityId, careRequestId, ...seat } of seats) {
    const known = careRequestId === null ? undefined : facts.get(careRequestId);
    const classes = known ? classesOf(known, heldOn) : [];
    byFacility.set(facilityId, [...(byFacility.get(facilityId) ?? []), { ...seat, classes }]);
  }
  return {
    startFrom,
    startTo,
    surnombreMax,
    grid,
    parameters: {
      overCapacity: await readParameter(db, "over-capacity", startFrom, overCapacityRule),
      staffRatio: await readParameter(db, "staff-ratio", startFrom, staffRatio),
    },
    facilities: facilities.map((facility) => ({ ...facility, seats: byFacility.get(facility.id) ?? [] })),
  };
}

/** Examined still: the family has not withdrawn since. */
export const isExamined = ({ state, request }: Candidate): boolean =>
  state === "included" && request.status === transitions.examine.to;

const later = (one: CalendarDay, other: CalendarDay): CalendarDay => (one > other ? one : other);

/**
 * Everything the instance of a frozen meeting is built from, as it is now. Once its window has begun, care begins today
 * at the earliest: nothing is offered for days gone by.
 */
export async function loadTown(
  db: Database,
  meeting: MeetingRow,
  grid: Grid,
  today: CalendarDay,
): Promise<{ town: MeetingTown; candidates: Candidate[] }> {
  const candidates = await listCandidates(db, meeting.id);
  const adjustments = await listAdjustments(db, meeting.id);
  const examined = candidates.filter(isExamined);
  const startFrom = later(meeting.startFrom, today);
  const town: MeetingTown = {
    ...(await loadPlaces(db, { ...meeting, startFrom, startTo: later(meeting.startTo, startFrom) }, grid)),
    candidates: examined.map(({ points, request, sheet, ...candidate }) =>
      townCandidate({ ...candidate, request: { ...request, sheet, outdated: false } }, points),
    ),
    adjustments: adjustments
      .filter(
        ({ removedAt, candidateId }) => removedAt === null && examined.some(({ id }) => id === candidateId),
      )
      .map(({ candidateId, kind, facilityId }) => ({ candidateId, kind, facilityId })),
  };
  return { town, candidates };
}
