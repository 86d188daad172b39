import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { mayTransition } from "#app/requests/rules/lifecycle.ts";
import { townCandidate } from "../rules/examination.ts";
import { meetingDelays } from "../rules/meeting-delays.ts";
import type { PlannedPart } from "../rules/meeting-options.ts";
import type { UrgentPlaceView } from "../rules/publication-view.ts";
import { scoreOf } from "../rules/scoring.ts";
import { type ExaminedRequest, findRequestToExamine } from "../store/candidates.server.ts";
import { listSectionsOf } from "../store/town.server.ts";
import { noNames, proposePlace } from "./propose-place.server.ts";
import { readGridInForce } from "./read-grid-in-force.server.ts";
import { readRequestFacts } from "./read-request-facts.server.ts";

export type UrgentPlace = { view: UrgentPlaceView; part: PlannedPart | null; request: ExaminedRequest };

const alone = "0001";

/** What the engine gives to one request on what is left, beside everything that is held. Nothing is written. */
export async function findUrgentPlace(
  db: Database,
  { scope, today }: Pick<SignedVisit, "scope" | "today">,
  careRequestId: string,
): Promise<UrgentPlace> {
  const request = scope.town ? await findRequestToExamine(db, careRequestId) : null;
  const grid = request && (await readGridInForce(db, request.careKind, today));
  if (!request) throw notFound();
  const facts = (await readRequestFacts(db, [careRequestId], today)).get(careRequestId);
  const delays = await readParameter(db, "delays", today, meetingDelays);
  const answerBy = addDays(today, delays.betweenMeetingsAnswerDays);
  if (!grid || !facts || !mayTransition("offer", request.status, "desk")) {
    const { version } = request;
    const nothing = { points: 0, place: null, explanation: null, names: noNames, motives: [] };
    return { view: { careRequestId, version, answerBy, waits: false, ...nothing }, part: null, request };
  }
  const sheet = scoreOf(grid, facts, today);
  const wished = new Set(request.wishes.map(({ facilityId }) => facilityId));
  const sections = (await listSectionsOf(db, request.careKind)).filter(({ facility }) =>
    wished.has(facility.id),
  );
  const candidate = townCandidate(
    {
      ...{ id: alone, number: alone, engineId: alone, lottery: 1 },
      request: { ...request, sheet, outdated: false },
    },
    sheet.basePoints,
  );
  const { served, explain, names } = await proposePlace(
    db,
    grid,
    {
      sectionIds: sections.map(({ id }) => id),
      startFrom: today,
      startTo: request.startOn > today ? request.startOn : today,
      heldOn: today,
    },
    [candidate],
  );
  const [part = null] = served;
  const section = part && sections.find(({ id }) => id === part.sectionId)!;
  const view: UrgentPlaceView = {
    waits: true,
    careRequestId,
    version: request.version,
    points: sheet.basePoints,
    answerBy,
    place:
      part && section
        ? {
            facility: { id: section.facility.id, name: section.facility.name },
            section: { id: section.id, name: section.name },
            ...{ pattern: part.pattern, startOn: part.from, endOn: part.to, partial: part.partial },
          }
        : null,
    explanation: explain(alone),
    names,
    motives: grid.motives.filter(({ use }) => use.includes("pin")),
  };
  return { view, part, request };
}

export async function readUrgentPlace(visit: SignedVisit, careRequestId: string): Promise<UrgentPlaceView> {
  const { view } = await findUrgentPlace(visit.db, visit, careRequestId);
  await logFileRead(visit, "careRequest", careRequestId, "commission");
  return view;
}
