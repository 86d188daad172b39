// What became of the minutes booked. Every planned minute is one of four things, and only one:
//   present  the child was there;
//   absent   an absence was marked, or the child came later or left earlier;
//   unknown  the time has passed and nobody marked the stay;
//   toCome   the time has not passed yet.
// Minutes spent outside the plan are `extra`: presence that was not booked. An arrival without a departure holds
// until the planned end.
import { type StayRecord, presenceOf } from "./stay-record.ts";

export type StayMeasure = "booked" | "present" | "extra" | "absent" | "unknown" | "toCome";

/** Gives each stretch of a stay to what it is; an empty stretch may be given too. */
export function tellStay(
  stay: StayRecord,
  asOf: number,
  add: (measure: StayMeasure, start: number, end: number) => void,
): void {
  const { plannedStart: start, plannedEnd: end } = stay;
  add("booked", start, end);
  if (stay.state === "absent") {
    add("absent", start, end);
    return;
  }
  const there = presenceOf(stay, asOf);
  if (!there) {
    const known = stay.state === "planned" ? Math.min(Math.max(asOf, start), end) : end;
    add("unknown", start, known);
    add("toCome", known, end);
    return;
  }
  add("extra", there.start, Math.min(there.end, start));
  add("extra", Math.max(there.start, end), there.end);
  const from = Math.min(Math.max(there.start, start), end);
  const to = Math.max(Math.min(there.end, end), start);
  add("present", from, to);
  add("absent", start, from);
  // Still there now: what is left of the plan is to come, not missed.
  add(stay.leftAt === null ? "toCome" : "absent", Math.max(from, to), end);
}
