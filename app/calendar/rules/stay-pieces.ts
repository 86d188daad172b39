// A stay cut in pieces whose lengths always add up to its own: by day for screens, by spans for figures.
import { type CalendarDay, addDays } from "./day.ts";
import { dayOf, instantAt } from "./instant.ts";
import { union } from "./intervals.ts";

/** Half-open: who leaves at 18:00 is not there with who comes at 18:00. */
export type Piece = { start: Date; end: Date };

/** The parts of a stay on each day; a night is the evening of one and the morning of the next. */
export function splitByDay({ start, end }: Piece): (Piece & { day: CalendarDay })[] {
  const pieces: (Piece & { day: CalendarDay })[] = [];
  for (let from = start; from < end;) {
    const day = dayOf(from);
    const midnight = instantAt(addDays(day, 1), 0);
    const to = midnight < end ? midnight : end;
    pieces.push({ day, start: from, end: to });
    from = to;
  }
  return pieces;
}

/** The parts of a stay within some spans and those outside, each in order; spans may overlap. */
export function splitBySpans(stay: Piece, spans: Piece[]): { inside: Piece[]; outside: Piece[] } {
  const [inside, outside]: [Piece[], Piece[]] = [[], []];
  const last = stay.end.getTime();
  let from = stay.start.getTime();
  const add = (pieces: Piece[], to: number): void => {
    if (to <= from) return;
    pieces.push({ start: new Date(from), end: new Date(to) });
    from = to;
  };
  const real = spans.filter(({ start, end }) => start < end);
  for (const span of union(real.map(({ start, end }) => ({ start: start.getTime(), end: end.getTime() })))) {
    add(outside, Math.min(span.start, last));
    add(inside, Math.min(span.end, last));
  }
  add(outside, last);
  return { inside, outside };
}

/** Whether two stays have a moment in common; those that only touch do not, nor one that lasts no time. */
export function staysOverlap(a: Piece, b: Piece): boolean {
  return Math.max(a.start.getTime(), b.start.getTime()) < Math.min(a.end.getTime(), b.end.getTime());
}
