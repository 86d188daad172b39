import { geoPath } from "d3-geo";
import { matchKey, parseDecimal } from "#app/platform/files/cell-values.ts";
import { decodeText } from "#app/platform/files/decode-text.server.ts";
import type { ImportFile } from "#app/platform/files/import-plan.server.ts";
import type { Note } from "#app/platform/files/import-report.ts";
import { readImportTable } from "#app/platform/files/import-table.server.ts";
import type { ParsedRow } from "#app/platform/files/plan-rows.ts";
import type { ColumnSpec } from "#app/platform/files/read-columns.ts";
import { z } from "#app/zod.ts";
import { readContour } from "../rules/contour.ts";
import { type ZoneFacts, zoneKindOf } from "../rules/zone.ts";

type Column = "code" | "name" | "kind" | "quarterCode" | "quarterName" | "longitude" | "latitude" | "source";

/** Also the properties of a GeoJSON feature. The names that Insee and IGN use are understood. */
const columns: Record<Column, ColumnSpec> = {
  code: { names: ["code", "code_iris", "iris", "dcomiris"], required: true },
  name: { names: ["name", "nom_iris", "nom", "libelle", "lib_iris"], required: true },
  kind: { names: ["kind", "typ_iris", "type"] },
  quarterCode: { names: ["quarter_code", "grd_quart", "code_quartier"], required: true },
  quarterName: {
    names: ["quarter_name", "grd_quart_libelle_propose", "quartier", "grand_quartier"],
    required: true,
  },
  longitude: { names: ["longitude", "lon", "lng"] },
  latitude: { names: ["latitude", "lat"] },
  source: { names: ["source"], freeText: true },
};

type ParsedZone = ParsedRow<ZoneFacts>;
export type ParsedZones = { ok: true; zones: ParsedZone[]; notes: Note[] } | { ok: false; problems: Note[] };

const collection = z.object({
  type: z.literal("FeatureCollection"),
  metadata: z.object({ source: z.string().optional(), attribution: z.string().optional() }).optional(),
  features: z
    .array(z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: z.unknown() }))
    .min(1),
});

export function parseZones(file: ImportFile): ParsedZones {
  const { text } = decodeText(file.bytes);
  return text.trimStart().startsWith("{") ? fromGeoJson(text, file.name) : fromTable(file);
}

function fromTable(file: ImportFile): ParsedZones {
  const table = readImportTable(file.bytes, columns);
  if (!table.ok) return table;
  const zones = table.rows.map(({ line, cells, wrong, said }) => {
    const zone = zoneOf(line, cells, file.name, wrong);
    return zone.facts ? { ...zone, notes: said } : zone;
  });
  return { ok: true, zones, notes: table.notes };
}

function fromGeoJson(text: string, fileName: string): ParsedZones {
  const parsed = collection.safeParse(jsonOf(text));
  if (!parsed.success) return { ok: false, problems: [{ code: "notGeoJson" }] };
  const { features, metadata } = parsed.data;
  const source = metadata?.attribution ?? metadata?.source ?? fileName;
  const zones = features.map(({ properties, geometry }, index) => {
    const parsed = zoneOf(index + 1, cellsOf(properties ?? {}), source, []);
    return parsed.facts ? withContour(parsed, parsed.facts, geometry) : parsed;
  });
  return { ok: true, zones, notes: [] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function cellsOf(properties: Record<string, unknown>): Record<Column, string | null> {
  const values = new Map(Object.entries(properties).map(([name, value]) => [matchKey(name), value]));
  const cell = ({ names }: ColumnSpec): string | null => {
    const value = names.map((name) => values.get(matchKey(name))).find((each) => each != null);
    return typeof value === "string" || typeof value === "number" ? String(value).trim() || null : null;
  };
  return Object.fromEntries(Object.entries(columns).map(([key, spec]) => [key, cell(spec)])) as Record<
    Column,
    string | null
  >;
}

/** A place of the Earth, or nothing: half a position is a mistake. */
function centreOf(cells: Record<Column, string | null>): [number, number] | null | undefined {
  if (cells.longitude === null && cells.latitude === null) return null;
  const [longitude, latitude] = [parseDecimal(cells.longitude ?? ""), parseDecimal(cells.latitude ?? "")];
  if (longitude === null || latitude === null) return undefined;
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : undefined;
}

function zoneOf(
  line: number,
  cells: Record<Column, string | null>,
  source: string,
  found: Note[],
): ParsedZone {
  const { code, name, quarterCode, quarterName } = cells;
  const subject = [code, name].filter(Boolean).join(" ");
  const notes = [...found];
  for (const key of ["code", "name", "quarterCode", "quarterName"] as const) {
    if (cells[key] === null) notes.push({ code: "emptyCell", values: { column: columns[key].names[0] } });
  }
  const kind = cells.kind === null ? null : zoneKindOf(matchKey(cells.kind));
  if (cells.kind !== null && !kind) notes.push({ code: "zoneKind", values: { text: cells.kind } });
  const centre = centreOf(cells);
  if (centre === undefined) notes.push({ code: "position" });
  if (!code || !name || !quarterCode || !quarterName || notes.length > 0) {
    return { line, subject, facts: null, notes };
  }
  const [longitude, latitude] = centre ?? [null, null];
  const facts: ZoneFacts = {
    code,
    name,
    kind,
    quarterCode,
    quarterName,
    longitude,
    latitude,
    contour: null,
    source: cells.source ?? source,
  };
  return { line, subject, facts, notes };
}

function withContour(parsed: ParsedZone, facts: ZoneFacts, geometry: unknown): ParsedZone {
  const read = readContour(geometry);
  if (!read.ok) return { ...parsed, facts: null, notes: [{ code: `contour.${read.problem}` }] };
  const [longitude, latitude] = geoPath()
    .centroid(read.contour)
    .map((degrees) => Number(degrees.toFixed(6)));
  return {
    ...parsed,
    facts: { ...facts, longitude: longitude!, latitude: latitude!, contour: read.contour },
  };
}
