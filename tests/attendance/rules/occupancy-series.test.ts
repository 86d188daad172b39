import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spansOf } from "#app/attendance/rules/band-clock.ts";
import { measures, occupancySeries } from "#app/attendance/rules/occupancy-series.ts";
import { presenceStates } from "#app/attendance/rules/presence.ts";
import { sumOf } from "#app/attendance/rules/series-sums.ts";
import type { ChildStay } from "#app/attendance/rules/stay-record.ts";
import { type Weekday, addDays, asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { stayByBand } from "#app/calendar/rules/stay-bands.ts";
import { neverOff } from "#app/facilities/rules/holdings.ts";
import { aPattern } from "#tests/support/builders.ts";
import {
  exact,
  from,
  minutesOf,
  ms,
  october,
  seen,
  splitsOf,
  stay,
  to,
  townBands,
  wednesdayCaps,
} from "./series.ts";

const minute = 60_000;
const end = ms(to, 1440);

describe("minutes of a period", () => {
  it("a night of 22 h to 6 h lasts nine hours when the clocks go back, all of them at night", () => {
    const { booked, unknown } = splitsOf([stay("2026-10-24", 1320, 1800)]);
    expect(booked).toEqual({ ordinary: 0, atypical: 9 * 60, night: 9 * 60 });
    expect(unknown).toEqual(booked);
  });

  it("and seven when they go forward", () => {
    const clock = quarterHours(asDay("2027-03-27"), asDay("2027-03-28"));
    expect(minutesOf([stay("2027-03-27", 1320, 1800)], { clock }).booked).toBe(7 * 60);
  });

  it("a day of 6 h to 20 h has twelve ordinary hours and two atypical ones, none of them at night", () => {
    const { booked } = splitsOf([stay("2026-10-05", 360, 1200)]);
    expect(booked).toEqual({ ordinary: 720, atypical: 120, night: 0 });
  });

  it("a night at the end of the month counts on each side what falls there", () => {
    const last = stay("2026-10-31", 1320, 1800);
    const clock = quarterHours(asDay("2026-11-01"), asDay("2026-11-30"));
    expect(minutesOf([last]).booked).toBe(120);
    expect(minutesOf([last], { clock }).booked).toBe(360);
  });

  it("coming late and leaving early are absence; coming before the plan is presence outside it", () => {
    const late = stay("2026-10-05", 480, 1020, seen("2026-10-05", 510, 960));
    expect(minutesOf([late])).toMatchObject({ present: 450, absent: 90, extra: 0 });
    const early = stay("2026-10-05", 480, 1020, seen("2026-10-05", 410, 960));
    expect(splitsOf([early]).extra).toEqual({ ordinary: 60, atypical: 10, night: 0 });
  });

  it("unmarked minutes are unknown once past, and to come before", () => {
    const { unknown, toCome } = minutesOf([stay("2026-10-05", 480, 1020)], { asOf: ms("2026-10-05", 600) });
    expect([unknown, toCome]).toEqual([120, 420]);
  });

  it("a child who was not expected books nothing, and was there", () => {
    const came = stay("2026-10-05", 490, 490, seen("2026-10-05", 490, 700));
    expect(minutesOf([came])).toMatchObject({
      booked: 0,
      present: 0,
      extra: 210,
      realised: 210,
      billed: 210,
    });
  });
});

describe("what is promised", () => {
  const holding = { pattern: aPattern(), startOn: asDay("2026-10-19"), endOn: null };
  const facts = { capacity: [], off: neverOff, stays: [] };

  it("requests and offers count their hours on real days, from the day they begin", () => {
    const off = { has: (day: string) => day === "2026-10-20" };
    const { minutes } = occupancySeries(
      october,
      { ...facts, off, demanded: [holding], allocated: [{ ...holding, endOn: asDay("2026-10-21") }] },
      exact,
    );
    // Two weeks of five days of ten hours, but one; then the first three days but one.
    expect([sumOf(minutes.demanded), sumOf(minutes.allocated)]).toEqual([9 * 600, 2 * 600]);
  });

  it("licensed places count the hours open, the night of a clock change included", () => {
    const band = { validFrom: from, validTo: null, weekday: 6, startMinute: 1320, endMinute: 1800 };
    const { minutes } = occupancySeries(october, { ...facts, capacity: [{ ...band, places: 4 }] }, exact);
    // Saturdays 3, 10, 17, 24 (nine hours) and 31 (two of them in October).
    expect(sumOf(minutes.capacity)).toBe(4 * 60 * (8 + 8 + 8 + 9 + 2));
  });

  it("a modulated licence of 10, 25 then 10 places is worth 1,250 hours a week", () => {
    const clock = quarterHours(asDay("2026-10-05"), asDay("2026-10-11"));
    const capacity = [1, 2, 3, 4, 5].flatMap((weekday) =>
      [
        [420, 480, 10],
        [480, 1020, 25],
        [1020, 1110, 10],
      ].map(([startMinute, endMinute, places]) => ({
        ...{ weekday, startMinute: startMinute!, endMinute: endMinute!, places: places! },
        ...{ validFrom: from, validTo: null },
      })),
    );
    expect(sumOf(occupancySeries(clock, { ...facts, capacity }, exact).minutes.capacity)).toBe(1_250 * 60);
  });
});

const anyStay = fc
  .record({
    day: fc.integer({ min: -1, max: 31 }),
    start: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 0, max: 1440 }),
    state: fc.constantFrom(...presenceStates),
    late: fc.integer({ min: -240, max: 240 }),
    stays: fc.integer({ min: 1, max: 1500 }),
  })
  .map(({ day, start, length, state, late, stays }): ChildStay => {
    const plannedStart = instantAt(addDays(from, day), start).getTime();
    const there = state === "arrived" || state === "left";
    const arrivedAt = there ? plannedStart + late * minute : null;
    return {
      ...stay("2026-10-01", 0, 0),
      plannedStart,
      plannedEnd: plannedStart + length * minute,
      state,
      arrivedAt,
      leftAt: state === "left" ? arrivedAt! + stays * minute : null,
    };
  });
