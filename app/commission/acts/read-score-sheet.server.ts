import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameters } from "#app/platform/parameters.server.ts";
import { priorityFacts } from "#app/requests/rules/priority-facts.ts";
import { townSettings } from "#app/territory/rules/town.ts";
import { scoreOf } from "../rules/scoring.ts";
import { type ScoreSheetView, scoredOf } from "../rules/sheet-view.ts";
import { findGrid, findGridInForce } from "../store/grids.server.ts";
import {
  type SheetCandidacy,
  type SheetRequest,
  findSheetRequest,
  listCandidacies,
  listSectionNames,
} from "../store/sheets.server.ts";
import { readRequestFacts } from "./read-request-facts.server.ts";

type Scored = ScoreSheetView["scored"];

/** What the meeting that is looking at the request has frozen. */
async function frozenSheet(
  db: Database,
  request: SheetRequest,
  open: SheetCandidacy,
  ofCaf: readonly string[],
): Promise<Scored> {
  const grid = await findGrid(db, open.gridId);
  return grid && scoredOf(grid, open.sheet, request.wishes, ofCaf);
}

/** What the facts of today give under the grid in force. */
async function sheetOfToday(
  db: Database,
  request: SheetRequest,
  today: CalendarDay,
  ofCaf: readonly string[],
): Promise<Scored> {
  const grid = await findGridInForce(db, request.kind, today);
  const facts = grid && (await readRequestFacts(db, [request.id], today)).get(request.id);
  return grid && facts ? scoredOf(grid, scoreOf(grid, facts, today), request.wishes, ofCaf) : null;
}

async function lastMeetingOf(db: Database, published?: SheetCandidacy): Promise<ScoreSheetView["last"]> {
  // Only totals can be compared: a place in an ordered list, or a level, says nothing of another family's.
  if (!published || published.sheet.method !== "points") return null;
  const { lastServed, heldOn, points } = published;
  const names = await listSectionNames(
    db,
    lastServed.map(({ sectionId }) => sectionId),
  );
  const served = lastServed.flatMap(({ sectionId, points: theirs }) => {
    const name = names.get(sectionId);
    return name ? [{ ...name, points: theirs }] : [];
  });
  return { heldOn, points, served };
}

async function sheetOf(
  { db, today }: Pick<SignedVisit, "db" | "today">,
  request: SheetRequest,
): Promise<ScoreSheetView> {
  const candidacies = await listCandidacies(db, request.id);
  const open = candidacies.find(({ status }) => status === "frozen");
  const { town, "priority-facts": rules } = await readParameters(db, today, {
    town: townSettings,
    "priority-facts": priorityFacts,
  });
  const ofCaf = rules.filter(({ askedOf }) => askedOf === "caf").map(({ code }) => code);
  return {
    careRequestId: request.id,
    reference: request.reference,
    kind: request.kind,
    childFirstName: request.childFirstName,
    scored: open
      ? await frozenSheet(db, request, open, ofCaf)
      : await sheetOfToday(db, request, today, ofCaf),
    frozenFor: open ? { heldOn: open.heldOn, number: open.number } : null,
    last: await lastMeetingOf(
      db,
      candidacies.find(({ status }) => status === "published"),
    ),
    service: town.service,
  };
}

/** The score sheet that a family reads of its own request. @throws 404 for another's */
export async function readFamilyScoreSheet(visit: SignedVisit, id: string): Promise<ScoreSheetView> {
  const request = await findSheetRequest(visit.db, id);
  if (!request || !within(visit.scope, { householdId: request.householdId })) throw notFound();
  return sheetOf(visit, request);
}

/** The same sheet for an agent who may read the file; the reading is logged. @throws 404 out of scope */
export async function readDeskScoreSheet(visit: SignedVisit, id: string): Promise<ScoreSheetView> {
  const request = await findSheetRequest(visit.db, id);
  if (!request || !within(visit.scope, { organisationId: request.handlerId })) throw notFound();
  await logFileRead(visit, "careRequest", id, "commission");
  return sheetOf(visit, request);
}
