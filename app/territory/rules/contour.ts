// The outline of a zone as GeoJSON geometry (RFC 7946): degrees, outer rings counterclockwise, holes clockwise.

type Position = [longitude: number, latitude: number];
type Ring = Position[];
export type Contour =
  { type: "Polygon"; coordinates: Ring[] } | { type: "MultiPolygon"; coordinates: Ring[][] };

/** `notArea`: points or lines; `notDegrees`: a projected file, such as Lambert 93; `broken`: rings that do not close. */
export type ContourProblem = "notArea" | "notDegrees" | "broken";

class Unreadable extends Error {
  constructor(readonly problem: ContourProblem) {
    super(problem);
  }
}

function positionOf(value: unknown): Position {
  if (!Array.isArray(value)) throw new Unreadable("broken");
  const [longitude, latitude] = value as unknown[];
  if (typeof longitude !== "number" || typeof latitude !== "number") throw new Unreadable("broken");
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) throw new Unreadable("notDegrees");
  return [longitude, latitude];
}

/** Twice the area on the plane of degrees; positive when counterclockwise. */
const turn = (ring: Ring): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

function ringOf(value: unknown, index: number): Ring {
  if (!Array.isArray(value)) throw new Unreadable("broken");
  const ring = value.map(positionOf);
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || first![0] !== last![0] || first![1] !== last![1]) throw new Unreadable("broken");
  const outer = index === 0;
  return turn(ring) > 0 === outer ? ring : ring.reverse();
}

function polygonOf(value: unknown): Ring[] {
  if (!Array.isArray(value) || value.length === 0) throw new Unreadable("broken");
  return value.map(ringOf);
}

export function readContour(
  geometry: unknown,
): { ok: true; contour: Contour } | { ok: false; problem: ContourProblem } {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  try {
    if (type === "Polygon") return { ok: true, contour: { type, coordinates: polygonOf(coordinates) } };
    if (type !== "MultiPolygon") return { ok: false, problem: "notArea" };
    if (!Array.isArray(coordinates) || coordinates.length === 0) return { ok: false, problem: "broken" };
    return { ok: true, contour: { type, coordinates: coordinates.map(polygonOf) } };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}
