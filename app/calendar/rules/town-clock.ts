/** Every hour shown or stored as a wall-clock time is that of the town. */
export const zone = "Europe/Paris";

const dayMs = 86_400_000;

const format = new Intl.DateTimeFormat("en-US", {
  timeZone: zone,
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

/** Minutes to add to UTC, as the time-zone data say. */
function computedOffset(ms: number): number {
  const whole = Math.floor(ms / 60_000) * 60_000;
  const parts = Object.fromEntries(
    format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!);
  return (local - whole) / 60_000;
}

/** The offset of a UTC day that keeps one all along; null for the two days a year that have a change. */
const offsetOfDay = new Map<number, number | null>();

/** Minutes by which the town's clocks are ahead of UTC at an instant: 60 in winter, 120 in summer. */
export function offsetAt(ms: number): number {
  const day = Math.floor(ms / dayMs);
  let known = offsetOfDay.get(day);
  if (known === undefined) {
    const [first, last] = [computedOffset(day * dayMs), computedOffset((day + 1) * dayMs - 1)];
    known = first === last ? first : null;
    offsetOfDay.set(day, known);
  }
  return known ?? computedOffset(ms);
}
