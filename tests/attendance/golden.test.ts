// One month of a small town, counted by hand, then read on every screen: the same numbers to the minute.
import { beforeAll, describe, expect, it } from "vitest";
import { readFacilityToday } from "#app/attendance/acts/read-facility-today.server.ts";
import { readFamilyHours } from "#app/attendance/acts/read-family-hours.server.ts";
import { readOccupancy } from "#app/attendance/acts/read-occupancy.server.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import type { Weekday } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { recordTownFacts } from "#app/commands/facts.ts";
import { createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { type Placed, at, placeChild, staysOfContract } from "./town.ts";

const { db } = await useTestDatabase();

const hours = (count: number): number => count * 60;
const day = (date: number) => asDay(`2026-10-${String(date).padStart(2, "0")}`);
/** The last evening of October, when every stay of the month but one night is over. */
const now = at(day(31), 23);
const period = { from: day(1), to: day(31) };
const on = (weekdays: Weekday[], start: number, end: number): WeeklyPattern => ({
  cycleWeeks: 1,
  slots: weekdays.map((weekday) => ({ week: 0, weekday, start, end })),
});

type Seen = { came?: [number, number]; absent?: "sick" | "family" };

/** Marks the stay that begins on a day; hours are those of that day's clocks, past 24 on the next. */
async function mark({ contractId }: Placed, date: number, { came, absent }: Seen): Promise<void> {
  const stay = (await staysOfContract(db, contractId)).find((each) => each.day === day(date))!;
  const data = came
    ? { state: "left", arrivedAt: at(day(date), 0, came[0]), leftAt: at(day(date), 0, came[1]) }
    : { state: "absent", absenceCode: absent!, markedAt: at(day(date), 5) };
  await db.presence.update({ where: { id: stay.id }, data });
}

let night: Placed;
let daytime: Placed;
let afterSchool: Placed;

beforeAll(async () => {
  const places = { startOn: day(19), endOn: day(31), signedAt: at(day(18), 12) };
  // A crèche round the clock: Saturdays 22 h – 6 h. Nights of 24 October, when the clocks go back, and of the 31st.
  const roundTheClock = await createFacility(db, { weekdays: [6], opens: 1320, closes: 1800, places: 3 });
  night = await placeChild(db, { ...places, facility: roundTheClock, pattern: on([6], 1320, 1800) });
  await mark(night, 24, { came: [1315, 1810] });
  // A crèche by day: Mondays and Tuesdays 8 h – 17 h, open five days from 7 h to 19 h.
  const byDay = await createFacility(db, { places: 2 });
  daytime = await placeChild(db, { ...places, facility: byDay, pattern: on([1, 2], 480, 1020) });
  await mark(daytime, 19, { came: [480, 1020] });
  await mark(daytime, 20, { came: [510, 990] });
  await mark(daytime, 26, { absent: "family" });
  // After school: Thursdays 16 h 30 – 18 h 30; booked until 17 h 30, there until 17 h 05.
  const site = await createFacility(db, {
    ...{ kind: "afterSchool", weekdays: [4], opens: 990, closes: 1110, places: 10 },
    ...{ minAgeMonths: 36, maxAgeMonths: 140 },
  });
  afterSchool = await placeChild(db, { ...places, facility: site, pattern: on([4], 990, 1050) });
  await mark(afterSchool, 22, { came: [990, 1025] });
});

/** October by hand. No public holiday falls in it, and no school calendar is imported: every day is open. */
const expected = {
  night: {
    // Three places, Saturdays 3, 10, 17 (8 h each), 24 (9 h) and 31 (2 h before midnight).
    capacityMinutes: 3 * hours(8 + 8 + 8 + 9 + 2),
    // The night of the change, 9 h, and two hours of the 31st.
    bookedMinutes: hours(9 + 2),
    nightBooked: hours(9 + 2),
    // From 21 h 55 to 6 h 10: five minutes, nine hours, ten minutes.
    presentMinutes: hours(9) + 15,
    absentMinutes: 0,
    // At 23 h on the 31st, one hour of that night is past and unmarked, and one is to come.
    unknownMinutes: hours(1),
    toComeMinutes: hours(1),
    // The night of the change with its fifteen minutes, and the hour past.
    billedMinutes: hours(9) + 15 + hours(1),
  },
  daytime: {
    // Two places, 22 working days of twelve hours.
    capacityMinutes: 2 * 22 * hours(12),
    // The 19th, 20th, 26th and 27th, nine hours each.
    bookedMinutes: 4 * hours(9),
    nightBooked: 0,
    // Nine hours on the 19th; from 8 h 30 to 16 h 30 on the 20th.
    presentMinutes: hours(9) + hours(8),
    // The hour missing on the 20th, and the 26th.
    absentMinutes: hours(1) + hours(9),
    // Nobody marked the 27th.
    unknownMinutes: hours(9),
    toComeMinutes: 0,
    // A crèche bills the hours of the contract: nothing is deducted here.
    billedMinutes: 4 * hours(9),
  },
  afterSchool: {
    // Ten places, Thursdays 1, 8, 15, 22 and 29, two hours each.
    capacityMinutes: 10 * 5 * hours(2),
    // The 22nd and the 29th, by whole bands of two hours.
    bookedMinutes: 2 * hours(2),
    nightBooked: 0,
    presentMinutes: hours(2),
    absentMinutes: 0,
    unknownMinutes: hours(2),
    toComeMinutes: 0,
    // Thirty-five minutes there on the 22nd, to the minute; the hour booked on the 29th, which nobody marked.
    billedMinutes: 35 + hours(1),
  },
};
const places = () => [
  { placed: night, minutes: expected.night },
  { placed: daytime, minutes: expected.daytime },
  { placed: afterSchool, minutes: expected.afterSchool },
];

describe("the hours of October", () => {
  it("are those counted by hand, facility by facility", async () => {
    const figures = await readOccupancy(db, period.from, period.to, { asOf: now });
    for (const { placed, minutes } of places()) {
      expect(figures.find(({ facilityId }) => facilityId === placed.facilityId)).toMatchObject(minutes);
    }
  });

  it("the manager reads them on the page of the facility, and so does the desk, without a name", async () => {
    for (const { placed, minutes } of places()) {
      const { facilityId } = placed;
      const manager = await visitAs(db, "facility_manager", "facility:today", { facilityId, now });
      const desk = await visitAs(db, "coordinator", "facility:today", { now });
      const read = await readFacilityToday(manager, facilityId);
      expect(read.month).toMatchObject(minutes);
      expect((await readFacilityToday(desk, facilityId)).month).toEqual(read.month);
    }
  });

  it("the family reads those of its child: here the only one of each facility", async () => {
    for (const { placed, minutes } of places()) {
      const householdIds = [placed.householdId];
      const visit = await visitAs(db, "family", "family:read", { householdIds, now });
      const read = await readFamilyHours(visit, period);
      const { capacityMinutes: _theirs, ...own } = minutes;
      expect(read).toEqual([expect.objectContaining({ ...own, facilityId: placed.facilityId })]);
    }
  });

  it("the observatory is given their sum, and not one more", async () => {
    await recordTownFacts({ db, now });
    const facts = await db.occupancyFact.findMany({ where: { month: "2026-10" } });
    const { night: one, daytime: two, afterSchool: three } = expected;
    expect(facts.find(({ facilityKind }) => facilityKind === "multiAccueil")).toMatchObject({
      facilities: 2,
      children: 2,
      capacityMinutes: one.capacityMinutes + two.capacityMinutes,
      bookedMinutes: one.bookedMinutes + two.bookedMinutes,
      presentMinutes: one.presentMinutes + two.presentMinutes,
      unknownMinutes: one.unknownMinutes + one.toComeMinutes + two.unknownMinutes,
      billedMinutes: one.billedMinutes + two.billedMinutes,
    });
    expect(facts.find(({ facilityKind }) => facilityKind === "afterSchool")).toMatchObject({
      capacityMinutes: three.capacityMinutes,
      bookedMinutes: three.bookedMinutes,
      presentMinutes: three.presentMinutes,
      unknownMinutes: three.unknownMinutes,
      billedMinutes: three.billedMinutes,
    });
  });
});
