/** Degrees, WGS 84. */
export type Position = { longitude: number; latitude: number };

const kilometresOfDegree = 111.2;

/** Kilometres as the crow flies, near enough within a town. */
export function kilometres(one: Position, other: Position): number {
  const narrowing = Math.cos((((one.latitude + other.latitude) / 2) * Math.PI) / 180);
  const north = (one.latitude - other.latitude) * kilometresOfDegree;
  const east = (one.longitude - other.longitude) * kilometresOfDegree * narrowing;
  return Math.hypot(north, east);
}
