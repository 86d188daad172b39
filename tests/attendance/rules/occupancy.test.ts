import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covering, spansOf } from "#app/attendance/rules/band-clock.ts";
import { type StayRecord, occupancyOf, total } from "#app/attendance/rules/occupancy.ts";
import { inWholeBands } from "#app/attendance/rules/whole-bands.ts";
import { presenceStates } from "#app/attendance/rules/presence.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { stayByBand } from "#app/calendar/rules/stay-bands.ts";
import type { Weekday } from "#app/calendar/rules/day.ts";

const weekdays: Weekday[] = [1, 2, 3, 4, 5];
const bands = {
  ordinary: [{ weekdays, start: 420, end: 1140 }],
  night: [{ weekdays: [1, 2, 3, 4, 5, 6, 7] as Weekday[], start: 1320, end: 1800 }],
};
const from = asDay("2026-10-01");
const to = asDay("2026-10-31");
const ms = (day: string, minute: number): number => instantAt(asDay(day), minute).getTime();
const period = { start: ms(from, 0), end: ms(to, 1440) };
const ordinary = covering(spansOf(bands.ordinary, addDays(from, -2), to));
const options = { period, ordinary };
const minute = 60_000;

function stay(day: string, start: number, end: number, values: Partial<StayRecord> = {}): StayRecord {
  return {
    plannedStart: ms(day, start),
    plannedEnd: ms(day, end),
    state: "planned",
    arrivedAt: null,
    leftAt: null,
    ...values,
  };
}

describe("minutes of a period", () => {
  it("a night of 22 h to 6 h lasts nine hours when the clocks go back, all of them atypical", () => {
    const { booked, unknown } = occupancyOf([stay("2026-10-24", 1320, 1800)], options);
    expect(booked).toEqual({ ordinary: 0, atypical: 9 * 60 });
    expect(unknown).toEqual(booked);
  });

  it("a day of 6 h to 20 h has twelve ordinary hours and two atypical ones", () => {
    expect(occupancyOf([stay("2026-10-05", 360, 1200)], options).booked).toEqual({
      ordinary: 720,
      atypical: 120,
    });
  });

  it("a night at the end of the month counts on each side what falls there", () => {
    const last = stay("2026-10-31", 1320, 1800);
    expect(total(occupancyOf([last], options).booked)).toBe(120);
    const november = { start: ms("2026-11-01", 0), end: ms("2026-11-30", 1440) };
    expect(total(occupancyOf([last], { period: november, ordinary }).booked)).toBe(360);
  });

  it("coming late and leaving early are absence; coming before the plan is presence outside it", () => {
    const late = { arrivedAt: ms("2026-10-05", 510), leftAt: ms("2026-10-05", 960), state: "left" } as const;
    expect(occupancyOf([stay("2026-10-05", 480, 1020, late)], options)).toMatchObject({
      present: { ordinary: 450 },
      absent: { ordinary: 90 },
      extra: { ordinary: 0 },
    });
    const early = { ...late, arrivedAt: ms("2026-10-05", 410) };
    expect(occupancyOf([stay("2026-10-05", 480, 1020, early)], options).extra).toEqual({
      ordinary: 60,
      atypical: 10,
    });
  });

  it("unmarked minutes are unknown once past, and to come before", () => {
    const asOf = ms("2026-10-05", 600);
    const { unknown, toCome } = occupancyOf([stay("2026-10-05", 480, 1020)], { ...options, asOf });
    expect([unknown.ordinary, toCome.ordinary]).toEqual([120, 420]);
  });
});

const anyStay = fc
  .record({
    day: fc.integer({ min: -1, max: 31 }),
    start: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1440 }),
    state: fc.constantFrom(...presenceStates),
    late: fc.integer({ min: -240, max: 240 }),
    stays: fc.integer({ min: 1, max: 1500 }),
  })
  .map(({ day, start, length, state, late, stays }): StayRecord => {
    const plannedStart = instantAt(addDays(from, day), start).getTime();
    const there = state === "arrived" || state === "left";
    const arrivedAt = there ? plannedStart + late * minute : null;
    return {
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
        const asOf = minutes === undefined ? {} : { asOf: period.start + minutes * minute };
        const sum = occupancyOf(stays, { ...options, ...asOf });
        for (const band of ["ordinary", "atypical"] as const) {
          const { booked, present, absent, unknown, toCome } = sum;
          expect(present[band] + absent[band] + unknown[band] + toCome[band]).toBe(booked[band]);
          for (const split of Object.values(sum)) expect(split[band]).toBeGreaterThanOrEqual(0);
        }
        if (minutes === undefined) expect(total(sum.toCome)).toBe(0);
      }),
    );
  });

  it("the sum of the parts is the whole: stay by stay, and month by month", () => {
    const second = { start: ms("2026-10-12", 0), end: period.end };
    const first = { start: period.start, end: second.start };
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 8 }), (stays) => {
        const whole = occupancyOf(stays, options);
        const pieces = [first, second].flatMap((part) =>
          stays.map((each) => occupancyOf([each], { ...options, period: part })),
        );
        for (const key of ["booked", "present", "extra", "absent", "unknown"] as const) {
          expect(pieces.reduce((sum, piece) => sum + total(piece[key]), 0)).toBe(total(whole[key]));
        }
      }),
    );
  });

  it("agrees with the calendar on what is ordinary", () => {
    fc.assert(
      fc.property(anyStay, (each) => {
        const inside = each.plannedStart >= period.start && each.plannedEnd <= period.end;
        fc.pre(inside);
        const real = { start: new Date(each.plannedStart), end: new Date(each.plannedEnd) };
        const { ordinary: expected, atypical } = stayByBand(real, bands);
        expect(occupancyOf([each], options).booked).toEqual({ ordinary: expected, atypical });
      }),
    );
  });
});

describe("after school", () => {
  const evening = [{ weekdays: [1, 2, 4, 5] as Weekday[], start: 990, end: 1110 }];
  const spans = spansOf(evening, from, to);
  const count = (...stays: StayRecord[]) =>
    occupancyOf(
      inWholeBands(
        stays.map((each) => ({ ...each, contractId: "lina" })),
        spans,
      ),
      options,
    );

  it("a child present from 16 h 30 to 17 h 05 uses the whole band of two hours", () => {
    const seen = { state: "left", arrivedAt: ms("2026-10-05", 990), leftAt: ms("2026-10-05", 1025) } as const;
    expect(count(stay("2026-10-05", 990, 1050, seen))).toMatchObject({
      booked: { ordinary: 120 },
      present: { ordinary: 120 },
      absent: { ordinary: 0 },
    });
  });

  it("an absence, or a stay that nobody marked, is a whole band too", () => {
    const absent = count(stay("2026-10-05", 990, 1050, { state: "absent" })).absent.ordinary;
    const unknown = count(stay("2026-10-06", 990, 1050)).unknown.ordinary;
    expect([absent, unknown]).toEqual([120, 120]);
  });

  it("two stays in one band use it once, and one seen there is enough", () => {
    const seen = { state: "left", arrivedAt: ms("2026-10-05", 990), leftAt: ms("2026-10-05", 1020) } as const;
    const { booked, present } = count(
      stay("2026-10-05", 990, 1020, seen),
      stay("2026-10-05", 1060, 1110, { state: "absent" }),
    );
    expect([booked.ordinary, present.ordinary]).toEqual([120, 120]);
  });

  it("a stay outside every band keeps its own hours", () => {
    expect(count(stay("2026-10-07", 990, 1050)).booked.ordinary).toBe(60);
  });
});
