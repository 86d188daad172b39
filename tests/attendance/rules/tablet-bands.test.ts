import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Operation } from "#app/attendance/rules/operation.ts";
import { type BandStay, siteBands, tabletBand } from "#app/attendance/rules/site-bands.ts";
import { type LiveBand, adultsFor, liveBands } from "#app/attendance/rules/tablet-bands.ts";
import { type TabletDay, type TabletStay, tabletView } from "#app/attendance/rules/tablet-day.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { staffNeededAfterSchool } from "#app/facilities/rules/staff.ts";
import { parameters } from "#tests/facilities/rules/limits-town.ts";

const today = asDay("2026-09-14");
const ratio = parameters.staffRatio;
const ms = (minute: number, day = today): number => instantAt(day, minute).getTime();
const opening = [
  { startMinute: 450, endMinute: 510 },
  { startMinute: 990, endMinute: 1110 },
];
const [young, old] = [asDay("2022-01-01"), asDay("2017-01-01")];

/** The evening band as the server tells it, for children born on these days. */
function evening(births: (typeof young)[], { hasPedt = false, staff = null as number | null } = {}) {
  const bands = siteBands(today, opening);
  const stays = births.map((birthDay): BandStay => {
    const [plannedStart, plannedEnd] = [instantAt(today, 990), instantAt(today, 1080)];
    const hours = { plannedStart, plannedEnd, arrivedAt: null, leftAt: null };
    return { ...hours, state: "planned", sectionId: "big", birthDay };
  });
  const whole = { weekday: 1, startMinute: 990, endMinute: 1110, sectionId: null };
  const plan = staff === null ? [] : [{ ...whole, staff, validFrom: today, validTo: null }];
  return tabletBand(bands[1]!, { bands, stays, plan }, { day: today, hasPedt, ratio });
}
const morning = () => {
  const bands = siteBands(today, opening);
  return tabletBand(bands[0]!, { bands, stays: [], plan: [] }, { day: today, hasPedt: false, ratio });
};

const stay = (id: string, more: Partial<TabletStay> = {}): TabletStay => ({
  ...{ id, sectionId: "big", firstName: id, lastName: "Martin", day: today, start: ms(990), end: ms(1080) },
  ...{ state: "planned", arrivedAt: null, leftAt: null, absenceCode: null, seen: 0, notes: [], ...more },
});
const children = (count: number, more: Partial<TabletStay> = {}): TabletStay[] =>
  Array.from({ length: count }, (_, index) => stay(`child-${index}`, more));
const here = (minute: number): Partial<TabletStay> => ({ state: "arrived", arrivedAt: ms(minute) });

const kept = (stays: TabletStay[], bands: TabletDay["bands"]): TabletDay => ({
  ...{ place: { id: "site", name: "L'Île aux Jeux" }, by: "device:door", at: ms(400), today, closesAt: null },
  sections: [
    { id: "small", name: "3–5 ans", staff: null },
    { id: "big", name: "6–11 ans", staff: null },
  ],
  ...{ stays, children: [], conflicts: [], bands },
});
const at = (day: TabletDay, minute: number, waiting: Operation[] = [], on = today) => {
  const now = instantAt(on, minute);
  return liveBands(day, tabletView(day, waiting, now), now);
};
const eveningAt = (day: TabletDay, minute: number, waiting: Operation[] = []): LiveBand =>
  at(day, minute, waiting)!.bands.find(({ band }) => band.id === "band-990-1110")!;
const counted = (staff: number, minute: number, sectionId = "big"): Operation => ({
  ...{ id: `n-${sectionId}-${minute}`, kind: "staffCount", sectionId, staff, at: ms(minute) },
});
const mark = (presenceId: string, name: "arrive" | "leave" | "absent", minute: number): Operation => ({
  ...{ id: `${presenceId}-${name}`, kind: "mark", presenceId, mark: name, code: null, seen: 0 },
  at: ms(minute),
});

it("never asks for fewer adults than the law, whoever is there, and exactly for all who were expected", () => {
  const some = fc.nat({ max: 60 });
  fc.assert(
    fc.property(some, some, some, fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), (...drawn) => {
      const [under6, from6, unlisted, hasPedt, part] = drawn;
      const band = evening([...Array(under6).fill(young), ...Array(from6).fill(old)], { hasPedt });
      const law = (few: number, many: number): number =>
        staffNeededAfterSchool({ hasPedt, overFiveHours: false }, { under6: few, from6: many }, ratio);
      const all = under6 + from6;
      expect(adultsFor(band, { listed: all, unlisted: 0 })).toBe(law(under6, from6));
      const listed = Math.round(part * all);
      // The worst of those who may be there: the youngest, and every child nobody expected.
      const little = Math.min(listed, under6);
      const asked = adultsFor(band, { listed, unlisted });
      expect(asked).toBeGreaterThanOrEqual(law(little + unlisted, listed - little));
    }),
  );
});

