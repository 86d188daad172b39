// When a section expects somebody: from the first arrival to the last departure; a gap in between makes two pieces.
import type { Standing } from "./presence.ts";

export type Piece = { start: Date; end: Date; count: number };

/** Stays that touch or overlap, put together; those announced absent are left out. @param stays in order of time */
export function expectedPieces(
  stays: readonly { plannedStart: Date; plannedEnd: Date; standing: Standing }[],
): Piece[] {
  const joined: Piece[] = [];
  for (const { plannedStart, plannedEnd, standing } of stays) {
    if (standing === "absent") continue;
    const last = joined.at(-1);
    if (last && plannedStart <= last.end) {
      if (plannedEnd > last.end) last.end = plannedEnd;
      last.count += 1;
    } else joined.push({ start: plannedStart, end: plannedEnd, count: 1 });
  }
  return joined;
}
