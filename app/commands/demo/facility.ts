// What the generator knows of a facility, whatever its kind, and how it becomes rows.
import type { Weekday } from "#app/calendar/rules/day.ts";
import { type Interval, inWeek } from "#app/calendar/rules/intervals.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import { walkingIn } from "./walking.ts";
import type { Rows } from "./rows.ts";
import { streetsOf } from "./streets.ts";
import { type DemoZone, postcodeOf } from "./zones.ts";

export type DemoBand = { weekday: Weekday; start: number; end: number; places: number };
export type DemoSection = {
  id: string;
  name: string;
  minAgeMonths: number;
  maxAgeMonths: number;
  places: number;
  bands: DemoBand[];
};
export type Opening = { weekday: Weekday; start: number; end: number };
export type DemoFacility = {
  id: string;
  name: string;
  kind: FacilityKind;
  organisationId: string | null;
  zone: DemoZone;
  places: number;
  homeBasedPlaces: number | null;
  opening: Opening[];
  sections: DemoSection[];
  schoolIds: string[];
};

export function openIntervals(facility: DemoFacility): Interval[] {
  return facility.opening.flatMap(inWeek);
}

/** Licences are older than any contract of the town. */
const licensedSince = "2020-01-01";
const source = "Ville de démonstration : structure fictive";

function addressOf(facility: DemoFacility, number: number): string | null {
  if (facility.kind === "childminder") return null;
  const streets = streetsOf(facility.zone);
  const street = streets[number % streets.length];
  return street ? `${1 + ((number * 7) % 60)} ${street.name}, ${postcodeOf(facility.zone)} Metz` : null;
}

/** Of the numbers that are never given to anybody: they are kept for fiction. */
const phoneOf = (number: number): string =>
  `03 53 01 ${10 + Math.floor(number / 100)} ${String(number % 100).padStart(2, "0")}`;

export function addFacilities(rows: Rows, facilities: readonly DemoFacility[], year: string): void {
  for (const [number, facility] of facilities.entries()) {
    const { id, name, kind, organisationId, zone, places, homeBasedPlaces, sections } = facility;
    rows.facility.push({
      id,
      name,
      kind,
      organisationId,
      zoneCode: kind === "childminder" ? null : zone.code,
      quarterName: zone.quarterName,
      address: addressOf(facility, number),
      phone: kind === "childminder" ? null : phoneOf(number),
      places,
      homeBasedPlaces,
      minAgeMonths: Math.min(...sections.map((each) => each.minAgeMonths)),
      maxAgeMonths: Math.max(...sections.map((each) => each.maxAgeMonths)),
      statedIn: year,
      source,
    });
    for (const { weekday, start, end } of facility.opening) {
      rows.openingHours.push({
        id: `${id}-open-${weekday}-${start}`,
        facilityId: id,
        weekday,
        startMinute: start,
        endMinute: end,
      });
    }
    for (const { bands, places: _total, ...section } of sections) {
      rows.section.push({ ...section, walking: walkingIn(section), facilityId: id });
      for (const band of bands) {
        rows.capacityBand.push({
          id: `${section.id}-${band.weekday}-${band.start}`,
          sectionId: section.id,
          weekday: band.weekday,
          startMinute: band.start,
          endMinute: band.end,
          places: band.places,
          validFrom: licensedSince,
          validTo: null,
        });
      }
    }
    for (const schoolId of facility.schoolIds) rows.schoolSite.push({ schoolId, facilityId: id });
  }
}