const anyAsOf = fc.option(fc.integer({ min: 0, max: 40 * 1440 }), { nil: undefined });

describe("whatever the stays", () => {
  it("each planned minute is present, absent, unknown or to come, and only one of them", () => {
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 12 }), anyAsOf, (stays, minutes) => {
        const asOf = minutes === undefined ? undefined : october.start + minutes * minute;
        const sum = splitsOf(stays, asOf === undefined ? {} : { asOf });
        for (const band of ["ordinary", "atypical", "night"] as const) {
          const { booked, present, absent, unknown, toCome } = sum;
          expect(present[band] + absent[band] + unknown[band] + toCome[band]).toBe(booked[band]);
          for (const split of Object.values(sum)) expect(split[band]).toBeGreaterThanOrEqual(0);
        }
        if (minutes === undefined) expect(sum.toCome).toEqual({ ordinary: 0, atypical: 0, night: 0 });
      }),
    );
  });

  it("the sum of the quarters is that of the stays, clipped to the period, to the minute", () => {
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 12 }), (stays) => {
        const sum = (span: (each: ChildStay) => [number, number]): number =>
          stays.reduce((all, each) => {
            const [start, last] = span(each);
            return all + Math.max(0, Math.min(last, end) - Math.max(start, october.start)) / minute;
          }, 0);
        const counted = minutesOf(stays);
        expect(counted.booked).toBe(sum(({ plannedStart, plannedEnd }) => [plannedStart, plannedEnd]));
        const there = ({ arrivedAt, leftAt, plannedEnd }: ChildStay): [number, number] =>
          arrivedAt === null ? [0, 0] : [arrivedAt, leftAt ?? Math.max(arrivedAt, plannedEnd)];
        expect(counted.present + counted.extra).toBe(sum(there));
        // Without rounding nor tolerance, the Caf counts the same.
        expect(counted.realised).toBe(counted.present + counted.extra);
        expect(counted.billed).toBe(counted.booked + counted.extra);
      }),
    );
  });

  it("the sum of the parts is the whole: stay by stay, and month by month", () => {
    const halves = [quarterHours(from, asDay("2026-10-11")), quarterHours(asDay("2026-10-12"), to)];
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 8 }), (stays) => {
        const whole = minutesOf(stays);
        const pieces = halves.flatMap((clock) => stays.map((each) => minutesOf([each], { clock })));
        for (const measure of measures) {
          expect(pieces.reduce((sum, piece) => sum + piece[measure], 0)).toBe(whole[measure]);
        }
      }),
    );
  });

  it("agrees with the calendar on what is ordinary", () => {
    fc.assert(
      fc.property(anyStay, (each) => {
        fc.pre(each.plannedStart >= october.start && each.plannedEnd <= end);
        const real = { start: new Date(each.plannedStart), end: new Date(each.plannedEnd) };
        const { ordinary, atypical, night } = stayByBand(real, townBands);
        expect(splitsOf([each]).booked).toEqual({ ordinary, atypical, night });
      }),
    );
  });
});

describe("after school", () => {
  const evening = [{ weekdays: [1, 2, 4, 5] as Weekday[], start: 990, end: 1110 }];
  const rules = {
    ...exact,
    billing: { basis: "presence" as const, roundingMinutes: 30, toleranceMinutes: 0 },
    wholeBands: { bands: spansOf(october, evening), counting: wednesdayCaps },
  };
  const count = (...stays: ChildStay[]) => minutesOf(stays, { rules });

  it("a child present from 16 h 30 to 17 h 05 uses the whole band of two hours, and one hour is billed", () => {
    const came = stay("2026-10-05", 990, 1110, seen("2026-10-05", 990, 1025));
    expect(count(came)).toMatchObject({ booked: 120, present: 120, realised: 120, absent: 0, billed: 60 });
  });

  it("a stay booked in a part of the band books all of it", () => {
    expect(count(stay("2026-10-05", 990, 1050)).booked).toBe(120);
  });

  it("an absence, or a stay that nobody marked, is a whole band too", () => {
    const { absent } = count(stay("2026-10-05", 990, 1050, { state: "absent" }));
    expect([absent, count(stay("2026-10-06", 990, 1050)).unknown]).toEqual([120, 120]);
  });

  it("two stays of a child in one band use it once, and one seen there is enough", () => {
    const { booked, present } = count(
      stay("2026-10-05", 990, 1020, seen("2026-10-05", 990, 1020)),
      stay("2026-10-05", 1060, 1110, { state: "absent" }),
    );
    expect([booked, present]).toEqual([120, 120]);
  });

  it("a child who was not expected uses the band and books nothing", () => {
    const came = stay("2026-10-05", 1000, 1000, seen("2026-10-05", 1000, 1040));
    expect(count(came)).toMatchObject({ booked: 0, present: 0, extra: 120, realised: 120 });
  });

  it("a stay outside every band keeps its own hours", () => {
    expect(count(stay("2026-10-07", 990, 1050)).booked).toBe(60);
  });
});
