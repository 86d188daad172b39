import type { Database } from "#app/platform/database/client.server.ts";
import { matchKey } from "#app/platform/files/cell-values.ts";
import {
  type ImportContext,
  type ImportFile,
  type ImportPlan,
  keepAllOrNothing,
} from "#app/platform/files/import-plan.server.ts";
import {
  type ImportLine,
  type ImportReport,
  type Note,
  unreadable,
} from "#app/platform/files/import-report.ts";
import { type ParsedRow, changesOf, planRows } from "#app/platform/files/plan-rows.ts";
import { readZones } from "#app/territory/acts/read-zones.server.ts";
import { matchQuarter } from "#app/territory/rules/quarter-name.ts";
import type { FacilityFacts } from "../rules/stated-facility.ts";
import {
  type KnownFacility,
  findOrganisations,
  findStatedFacilities,
  insertFacility,
  insertOrganisation,
  updateFacility,
  updateOrganisationKind,
} from "../store/import.server.ts";
import { type ParsedFacility, parseFacility, readFacilityTable } from "./parse-facilities.server.ts";
import { type PlannedOperators, planOperators } from "./plan-operators.server.ts";

/**
 * Reads facilities and those who run them from a table. What a cell leaves empty stays unknown, or as it was;
 * sections and their places by hour are never guessed from a total.
 */
export async function importFacilities(context: ImportContext, file: ImportFile): Promise<ImportReport> {
  const table = readFacilityTable(file.bytes);
  if (!table.ok) return unreadable(...table.problems);
  const rows = table.rows.map((row) => parseFacility(row, file.name));
  return keepAllOrNothing(context, table.notes, (tx) => plan(tx, context, rows));
}

type Town = { quarters: string[]; zoneCodes: Set<string> };

/** The quarter as the town writes it, and a zone that exists. */
function placeInTown(
  facts: FacilityFacts,
  { quarters, zoneCodes }: Town,
): { facts: FacilityFacts | null; notes: Note[] } {
  const { zoneCode, quarterName } = facts;
  if (zoneCode !== null && !zoneCodes.has(zoneCode)) {
    return { facts: null, notes: [{ code: "zoneUnknown", values: { code: zoneCode } }] };
  }
  if (quarterName === null) return { facts, notes: [] };
  const quarter = matchQuarter(quarterName, quarters);
  if (quarter === quarterName) return { facts, notes: [] };
  if (!quarter) return { facts, notes: [{ code: "quarterUnknown", values: { text: quarterName } }] };
  return {
    facts: { ...facts, quarterName: quarter },
    notes: [{ code: "quarterReadAs", values: { text: quarterName, quarter } }],
  };
}

async function plan(
  tx: Database,
  { progress }: ImportContext,
  parsed: ParsedFacility[],
): Promise<ImportPlan> {
  const zones = await readZones(tx);
  const town = {
    quarters: [...new Set(zones.map(({ quarterName }) => quarterName))],
    zoneCodes: new Set(zones.map(({ code }) => code)),
  };
  const operators = planOperators(parsed, await findOrganisations(tx));
  const known = await findStatedFacilities(tx);
  const rows = parsed.map((row) => rowOf(row, operators, town, known));
  const planned = planRows(rows, known, ({ name }) => matchKey(name), changesOf);
  const lines = planned.lines.map((line, index) => operatorLine(parsed[index]!, operators) ?? line);
  return {
    lines,
    write: async (tx) => {
      const ids = await writeOperators(tx, operators);
      const idOf = (name: string | null): string | null => (name === null ? null : ids.get(name)!);
      const total = planned.added.length + planned.updated.length;
      let done = 0;
      for (const { operatorName, ...facility } of planned.added) {
        await insertFacility(tx, { ...facility, organisationId: idOf(operatorName) });
        progress?.(++done, total);
      }
      for (const { known, changes } of planned.updated) {
        const { operatorName, ...others } = changes;
        await updateFacility(tx, known.id, {
          ...others,
          ...(operatorName ? { organisationId: idOf(operatorName) } : {}),
        });
        progress?.(++done, total);
      }
    },
  };
}

function rowOf(
  { line, subject, refused, facility, notes }: ParsedFacility,
  operators: PlannedOperators,
  town: Town,
  known: KnownFacility[],
): ParsedRow<FacilityFacts> {
  const operator = operators.rows.get(line);
  if (refused || !facility) return { line, subject, facts: null, notes };
  if (operator?.problem) return { line, subject, facts: null, notes: [operator.problem] };
  const placed = placeInTown({ ...facility, operatorName: operator?.name ?? null }, town);
  if (!placed.facts) return { line, subject, facts: null, notes: placed.notes };
  const before = known.find(({ name }) => matchKey(name) === matchKey(facility.name));
  const capacity: Note[] = before && before.sections > 0 ? [] : [{ code: "capacityUnknown" }];
  const added: Note[] = operator?.added ? [{ code: "operatorAdded", values: { name: operator.name } }] : [];
  return { line, subject, facts: placed.facts, notes: [...added, ...placed.notes, ...notes, ...capacity] };
}

/** A row that names an operator only says what becomes of the operator. */
function operatorLine(row: ParsedFacility, operators: PlannedOperators): ImportLine | null {
  const operator = operators.rows.get(row.line);
  if (row.refused || row.facility || !operator) return null;
  const { line, subject, notes } = row;
  if (operator.problem) return { line, subject, outcome: "refused", notes: [operator.problem] };
  const outcome = operator.added ? "added" : operator.changed ? "updated" : "unchanged";
  return { line, subject, outcome, notes };
}

/** Ids of every operator, by name. */
async function writeOperators(
  tx: Database,
  { added, changed, known }: PlannedOperators,
): Promise<Map<string, string>> {
  const ids = new Map(known.map(({ name, id }) => [name, id]));
  for (const operator of added) ids.set(operator.name, await insertOrganisation(tx, operator));
  for (const { id, kind } of changed) await updateOrganisationKind(tx, id, kind);
  return ids;
}
