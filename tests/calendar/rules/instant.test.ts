import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { asDay } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt, minuteOf, minutesBetween, zone } from "#app/calendar/rules/instant.ts";
import { anyDay } from "./arbitraries.ts";

const anyMinute = fc.integer({ min: -1440, max: 2880 });

describe("the town's clocks", () => {
  it("an instant shows the same day and minute as in an independent library", () => {
    fc.assert(
      fc.property(fc.integer({ min: 631_152_000, max: 4_102_444_800 }), (seconds) => {
        const other = DateTime.fromSeconds(seconds, { zone });
        const instant = new Date(seconds * 1000);
        expect(dayOf(instant)).toBe(other.toISODate());
        expect(minuteOf(instant)).toBe(other.hour * 60 + other.minute);
      }),
    );
  });

  it("a later minute of a day is never an earlier instant", () => {
    const changes = fc.constantFrom(asDay("2027-03-28"), asDay("2026-10-25"), asDay("2027-10-31"));
    fc.assert(
      fc.property(
        fc.oneof(anyDay, changes),
        anyMinute,
        fc.integer({ min: 0, max: 300 }),
        (day, minute, more) => {
          expect(
            minutesBetween(instantAt(day, minute), instantAt(day, minute + more)),
          ).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it("midnight at the end of a day is midnight at the start of the next", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOf(instantAt(day, 1440))).toBe(dayOf(instantAt(day, 1440 + 60)));
        expect(minuteOf(instantAt(day, 1440))).toBe(0);
      }),
    );
  });

  it("a time that the spring change skips is the moment of the change", () => {
    expect(instantAt(asDay("2027-03-28"), 150).toISOString()).toBe("2027-03-28T01:00:00.000Z");
    expect(instantAt(asDay("2027-03-28"), 180).toISOString()).toBe("2027-03-28T01:00:00.000Z");
    expect(instantAt(asDay("2027-03-27"), 1440 + 150).toISOString()).toBe("2027-03-28T01:00:00.000Z");
  });

  it("a time that the autumn change repeats is the first of the two", () => {
    expect(instantAt(asDay("2027-10-31"), 150).toISOString()).toBe("2027-10-31T00:30:00.000Z");
  });
});
