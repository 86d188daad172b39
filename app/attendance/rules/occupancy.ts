// What became of the minutes booked. Every planned minute is one of four things, and only one:
//   present  the child was there;
//   absent   an absence was marked, or the child came later or left earlier;
//   unknown  the time has passed and nobody marked the stay;
//   toCome   the time has not passed yet.
// Minutes spent outside the plan are `extra`: presence that was not booked. An arrival without a departure holds
// until the planned end.
import type { Span } from "./band-clock.ts";
import type { PresenceState } from "./presence.ts";

/** Epoch milliseconds, on whole minutes. */
export type StayRecord = {
  plannedStart: number;
  plannedEnd: number;
  state: PresenceState;
  arrivedAt: number | null;
  leftAt: number | null;
};

/** Minutes, by the time bands of the town. */
export type Split = { ordinary: number; atypical: number };
export type Occupancy = Record<"booked" | "present" | "extra" | "absent" | "unknown" | "toCome", Split>;

const minuteMs = 60_000;

export function emptyOccupancy(): Occupancy {
  const none = (): Split => ({ ordinary: 0, atypical: 0 });
  return { booked: none(), present: none(), extra: none(), absent: none(), unknown: none(), toCome: none() };
}

export const total = ({ ordinary, atypical }: Split): number => ordinary + atypical;

/** When the child was really there; null for a stay that nobody marked, or an absence. */
function presenceOf(stay: StayRecord, asOf: number): Span | null {
  if (stay.arrivedAt === null || (stay.state !== "arrived" && stay.state !== "left")) return null;
  const end = stay.leftAt ?? Math.max(stay.arrivedAt, Math.min(stay.plannedEnd, asOf));
  return { start: stay.arrivedAt, end };
}

export type OccupancyOptions = {
  /** Only minutes within it are counted: a night at the end of a month falls in both. */
  period: Span;
  /** Milliseconds of ordinary time in an interval: `covering(spansOf(bands.ordinary, …))`. */
  ordinary: (start: number, end: number) => number;
  /** What is later is still to come; leave out for a period that is over. */
  asOf?: number;
};

export function occupancyOf(stays: Iterable<StayRecord>, options: OccupancyOptions): Occupancy {
  const { period, ordinary, asOf = Infinity } = options;
  const sum = emptyOccupancy();
  const add = (into: keyof Occupancy, start: number, end: number): void => {
    const [from, to] = [Math.max(start, period.start), Math.min(end, period.end)];
    if (to <= from) return;
    const within = ordinary(from, to);
    sum[into].ordinary += within;
    sum[into].atypical += to - from - within;
  };
  for (const stay of stays) {
    const { plannedStart: start, plannedEnd: end } = stay;
    add("booked", start, end);
    if (stay.state === "absent") add("absent", start, end);
    else if (stay.state === "planned") {
      const known = Math.min(Math.max(asOf, start), end);
      add("unknown", start, known);
      add("toCome", known, end);
    } else {
      const there = presenceOf(stay, asOf) ?? { start: end, end };
      add("extra", there.start, Math.min(there.end, start));
      add("extra", Math.max(there.start, end), there.end);
      const [from, to] = [
        Math.min(Math.max(there.start, start), end),
        Math.max(Math.min(there.end, end), start),
      ];
      add("present", from, to);
      add("absent", start, from);
      // Still there now: what is left of the plan is to come, not missed.
      add(stay.leftAt === null ? "toCome" : "absent", Math.max(from, to), end);
    }
  }
  for (const split of Object.values(sum)) {
    split.ordinary /= minuteMs;
    split.atypical /= minuteMs;
  }
  return sum;
}

/** Whose stays have minutes outside ordinary hours: booked, and really spent. A contract may come several times. */
export function atypicalContracts(
  stays: Iterable<StayRecord & { contractId: string }>,
  options: OccupancyOptions,
): { booked: string[]; present: string[] } {
  const { period, ordinary, asOf = Infinity } = options;
  const isAtypical = ({ start, end }: Span): boolean => {
    const [from, to] = [Math.max(start, period.start), Math.min(end, period.end)];
    return to > from && ordinary(from, to) < to - from;
  };
  const found = { booked: [] as string[], present: [] as string[] };
  for (const stay of stays) {
    const there = presenceOf(stay, asOf);
    if (isAtypical({ start: stay.plannedStart, end: stay.plannedEnd })) found.booked.push(stay.contractId);
    if (there && isAtypical(there)) found.present.push(stay.contractId);
  }
  return found;
}
