// An approved childminder, as the RPE lists her: a name, a quarter, places and the hours when they can be taken.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { z } from "#app/zod.ts";
import { type DatedBand, inForce } from "./capacity.ts";
import type { OpenHours } from "./stated-facility.ts";

/** The parameter "childminder-licence". */
export const childminderLicence = z.object({
  /** Children at once, as such (CASF L421-4). */
  maxChildren: z.number().int().positive(),
  article: z.string().min(1),
});

/** Under six years, as for every childminder's licence. */
export const childminderAges = { minAgeMonths: 0, maxAgeMonths: 72 } as const;

/** Places that can be taken at the same time, in some hours of the week, from a day on. */
export type Availability = { places: number; hours: OpenHours[]; from: CalendarDay };

export type Childminder = {
  id: string;
  sectionId: string;
  name: string;
  quarterName: string | null;
  places: number | null;
  /** As last stated; the bands tell when. */
  hours: OpenHours[];
  bands: DatedBand[];
};

/** The places of a childminder as bands, from a day on. */
export function bandsOfAvailability({ places, hours, from }: Availability): DatedBand[] {
  return hours.map(({ weekday, start, end }) => ({
    weekday,
    startMinute: start,
    endMinute: end,
    places,
    validFrom: from,
    validTo: null,
  }));
}

/** `stopsOn` is the last day; `unknown`: she has not said when she is free. */
export type ChildminderState =
  | { state: "available"; stopsOn: CalendarDay | null }
  | { state: "stopped"; stopsOn: CalendarDay }
  | { state: "unknown" };

export function childminderState(
  { bands }: Pick<Childminder, "bands">,
  today: CalendarDay,
): ChildminderState {
  if (bands.length === 0) return { state: "unknown" };
  if (bands.some(({ validTo }) => validTo === null)) return { state: "available", stopsOn: null };
  const stopsOn = bands.reduce(
    (last, { validTo }) => (validTo! > last ? validTo! : last),
    bands[0]!.validTo!,
  );
  return { state: stopsOn < today ? "stopped" : "available", stopsOn };
}

/** What becomes of bands when others take over from a day on: some end the day before, some never begin. */
export function endedBefore(
  bands: (DatedBand & { id: string })[],
  from: CalendarDay,
): { deleted: string[]; ended: string[]; lastDay: CalendarDay } {
  const lastDay = addDays(from, -1);
  const going = bands.filter(({ validTo }) => validTo === null || validTo >= from);
  return {
    deleted: going.filter(({ validFrom }) => validFrom >= from).map(({ id }) => id),
    ended: going.filter((band) => inForce(band, lastDay)).map(({ id }) => id),
    lastDay,
  };
}
