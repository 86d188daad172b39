import fc from "fast-check";
import { expect, test } from "vitest";
import { readCapacity } from "#app/attendance/acts/read-capacity.server.ts";
import type { CalendarDay, Weekday } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { publishMeeting } from "#app/commission/acts/publish-meeting.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { ask, inCare, ranMeeting, smallTown } from "../small-town.ts";

const hours = fc
  .record({
    cycleWeeks: fc.constantFrom(1, 2, 3),
    days: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5), { minLength: 1, maxLength: 5 }),
    start: fc.integer({ min: 420, max: 700 }),
    length: fc.integer({ min: 60, max: 430 }),
    week: fc.nat(2),
  })
  .map(({ cycleWeeks, days, start, length, week }): WeeklyPattern => {
    const slots = days.map((weekday) => ({ week: week % cycleWeeks, weekday, start, end: start + length }));
    return { cycleWeeks, slots };
  });
const asked = fc.record({
  pattern: hours,
  startOn: fc.constantFrom("2026-10-05", "2026-10-20", "2026-11-16"),
  minDays: fc.constantFrom(null, 1, 2),
  both: fc.boolean(),
});
const held = fc.record({
  pattern: hours,
  startOn: fc.constantFrom("2026-09-01", "2026-11-09"),
  endOn: fc.constantFrom("2026-10-31", "2026-12-13", "2027-08-31"),
});

/** Quarter hours at which a facility holds more than it may. */
async function tooMany(db: Database, facilityId: string): Promise<number> {
  const days = { from: "2026-10-05" as CalendarDay, to: "2027-01-31" as CalendarDay };
  const { limits } = await readCapacity(db, { facilityId, ...days });
  return limits.sections.reduce((sum, { left }) => sum + left.filter((places) => places < 0).length, 0);
}

test("Every place published exists at every quarter hour, whatever the hours asked and held", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(asked, { minLength: 3, maxLength: 8 }),
      fc.array(held, { maxLength: 2 }),
      async (requests, seats) => {
        const { db, close } = await testDatabase();
        try {
          const town = await smallTown(db, { places: [2, 1] });
          for (const [at, seat] of seats.entries())
            await inCare(db, `c${at}`, town.lilac, { ...seat, pattern: seat.pattern });
          for (const [at, { both, ...request }] of requests.entries())
            await ask(db, `r${at}`, { ...request, wishes: both ? [town.lilac, town.oak] : [town.lilac] });
          const before = await tooMany(db, town.lilac);
          const { meetingId, version } = await ranMeeting(town);
          expect(await publishMeeting(town.visit, { meetingId, version })).toMatchObject({ ok: true });
          expect(await tooMany(db, town.lilac)).toBe(before);
          expect(await tooMany(db, town.oak)).toBe(0);
        } finally {
          await close();
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
