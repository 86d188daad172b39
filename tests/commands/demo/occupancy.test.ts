import { beforeAll, describe, expect, it } from "vitest";
import { readMonthlyOccupancy } from "#app/attendance/acts/read-occupancy.server.ts";
import { asDay, addDays, mondayOf } from "#app/calendar/rules/day.ts";
import { weeklyPattern } from "#app/calendar/rules/schemas.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { fillDemonstration } from "#app/commands/demo.ts";
import { alternating, everyWeek, slots } from "#app/commands/demo/work-hours.ts";
import { recordTownFacts } from "#app/commands/facts.ts";
import { type QuarterHours, quarterAt, quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { type DatedBand, fits, licensedByQuarter, placesLeft } from "#app/facilities/rules/capacity.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-23T09:00:00Z");
const today = asDay("2026-11-23");
const { db } = await useTestDatabase();
type Room = {
  id: string;
  facilityId: string;
  minAgeMonths: number;
  maxAgeMonths: number;
  /** Through the weeks to come. */
  left: Int32Array;
  bands: DatedBand[];
};
let rooms: Room[];
const from = mondayOf(addDays(today, 7));
let clock: QuarterHours;

/** Places left in each section from next Monday on, open offers held. */
async function readRooms(): Promise<Room[]> {
  clock = quarterHours(from, addDays(from, 7 * 26));
  const sections = await db.section.findMany({
    where: { facility: { kind: { not: "childminder" } } },
    include: { bands: true, contracts: true, offers: { where: { status: "open" } } },
    orderBy: { id: "asc" },
  });
  return sections.map(({ bands, contracts, offers, ...section }) => {
    const held = [...contracts, ...offers].map(({ pattern, startOn, endOn }) => ({
      pattern: weeklyPattern.parse(pattern),
      startOn: asDay(startOn),
      endOn: endOn === null ? null : asDay(endOn),
    }));
    const dated = bands.map((band) => ({ ...band, validFrom: asDay(band.validFrom), validTo: null }));
    return { ...section, bands: dated, left: placesLeft(clock, dated, held) };
  });
}

beforeAll(async () => {
  await fillDemonstration({ db, now });
  rooms = await readRooms();
}, 60_000);

const forAge = (months: number): Room[] =>
  rooms.filter(({ minAgeMonths, maxAgeMonths }) => minAgeMonths <= months && months <= maxAgeMonths);
const hasRoom = ({ left }: Room, pattern: WeeklyPattern): boolean =>
  fits(clock, left, { pattern, startOn: from, endOn: addDays(clock.to, -1) });
const withPlaceFor = (months: number, pattern: WeeklyPattern): Set<string> =>
  new Set(
    forAge(months)
      .filter((room) => hasRoom(room, pattern))
      .map(({ facilityId }) => facilityId),
  );

describe("places are scarce, as in a real town", () => {
  it("about seven tenths of the hours of a full month are booked", async () => {
    const rates: Record<string, Record<string, number>> = {};
    for (const month of ["2026-08", "2026-09", "2026-10"]) {
      const facilities = await readMonthlyOccupancy(db, month);
      const rate = (holds: (kind: string) => boolean): number => {
        const own = facilities.filter(({ facilityKind }) => holds(facilityKind));
        const total = (measure: "bookedMinutes" | "capacityMinutes"): number =>
          own.reduce((sum, each) => sum + each[measure], 0);
        return Math.round((100 * total("bookedMinutes")) / total("capacityMinutes"));
      };
      rates[month] = { nursery: rate((kind) => kind !== "afterSchool" && kind !== "childminder") };
      for (const kind of new Set(facilities.map(({ facilityKind }) => facilityKind)))
        rates[month][kind] = rate((each) => each === kind);
    }
    for (const month of ["2026-09", "2026-10"]) {
      expect(rates[month]!.nursery).toBeGreaterThanOrEqual(65);
      expect(rates[month]!.nursery).toBeLessThanOrEqual(80);
      expect(rates[month]!.afterSchool).toBeGreaterThanOrEqual(60);
      expect(rates[month]!.afterSchool).toBeLessThanOrEqual(80);
    }
    expect(rates["2026-08"]!.nursery).toBeGreaterThanOrEqual(50);
  });

  it("sections of children under two are nearly full on Tuesdays and Thursdays, and freer on Wednesdays", () => {
    const young = rooms.filter(({ id }) => /-(babies|middles)$/.test(id));
    const takenAt = (weekday: number): number => {
      const quarters = Array.from({ length: 26 }, (_, week) => quarterAt(clock, 7 * week + weekday - 1, 600));
      // The week with the fewest places left, as a child without an end finds them.
      const fewest = (places: Int32Array): number => Math.min(...quarters.map((quarter) => places[quarter]!));
      const total = (places: (room: Room) => Int32Array): number =>
        young.reduce((sum, room) => sum + fewest(places(room)), 0);
      return 1 - total(({ left }) => left) / total(({ bands }) => licensedByQuarter(clock, bands));
    };
    for (const weekday of [2, 4]) expect(takenAt(weekday)).toBeGreaterThan(0.85);
    expect(takenAt(3)).toBeLessThan(takenAt(2));
    const full = young.filter((room) => !hasRoom(room, everyWeek(slots(0, [1, 2, 3, 4, 5], 480, 1080))));
    expect(full.length / young.length).toBeGreaterThan(0.6);
  });

  it("yet a child of fourteen months can begin within days in three facilities", () => {
    const free = withPlaceFor(14, everyWeek(slots(0, [1, 2, 3, 4, 5], 480, 1080)));
    expect(free.size).toBeGreaterThanOrEqual(3);
    expect(free.size).toBeLessThan(10);
  });

  it("and so can children who need early, late and night hours", () => {
    const shifts = alternating(slots(0, [1, 2, 3, 4, 5], 360, 900), slots(1, [1, 2, 3, 4, 5], 795, 1305));
    expect(withPlaceFor(14, shifts)).toContain("creche-03");
    const nights = alternating(slots(0, [1, 2, 4], 1215, 1875), slots(1, [3, 5], 1215, 1875));
    expect(withPlaceFor(14, nights)).toContain("creche-22");
  });
});

it("the observatory shows no month from before the term of presence", async () => {
  await recordTownFacts({ db, now });
  const facts = await db.occupancyFact.findMany({ orderBy: { month: "asc" } });
  expect([...new Set(facts.map(({ month }) => month))]).toEqual(["2026-08", "2026-09", "2026-10", "2026-11"]);
});
