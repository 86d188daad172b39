import { type CalendarDay, addDays, weekdayOf } from "#app/calendar/rules/day.ts";
import type { DatedBand } from "#app/facilities/rules/capacity.ts";
import type { PresenceFacts } from "./presence.ts";

/** Licensed places at a minute of a day; null when no licence is on record (unknown is not zero). */
export function licensedAt(bands: DatedBand[], day: CalendarDay, minute: number): number | null {
  if (bands.length === 0) return null;
  // A band of the day before may go on after midnight.
  const moments = [
    { on: day, at: minute },
    { on: addDays(day, -1), at: minute + 1440 },
  ];
  let places = 0;
  for (const { on, at } of moments) {
    for (const band of bands) {
      const inForce = band.validFrom <= on && (band.validTo === null || on <= band.validTo);
      if (inForce && band.weekday === weekdayOf(on) && band.startMinute <= at && at < band.endMinute) {
        places += band.places;
      }
    }
  }
  return places;
}

/** Children booked, and children really there, at a moment. */
export function headcountAt(presences: PresenceFacts[], now: Date): { booked: number; present: number } {
  const booked = presences.filter(
    ({ state, plannedStart, plannedEnd }) => state !== "absent" && plannedStart <= now && now < plannedEnd,
  );
  const present = presences.filter(({ state, arrivedAt }) => state === "arrived" && arrivedAt! <= now);
  return { booked: booked.length, present: present.length };
}
