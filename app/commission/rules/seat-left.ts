// The seat that a child has when its care would begin: which one it leaves by accepting, and the hours that it has anyway.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { type HeldPeriod, staysOverlap } from "#app/calendar/rules/held-overlap.ts";
import { type HalfHours, both, halfHoursOf, halfHoursOfFortnight } from "./half-hours.ts";
import type { SeatRow, TownCandidate, TownFacility } from "./meeting-town.ts";

type InCare = TownCandidate["inCare"][number];

/** Agreements that hold some of the hours: a child cannot have both. */
export const inTheWay = ({ inCare }: Pick<TownCandidate, "inCare">, hours: HeldPeriod): InCare[] =>
  inCare.filter(({ rows }) => rows.some((row) => staysOverlap(row, hours)));

/** Whether rows that follow each other leave no day out. */
function coverAll(rows: readonly SeatRow[], from: CalendarDay, to: CalendarDay): boolean {
  const days = (at: CalendarDay): boolean =>
    rows.some(({ startOn, endOn }) => startOn <= at && (endOn === null || endOn >= at));
  const after = rows.flatMap(({ endOn }) => (endOn !== null && endOn < to ? [addDays(endOn, 1)] : []));
  return [from, ...after.filter((day) => day > from)].every(days);
}

/**
 * Half-hours that an agreement holds in a section all along: an offer of them in that section takes no other place.
 * None when it ends before, or when the child is in another section for some of the time.
 */
export function heldAllAlong(
  { seats }: Pick<TownFacility, "seats">,
  agreementId: string,
  { sectionId, from, to }: { sectionId: string; from: CalendarDay; to: CalendarDay },
): HalfHours {
  const rows = seats
    .filter(({ id }) => id === `agreement:${agreementId}`)
    .flatMap((seat) => seat.rows)
    .filter(({ startOn, endOn }) => startOn <= to && (endOn === null || endOn >= from));
  const stays = rows.every((row) => row.sectionId === sectionId) && coverAll(rows, from, to);
  return stays ? both(rows.map(({ pattern }) => halfHoursOf(pattern))) : new Uint8Array(halfHoursOfFortnight);
}
