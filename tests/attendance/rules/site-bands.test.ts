import { expect, it } from "vitest";
import {
  type BandStay,
  bandFigures,
  bandOf,
  otherHours,
  siteBands,
} from "#app/attendance/rules/site-bands.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { parameters } from "#tests/facilities/rules/limits-town.ts";

const day = asDay("2026-09-16");
const at = (minute: number): Date => instantAt(day, minute);
const stay = (start: number, end: number, more: Partial<BandStay> = {}): BandStay => ({
  ...{ plannedStart: at(start), plannedEnd: at(end), state: "planned", arrivedAt: null, leftAt: null },
  ...{ sectionId: "site", birthDay: asDay("2019-01-01"), ...more },
});
const figures = (
  bands: ReturnType<typeof siteBands>,
  stays: BandStay[],
  { now = 0, counts = [] as { sectionId: string; staff: number; at: Date }[] } = {},
) => {
  const rules = { day, now: at(now), hasPedt: true, ratio: parameters.staffRatio };
  return bandFigures(bands.at(-1)!, { bands, stays, counts, plan: [] }, rules);
};
const wednesday = siteBands(day, [
  { startMinute: 720, endMinute: 840 },
  { startMinute: 450, endMinute: 510 },
]);

it("a stay is on the list of the first band it touches; outside of all, on that of other hours", () => {
  expect(wednesday.map(({ id }) => id)).toEqual(["band-450-510", "band-720-840"]);
  expect(bandOf(stay(450, 510), wednesday)).toBe("band-450-510");
  expect(bandOf(stay(480, 780), wednesday)).toBe("band-450-510");
  expect(bandOf(stay(510, 780), wednesday)).toBe("band-720-840");
  expect(bandOf(stay(840, 900), wednesday)).toBe(otherHours);
  // Nobody expected this child: where it came.
  expect(bandOf(stay(450, 450), wednesday)).toBe("band-450-510");
  expect(bandOf(stay(510, 510), wednesday)).toBe(otherHours);
});

it("a child is of six years from its birthday on, and of unknown age under it", () => {
  const born = (birthDay: string | null): BandStay =>
    stay(720, 840, { birthDay: birthDay === null ? null : asDay(birthDay) });
  const stays = [born("2020-09-16"), born("2020-09-17"), born(null)];
  expect(figures(wednesday, stays)).toMatchObject({ under6: 2, from6: 1, expected: 3, needed: 1 });
});

it("beyond five hours without a break, one adult keeps fewer children", () => {
  const eighteen = Array.from({ length: 18 }, () => stay(840, 1080));
  const short = siteBands(day, [{ startMinute: 780, endMinute: 1080 }]);
  const long = siteBands(day, [
    { startMinute: 720, endMinute: 840 },
    { startMinute: 840, endMinute: 1080 },
  ]);
  expect(figures(short, eighteen).needed).toBe(1);
  expect(figures(long, eighteen).needed).toBe(2);
});

it("children who left need nobody, those awaited do, and a count lacks while a section has none", () => {
  const stays = [
    stay(720, 840, { state: "left" }),
    stay(720, 840, { state: "arrived" }),
    stay(720, 840),
    stay(720, 840, { state: "absent" }),
  ];
  const counts = [{ sectionId: "site", staff: 1, at: at(730) }];
  expect(figures(wednesday, stays, { now: 735, counts })).toMatchObject({
    ...{ phase: "now", present: 1, expected: 3, from6: 2, needed: 1, missing: 0 },
    staff: { count: 1, at: at(730) },
  });
  const other = stay(720, 840, { sectionId: "other" });
  expect(figures(wednesday, [...stays, other], { now: 735, counts }).staff).toBeNull();
});
