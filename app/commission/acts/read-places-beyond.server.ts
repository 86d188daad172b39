import { readCapacity } from "#app/attendance/acts/read-capacity.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { PlannedPart } from "../rules/meeting-options.ts";
import type { MeetingTown, TownFacility } from "../rules/meeting-town.ts";
import { type Beyond, type HeldTwice, beyondOf, isWorse } from "../rules/places-beyond.ts";

/** A child keeps its seat until the family has accepted: the seat and the offer are one child. */
function heldTwice({ seats }: TownFacility, offers: readonly PlannedPart[]): HeldTwice[] {
  return offers.flatMap(({ candidate, sectionId, pattern, from, to }) =>
    seats
      .filter(({ childId }) => childId === candidate.childId)
      .flatMap(({ rows }) => rows)
      .filter((row) => row.sectionId === sectionId)
      .map((seat) => ({ sectionId, seat, offer: { pattern, startOn: from, endOn: to } })),
  );
}

/**
 * How far each facility of some offers is beyond its limits, over the days of the offers.
 * @param written whether the offers are in the database already
 */
export async function readPlacesBeyond(
  db: Database,
  { facilities }: Pick<MeetingTown, "facilities">,
  offers: readonly PlannedPart[],
  written: boolean,
  /** Between two facilities: time for others. */
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Map<string, Beyond>> {
  const beyond = new Map<string, Beyond>();
  for (const facility of facilities) {
    const own = offers.filter(({ facilityId }) => facilityId === facility.id);
    if (own.length === 0) continue;
    const from = own.map((part) => part.from).sort()[0]!;
    const to: CalendarDay = own
      .map((part) => part.to)
      .sort()
      .at(-1)!;
    const { limits } = await readCapacity(db, { facilityId: facility.id, from, to });
    beyond.set(facility.id, beyondOf(limits, written ? heldTwice(facility, own) : []));
    await pause();
  }
  return beyond;
}

/** Whether any facility is further beyond its limits than it was. */
export function anyWorse(before: ReadonlyMap<string, Beyond>, after: ReadonlyMap<string, Beyond>): boolean {
  return [...after].some(([id, beyond]) => isWorse(before.get(id)!, beyond));
}
