/** Every hour shown or stored as a wall-clock time is that of the town. */
export const zone = "Europe/Paris";

const minuteMs = 60_000;

const format = new Intl.DateTimeFormat("en-US", {
  timeZone: zone,
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

/** Minutes to add to UTC, as the time-zone data say: slow, hence asked some forty times a year. */
function computedOffset(ms: number): number {
  const whole = Math.floor(ms / minuteMs) * minuteMs;
  const parts = Object.fromEntries(
    format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!);
  return (local - whole) / minuteMs;
}

/** From `at` on, clocks are `offset` minutes ahead of UTC. */
type Change = { at: number; offset: number };

/** The first minute after `early` at which the offset is that of `late`. */
function changeBetween(early: number, late: number, offset: number): number {
  let [low, high] = [early, late];
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (computedOffset(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

/** The offset of New Year, and the changes of the year in order: a month has one change at most. */
function changesOf(year: number): Change[] {
  const changes: Change[] = [{ at: Date.UTC(year, 0), offset: computedOffset(Date.UTC(year, 0)) }];
  for (let month = 1; month <= 12; month++) {
    const [early, late] = [Date.UTC(year, month - 1), Date.UTC(year, month)];
    const offset = computedOffset(late);
    if (offset !== changes.at(-1)!.offset) changes.push({ at: changeBetween(early, late, offset), offset });
  }
  return changes;
}

const years = new Map<number, Change[]>();

/** Minutes by which the town's clocks are ahead of UTC at an instant: 60 in winter, 120 in summer. */
export function offsetAt(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  let changes = years.get(year);
  if (!changes) years.set(year, (changes = changesOf(year)));
  let { offset } = changes[0]!;
  for (const change of changes) if (change.at <= ms) offset = change.offset;
  return offset;
}
