// After-school hours count by whole bands: once a child is present in part of one, all of it is used (Caf, hours
// "réalisées" of the ALSH périscolaire; regulation 3).
import type { Span } from "#app/calendar/rules/quarter-hours.ts";
import { type ChildStay, presenceOf } from "./stay-record.ts";

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The best known of two stays of a child in one band: seen there, then not marked, then away. */
const rank = { left: 2, arrived: 2, planned: 1, absent: 0 };

/** Index of the first band that ends after a time. */
function firstBand(bands: readonly Span[], time: number): number {
  let [low, high] = [0, bands.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bands[middle]!.end <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * One stay a band that was booked or used. A stay outside every band keeps its own hours.
 * @param bands opening hours on real days, in order, one after the other
 */
export function inWholeBands(stays: Iterable<ChildStay>, bands: readonly Span[]): ChildStay[] {
  const kept: ChildStay[] = [];
  const known = new Map<string, Map<number, number>>();
  for (const stay of stays) {
    const planned = { start: stay.plannedStart, end: stay.plannedEnd };
    const there = presenceOf(stay, Infinity) ?? planned;
    const [from, to] = [Math.min(planned.start, there.start), Math.max(planned.end, there.end)];
    let own = known.get(stay.childId);
    let outside = true;
    for (let index = firstBand(bands, from); index < bands.length && bands[index]!.start < to; index++) {
      const record = inBand(stay, bands[index]!, planned, there === planned ? null : there);
      if (!record) continue;
      outside = false;
      if (!own) known.set(stay.childId, (own = new Map()));
      const place = own.get(index);
      if (place === undefined) own.set(index, kept.push(record) - 1);
      else kept[place] = better(record, kept[place]!);
    }
    if (outside) kept.push(stay);
  }
  return kept;
}

/** What a stay is to a band; null when it neither booked nor used any of it. */
function inBand(stay: ChildStay, band: Span, planned: Span, there: Span | null): ChildStay | null {
  const booked = planned.end > planned.start && touches(band, planned);
  const used = there !== null && touches(band, there);
  if (!booked && !used) return null;
  return {
    childId: stay.childId,
    plannedStart: band.start,
    // A band used without being booked is presence outside the plan.
    plannedEnd: booked ? band.end : band.start,
    state: used ? "left" : stay.state === "planned" ? "planned" : "absent",
    arrivedAt: used ? band.start : null,
    leftAt: used ? band.end : null,
    absenceCode: stay.absenceCode,
    markedAt: stay.markedAt,
  };
}

/** Two stays in one band: it is booked if either booked it, and used if either used it. */
function better(one: ChildStay, other: ChildStay): ChildStay {
  const [best, rest] = rank[one.state] > rank[other.state] ? [one, other] : [other, one];
  return rest.plannedEnd > best.plannedEnd ? { ...best, plannedEnd: rest.plannedEnd } : best;
}
