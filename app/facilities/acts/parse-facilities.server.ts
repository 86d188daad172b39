import { parseClock } from "#app/calendar/rules/clock-text.ts";
import { parseHours } from "#app/calendar/rules/hours-text.ts";
import { parseWeekdays } from "#app/calendar/rules/weekdays-text.ts";
import { matchKey, parseWhole, parseYesNo } from "#app/platform/files/cell-values.ts";
import type { Note } from "#app/platform/files/import-report.ts";
import { type ImportTable, readImportTable } from "#app/platform/files/import-table.server.ts";
import type { ColumnRow, ColumnSpec } from "#app/platform/files/read-columns.ts";
import { type FacilityKind, type OrganisationKind, facilityKinds } from "../rules/kinds.ts";
import {
  type FacilityFacts,
  type OpenHours,
  type OperatorFacts,
  dailyHours,
  facilityKindSpellings,
  operatorOnlySpellings,
  organisationKindSpellings,
} from "../rules/stated-facility.ts";

const columns = {
  name: { names: ["name", "nom"], required: true },
  kind: { names: ["kind", "type", "nature"], required: true },
  operator: { names: ["operator", "gestionnaire"] },
  operatorKind: { names: ["operator_kind", "type_gestionnaire"] },
  quarter: { names: ["quartier", "quarter", "quarter_name"] },
  zone: { names: ["zone", "code_iris", "iris"] },
  address: { names: ["address", "adresse"] },
  places: { names: ["places"] },
  homeBasedPlaces: { names: ["home_based_places", "places_familiales"] },
  minAgeMonths: { names: ["min_age_months", "age_min_mois"] },
  maxAgeMonths: { names: ["max_age_months", "age_max_mois"] },
  opens: { names: ["opens", "ouverture"] },
  closes: { names: ["closes", "fermeture"] },
  days: { names: ["days", "jours"] },
  night: { names: ["night", "nuit"] },
  hours: { names: ["hours", "horaires"] },
  statedIn: { names: ["stated_in", "annee"] },
  source: { names: ["source"], freeText: true },
} as const satisfies Record<string, ColumnSpec>;
type Column = keyof typeof columns;
type Cells = Record<Column, string | null>;

/** `facility` is null in a row that names an operator only, and in a refused one. */
export type ParsedFacility = {
  line: number;
  subject: string;
  refused: boolean;
  facility: FacilityFacts | null;
  operator: OperatorFacts | null;
  notes: Note[];
};

export function readFacilityTable(bytes: Uint8Array): ImportTable<Column> {
  return readImportTable<Column>(bytes, columns);
}

export function parseFacility({ line, cells, ...row }: ColumnRow<Column>, fileName: string): ParsedFacility {
  const wrong = [...row.wrong];
  for (const column of ["name", "kind"] as const) {
    if (cells[column] === null) wrong.push({ code: "emptyCell", values: { column } });
  }
  const operatorOnly = operatorOnlySpellings.includes(matchKey(cells.kind ?? ""));
  const operator = operatorOf(cells, operatorOnly, wrong);
  const parsed = { line, subject: cells.name ?? "", operator };
  if (operatorOnly && wrong.length === 0) {
    return { ...parsed, refused: false, facility: null, notes: [{ code: "operatorOnly" }, ...row.said] };
  }
  const known = [...row.said];
  const facility = facilityOf(cells, fileName, wrong, known);
  if (!facility || wrong.length > 0) return { ...parsed, refused: true, facility: null, notes: wrong };
  return { ...parsed, refused: false, facility, notes: known };
}

function operatorOf(cells: Cells, operatorOnly: boolean, wrong: Note[]): OperatorFacts | null {
  const name = cells.operator ?? (operatorOnly ? cells.name : null);
  if (name === null) return null;
  const text = cells.operatorKind ?? (operatorOnly ? cells.kind : null);
  const kind: OrganisationKind | null =
    text === null ? null : (organisationKindSpellings[matchKey(text)] ?? null);
  if (text !== null && kind === null) wrong.push({ code: "operatorKind", values: { text } });
  return { name, kind };
}

const kindOf = (text: string): FacilityKind | null =>
  facilityKindSpellings[matchKey(text)] ?? facilityKinds.find((kind) => kind === text) ?? null;

/** Adds what is wrong to `wrong`, and what stays unknown to `unknown`. */
function facilityOf(cells: Cells, fileName: string, wrong: Note[], unknown: Note[]): FacilityFacts | null {
  const kind = kindOf(cells.kind ?? "");
  if (cells.kind !== null && !kind) wrong.push({ code: "facilityKind", values: { text: cells.kind } });
  const whole = (column: Column): number | null => {
    const text = cells[column];
    const value = text === null ? null : parseWhole(text);
    if (text !== null && value === null) wrong.push({ code: "number", values: { column, text } });
    return value;
  };
  // A childminder works at home: her quarter is kept, never where she lives.
  const atHome = kind === "childminder";
  if (atHome && (cells.address !== null || cells.zone !== null)) unknown.push({ code: "addressNotKept" });
  const facts = {
    operatorName: cells.operator,
    quarterName: cells.quarter,
    zoneCode: atHome ? null : cells.zone,
    address: atHome ? null : cells.address,
    places: whole("places"),
    homeBasedPlaces: whole("homeBasedPlaces"),
    minAgeMonths: whole("minAgeMonths"),
    maxAgeMonths: whole("maxAgeMonths"),
    statedIn: cells.statedIn,
    source: cells.source ?? fileName,
    hours: hoursOf(cells, wrong, unknown),
  };
  if (facts.places === null) unknown.push({ code: "placesUnknown" });
  return cells.name === null || !kind ? null : { name: cells.name, kind, ...facts };
}

function hoursOf(cells: Cells, wrong: Note[], unknown: Note[]): OpenHours[] | null {
  if (cells.hours !== null) return hoursOfText(cells.hours, wrong);
  const { opens, closes, days } = cells;
  if (opens === null || closes === null || days === null) {
    const none = opens === null && closes === null && days === null;
    unknown.push({ code: none ? "hoursUnknown" : "hoursIncomplete" });
    return null;
  }
  const [start, end, weekdays] = [parseClock(opens), parseClock(closes), parseWeekdays(days)];
  if (start === null) wrong.push({ code: "time", values: { column: "opens", text: opens } });
  if (end === null) wrong.push({ code: "time", values: { column: "closes", text: closes } });
  if (weekdays === null) wrong.push({ code: "days", values: { text: days } });
  const night = cells.night === null ? false : parseYesNo(cells.night);
  if (night === null) wrong.push({ code: "yesNo", values: { column: "night", text: cells.night! } });
  if (start === null || end === null || weekdays === null || night === null) return null;
  const hours = dailyHours(weekdays, { opens: start, closes: end, night });
  if (!hours) wrong.push({ code: "closesBeforeOpens", values: { opens, closes } });
  return hours;
}

function hoursOfText(text: string, wrong: Note[]): OpenHours[] | null {
  const read = parseHours(text);
  if (!read.ok) {
    wrong.push({ code: `hours.${read.problem.code}`, values: { text: read.problem.text } });
    return null;
  }
  if (read.pattern.cycleWeeks === 1 && !read.pattern.rota) {
    return read.pattern.slots.map(({ weekday, start, end }) => ({ weekday, start, end }));
  }
  wrong.push({ code: "hours.alternating", values: { text } });
  return null;
}
