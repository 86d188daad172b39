import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { openAllocationBook } from "#app/allocation/rules/allocation-book.ts";
import { explainRequest } from "#app/allocation/rules/explanation.ts";
import { waitingRanks } from "#app/allocation/rules/waiting-rank.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import type { CandidateFilters } from "../rules/candidate-filters.ts";
import { halfHoursOf, weeklyHalfHours } from "../rules/half-hours.ts";
import { namesOf } from "../rules/meeting-names.ts";
import { ageAtStart } from "../rules/meeting-options.ts";
import {
  type CandidateLine,
  type CandidateView,
  type CandidatesView,
  candidatesPerPage,
} from "../rules/meeting-view.ts";
import { publicationSettings } from "../rules/publication.ts";
import { heldView } from "../rules/run-changes.ts";
import { type Candidate, listCandidates } from "../store/candidates.server.ts";
import type { MeetingRow } from "../store/meetings.server.ts";
import { type AdjustmentRow, findRun, listAdjustments } from "../store/runs.server.ts";
import { listSectionsOf } from "../store/town.server.ts";
import { type OpenedRun, openRun } from "./read-run.server.ts";
import { headOf, requireGrid, requireMeeting } from "./require-meeting.server.ts";

type Looked = {
  meeting: MeetingRow;
  candidates: Candidate[];
  adjustments: AdjustmentRow[];
  run: OpenedRun | null;
  facilities: Record<string, string>;
};

async function look(visit: SignedVisit, meetingId: string, runId: string | null): Promise<Looked> {
  const { db } = visit;
  const meeting = await requireMeeting(db, visit, meetingId);
  const id = runId ?? meeting.chosenRunId;
  const found = id ? await findRun(db, meeting.id, id) : null;
  if (runId && !found) throw notFound();
  const sections = await listSectionsOf(db, meeting.careKind);
  return {
    meeting,
    candidates: await listCandidates(db, meeting.id),
    adjustments: await listAdjustments(db, meeting.id),
    run: found && openRun(found),
    facilities: Object.fromEntries(sections.map(({ facility }) => [facility.id, facility.name])),
  };
}

function lineOf(
  candidate: Candidate,
  { meeting, candidates, adjustments, run, facilities }: Looked,
): CandidateLine {
  const { id, careRequestId, number, state, stateReason, points, lottery, level, outcome, request, sheet } =
    candidate;
  const local = (facilityId: string): number =>
    sheet.localPoints.reduce((sum, one) => sum + (one.facilityId === facilityId ? one.points : 0), 0);
  const from = request.startOn > meeting.startFrom ? request.startOn : meeting.startFrom;
  return {
    ...{ id, careRequestId, number, state, stateReason, points, lottery, level, outcome },
    startOn: from,
    ageMonths: ageAtStart(meeting, request),
    weeklyHalfHours: weeklyHalfHours(halfHoursOf(request.pattern)),
    wishes: request.wishes.map(({ rank, facilityId }) => ({
      rank,
      facility: { id: facilityId, name: facilities[facilityId] ?? facilityId },
      localPoints: local(facilityId),
    })),
    together: candidates
      .filter((other) => other.engineId === candidate.engineId && other.id !== id && state === "included")
      .map((other) => other.number),
    transfer: request.inCare.some(({ endOn }) => endOn === null || endOn >= from),
    minDays: request.minDays,
    held: heldView(candidate, run?.held.get(number), facilities),
    adjustments: adjustments
      .filter(({ candidateId, removedAt }) => candidateId === id && removedAt === null)
      .map(({ id: own, kind, facilityId }) => ({ id: own, kind, facilityId })),
  };
}

/** The requests of a meeting under their numbers, as a run serves them; the chosen run unless said otherwise. */
export async function readCandidates(
  visit: SignedVisit,
  meetingId: string,
  { runId, page, ...filters }: CandidateFilters,
): Promise<CandidatesView> {
  const looked = await look(visit, meetingId, runId);
  const { meeting, candidates, run, facilities } = looked;
  const kept = candidates.filter(
    ({ state, number, request }) =>
      (filters.state === null || state === filters.state) &&
      (filters.facilityId === null ||
        request.wishes.some(({ facilityId }) => facilityId === filters.facilityId)) &&
      (filters.result === null ||
        (state === "included" && (run?.held.has(number) ?? false) === (filters.result === "served"))) &&
      (filters.number === "" || number.includes(filters.number)),
  );
  const pages = Math.max(1, Math.ceil(kept.length / candidatesPerPage));
  const shown = Math.min(page, pages);
  const start = (shown - 1) * candidatesPerPage;
  const wished = new Set(
    candidates.flatMap(({ request }) => request.wishes.map(({ facilityId }) => facilityId)),
  );
  return {
    meeting: headOf(meeting, await requireGrid(visit.db, meeting)),
    run: run && { id: run.id, number: run.number },
    filters,
    page: shown,
    pages,
    total: kept.length,
    candidates: kept.slice(start, start + candidatesPerPage).map((candidate) => lineOf(candidate, looked)),
    facilities: Object.entries(facilities)
      .filter(([id]) => wished.has(id))
      .map(([id, name]) => ({ id, name })),
  };
}

/** One request with its sheet, and why the run answers what it answers. The reading is logged. */
export async function readCandidate(
  visit: SignedVisit,
  meetingId: string,
  candidateId: string,
  runId: string | null = null,
): Promise<CandidateView> {
  const { db } = visit;
  const looked = await look(visit, meetingId, runId);
  const { meeting, candidates, run } = looked;
  const candidate = candidates.find(({ id }) => id === candidateId);
  if (!candidate) throw notFound();
  const grid = await requireGrid(db, meeting);
  const { smallestCount } = await readParameter(db, "publication", meeting.heldOn, publicationSettings);
  const book = run && openAllocationBook(run.instance, run.lines, { smallestCount });
  await logFileRead(visit, "careRequest", candidate.careRequestId, "commission");
  const named = Object.entries(looked.facilities).map(([id, name]) => ({ id, name }));
  const told = candidate.state === "included" && book;
  return {
    meeting: headOf(meeting, grid),
    candidate: {
      ...lineOf(candidate, looked),
      pattern: candidate.request.pattern,
      sheet: candidate.sheet,
      levelMotive: candidate.levelMotive,
      levelBy: candidate.levelBy,
    },
    run: run && { id: run.id, number: run.number },
    explanation: told ? explainRequest(told, candidate.engineId) : null,
    ranks: told ? waitingRanks(told)(candidate.engineId) : [],
    names: run
      ? namesOf(meeting, grid, named, run.instance)
      : { facilities: looked.facilities, sections: {}, periods: {}, reserves: {}, classes: {} },
    grid: {
      criteria: grid.criteria.map(({ code, words }) => ({ code, words })),
      gates: grid.gates.map(({ code, words }) => ({ code, words })),
    },
    motives: grid.motives,
  };
}
