// Facts of a request from what is written down of its household, its wishes and its town.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { isTown } from "#app/requests/rules/ask-form-address.ts";
import type { LocalFacts } from "./facts.ts";

export type Quarters = {
  /** Name of the quarter of each zone of the town, and of each facility whose quarter is known. */
  ofZone: ReadonlyMap<string, string>;
  ofFacility: ReadonlyMap<string, string>;
};

/** Whether a household lives in the town: its zone is one of the town's, else its city is; null when neither is said. */
export function residesIn(
  { city, zoneCode }: { city: string | null; zoneCode: string | null },
  town: string,
  quarters: Quarters,
): boolean | null {
  if (zoneCode !== null && quarters.ofZone.has(zoneCode)) return true;
  return city === null ? null : isTown(city, town);
}

type Seat = { childId: string; facilityId: string; startOn: CalendarDay; endOn: CalendarDay | null };

/** For every facility wished for: a brother or sister who will be there when care begins, the same quarter. */
export function localFactsOf(
  asked: { childId: string; startOn: CalendarDay; zoneCode: string | null; facilityIds: readonly string[] },
  seatsOfHousehold: readonly Seat[],
  quarters: Quarters,
  day: CalendarDay,
): Record<string, LocalFacts> {
  const start = asked.startOn > day ? asked.startOn : day;
  const there = new Set(
    seatsOfHousehold
      .filter(
        ({ childId, startOn, endOn }) =>
          childId !== asked.childId && startOn <= start && (endOn === null || endOn >= start),
      )
      .map(({ facilityId }) => facilityId),
  );
  const home = asked.zoneCode === null ? undefined : quarters.ofZone.get(asked.zoneCode);
  const local = asked.facilityIds.map((id): [string, LocalFacts] => [
    id,
    {
      siblingPresent: there.has(id),
      sameQuarter: home !== undefined && home === quarters.ofFacility.get(id),
    },
  ]);
  return Object.fromEntries(local);
}

type Asking = { childId: string; kind: string; birthDay: string | null; expectedOn: string | null };

/** Whether a twin asks for the same kind of care: born, or expected, the same day. */
export function hasTwinAsking(child: Asking, ofHousehold: readonly Asking[]): boolean {
  return ofHousehold.some(
    (other) =>
      other.childId !== child.childId &&
      other.kind === child.kind &&
      (child.birthDay === null
        ? other.birthDay === null && child.expectedOn !== null && other.expectedOn === child.expectedOn
        : other.birthDay === child.birthDay),
  );
}