describe("the bands of a site on its tablet", () => {
  it("turn from amber to red with the eleventh arrival, and back with a second adult", () => {
    const waits = stay("last");
    const day = kept([...children(10, here(990)), waits], [morning(), evening(Array(11).fill(young))]);
    const one = [counted(1, 991)];
    expect(eveningAt(day, 995)).toMatchObject({
      state: "notCounted",
      staff: null,
      present: 10,
      expected: 11,
    });
    expect(eveningAt(day, 995, one)).toMatchObject({
      ...{ state: "soon", missing: 1, needed: 1, neededForAll: 2, perAdult: 10, under6: true },
      staff: { count: 1, at: ms(991) },
    });
    const eleven = [...one, mark("last", "arrive", 996)];
    expect(eveningAt(day, 997, eleven)).toMatchObject({
      state: "missing",
      missing: 1,
      present: 11,
      needed: 2,
    });
    expect(eveningAt(day, 998, [...eleven, counted(2, 998)])).toMatchObject({ state: "enough", missing: 0 });
    expect(eveningAt(day, 999, [...eleven, mark("child-0", "leave", 999)])).toMatchObject({
      ...{ state: "enough", present: 10, expected: 11, needed: 1 },
    });
    expect(eveningAt(day, 999, [...one, mark("last", "absent", 996)])).toMatchObject({ expected: 10 });
  });

  it("count a child whom nobody expected as one under six: its age is not on the tablet", () => {
    const day = kept(children(14, here(990)), [evening(Array(14).fill(old), { staff: 1 })]);
    expect(eveningAt(day, 1000)).toMatchObject({ state: "enough", perAdult: 14, under6: false });
    const came: Operation = {
      ...{ id: "new", kind: "unplanned", sectionId: "big", at: ms(1000) },
      child: { firstName: "Inès", lastName: "Inconnue" },
    };
    const live = eveningAt(day, 1001, [came]);
    expect(live).toMatchObject({ state: "missing", present: 15, expected: 15, needed: 2, perAdult: 10 });
    expect(live).toMatchObject({ staff: { count: 1, at: null }, under6: true });
    expect(live.lines.map(({ name }) => name)).toContain("Inès Inconnue");
  });

  it("say when the ages ask for fewer adults than the strictest number", () => {
    const mixed = [young, ...Array(13).fill(old)];
    const live = eveningAt(kept(children(14, here(990)), [evening(mixed)]), 1000);
    // 1/10 + 13/14 of an adult are two; so are fourteen tenths.
    expect(live).toMatchObject({ needed: 2, byAge: false });
    const more = [young, ...Array(25).fill(old)];
    const busy = eveningAt(kept(children(26, here(990)), [evening(more)]), 1000);
    expect(busy).toMatchObject({ needed: 2, neededForAll: 2, perAdult: 10, byAge: true });
  });

  it("need the count of each section that has children, made since the band before", () => {
    const small = { ...here(990), sectionId: "small" };
    const day = kept(
      [stay("one", small), ...children(2, here(990))],
      [morning(), evening([young, old, old])],
    );
    expect(eveningAt(day, 1000, [counted(1, 991)]).staff).toBeNull();
    expect(eveningAt(day, 1000, [counted(3, 500), counted(1, 460, "small")]).staff).toBeNull();
    const both = [counted(1, 991), counted(2, 992, "small")];
    expect(eveningAt(day, 1000, both).staff).toEqual({ count: 3, at: ms(992) });
  });

  it("put first what is to be marked now, and move a child of two bands on with the day", () => {
    const stays = [
      stay("early", { start: ms(450), end: ms(510) }),
      stay("both", { start: ms(450), end: ms(1080) }),
      stay("late", { start: ms(1200), end: ms(1230) }),
    ];
    const day = kept(stays, [morning(), evening([old])]);
    const lists = (minute: number) =>
      at(day, minute)!.bands.map(({ phase, active, lines }) => [phase, active, lines.map(({ id }) => id)]);
    expect(lists(460)).toEqual([
      ["now", true, ["both", "early"]],
      ["before", false, []],
    ]);
    expect(lists(600)).toEqual([
      ["before", true, ["both"]],
      ["over", false, ["early"]],
    ]);
    expect(lists(1120).map(([phase, active]) => [phase, active])).toEqual([
      ["over", false],
      ["over", true],
    ]);
    expect(at(day, 600)!.other.map(({ id }) => id)).toEqual(["late"]);
    expect(at(day, 460)!.bands[1]).toMatchObject({ expected: 1, state: "notCounted" });
    expect(at(day, 600)!.bands[1]).toMatchObject({ state: null });
  });

  it("are none in a day kept from before there were any, nor on a day that has none", () => {
    expect(at(kept([], undefined), 1000)).toBeNull();
    expect(at(kept([], []), 1000)).toBeNull();
    expect(at(kept([], [evening([old])]), 1000, [], addDays(today, 1))).toBeNull();
  });
});
