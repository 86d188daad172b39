// The outlines of a map in the plane of a picture: contours where every zone has one, else tiles.
import { geoMercator, geoPath } from "d3-geo";
import { layTiles } from "./tile-layout.ts";

type Ring = [longitude: number, latitude: number][];
/** GeoJSON: outer rings counterclockwise (RFC 7946). */
export type Outline =
  { type: "Polygon"; coordinates: Ring[] } | { type: "MultiPolygon"; coordinates: Ring[][] };

export type Place = { longitude: number | null; latitude: number | null; contour: Outline | null };

export type Shapes = {
  kind: "contours" | "tiles";
  width: number;
  height: number;
  /** In the order of the places: the outline, and where a mark stands in it. */
  shapes: { path: string; x: number; y: number }[];
};

const width = 800;
const margin = 8;

/** d3-geo reads rings on the sphere the other way round. */
function onSphere(outline: Outline): Outline {
  const turned = (rings: Ring[]): Ring[] => rings.map((ring) => [...ring].reverse());
  return outline.type === "Polygon"
    ? { type: "Polygon", coordinates: turned(outline.coordinates) }
    : { type: "MultiPolygon", coordinates: outline.coordinates.map(turned) };
}

function drawContours(outlines: Outline[]): Shapes {
  const turned = outlines.map(onSphere);
  const whole = { type: "GeometryCollection" as const, geometries: turned };
  const projection = geoMercator().fitWidth(width - 2 * margin, whole);
  const [[left, top], [, bottom]] = geoPath(projection).bounds(whole);
  const [shiftX, shiftY] = projection.translate();
  projection.translate([shiftX - left + margin, shiftY - top + margin]);
  const path = geoPath(projection).digits(1);
  const shapes = turned.map((outline) => {
    const [x, y] = path.centroid(outline);
    return { path: path(outline) ?? "", x: Math.round(x), y: Math.round(y) };
  });
  return { kind: "contours", width, height: Math.ceil(bottom - top + 2 * margin), shapes };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A hexagon that stands on a point, a little smaller than its place. */
function hexagon(x: number, y: number, radius: number): string {
  const corners = [0, 1, 2, 3, 4, 5].map((corner) => {
    const angle = (Math.PI / 3) * corner + Math.PI / 6;
    return `${round(x + radius * Math.cos(angle))},${round(y + radius * Math.sin(angle))}`;
  });
  return `M${corners.join("L")}Z`;
}

function drawTiles(places: Place[]): Shapes {
  const tiles = layTiles(places);
  const least = { x: Math.min(...tiles.map(({ x }) => x)), y: Math.min(...tiles.map(({ y }) => y)) };
  const across = Math.max(...tiles.map(({ x }) => x)) - least.x + 1;
  // Few tiles are not blown up to the whole width.
  const size = (width - 2 * margin) / Math.max(across, 4);
  const radius = size / Math.sqrt(3);
  const shapes = tiles.map((tile) => {
    const x = margin + (tile.x - least.x + 0.5) * size;
    const y = margin + (tile.y - least.y) * size + radius;
    return { path: hexagon(x, y, radius * 0.95), x: round(x), y: round(y) };
  });
  const height = Math.max(...shapes.map(({ y }) => y)) + radius + margin;
  return { kind: "tiles", width, height: Math.ceil(height), shapes };
}

export function shapesOf(places: Place[]): Shapes {
  const outlines = places.flatMap(({ contour }) => contour ?? []);
  if (places.length === 0) return { kind: "tiles", width, height: 0, shapes: [] };
  return outlines.length === places.length ? drawContours(outlines) : drawTiles(places);
}
