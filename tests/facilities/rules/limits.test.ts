import { describe, expect, it } from "vitest";
import { asDay } from "#app/calendar/rules/day.ts";
import { quarterAt } from "#app/calendar/rules/quarter-hours.ts";
import { instantLimit, limitedByAt } from "#app/facilities/rules/limits.ts";
import { usualSettings } from "#app/facilities/rules/settings.ts";
import { type WeekTried, tryWeek } from "#app/facilities/rules/try-week.ts";
import {
  bandsOf,
  held,
  limitsOf,
  monday,
  parameters,
  pattern,
  section,
  staffOf,
  times,
} from "./limits-town.ts";

const beyond = { ...usualSettings, overCapacity: true };
const asked = (more: Partial<WeekTried> = {}): WeekTried => ({
  pattern: pattern(10, 11),
  startOn: monday,
  endOn: asDay("2026-10-31"),
  sectionId: "all",
  policy: "overCapacity",
  ...more,
});

describe("beyond the licence (R2324-27, arrêté du 8 octobre 2021)", () => {
  it.each([
    [25, 28],
    [12, 13],
    [10, 11],
    [60, 69],
  ])("%i places allow %i children at once", (places, most) => {
    expect(instantLimit(places, parameters.overCapacity)).toBe(most);
  });

  const room = (children: number) =>
    limitsOf([section(bandsOf(7, 18, 25), times(children, held(pattern(10, 11))))], { settings: beyond });

  it("the 28th child comes at ten; the 29th does not, however empty the week is", () => {
    expect(tryWeek(room(27), asked())).toMatchObject({
      ok: true,
      tightest: { rule: "overCapacity", left: 0, weekday: 1, start: 600, end: 660, weeks: 4 },
    });
    const refused = tryWeek(room(28), asked());
    expect(refused).toMatchObject({ ok: false });
    expect(refused.ok ? [] : refused.breaches).toHaveLength(5);
    expect(refused.ok ? [] : refused.breaches[1]).toEqual({
      rule: "overCapacity",
      scope: "section",
      article: parameters.overCapacity.article,
      weekday: 2,
      start: 600,
      end: 660,
      firstDay: "2026-10-06",
      weeks: 4,
      limit: 28,
      wanted: 29,
    });
  });

  it("not when the facility's rules do not say so, nor when nobody asks to go beyond", () => {
    const plain = limitsOf([section(bandsOf(7, 18, 25), times(25, held(pattern(10, 11))))]);
    expect(tryWeek(plain, asked())).toMatchObject({
      ok: false,
      breaches: [{ rule: "places", limit: 25 }, {}, {}, {}, {}],
    });
    expect(tryWeek(room(25), asked({ policy: "places" }))).toMatchObject({ ok: false });
    expect(tryWeek(room(25), asked())).toMatchObject({ ok: true });
  });

  it("counts the week's hours: 25 places over 5 × 11 h are 1,375 h, to the minute", () => {
    // 25 children all week would be all of them; 24 and some hours leave 55 h less those hours.
    const week = (hours: number) =>
      limitsOf(
        [section(bandsOf(7, 18, 25), [...times(24, held(pattern(7, 18))), held(pattern(7, 7 + hours))])],
        { settings: beyond, policy: "overCapacity" },
      );
    expect(week(11).weeks[0]).toEqual({
      monday,
      heldMinutes: 1375 * 60,
      licensedMinutes: 1375 * 60,
      leftMinutes: 0,
    });
    expect(tryWeek(week(10), asked())).toMatchObject({ ok: true, weekly: { monday, leftMinutes: 0 } });
    const tooLong = tryWeek(week(10), asked({ pattern: pattern(10, 12) }));
    expect(tooLong).toEqual({
      ok: false,
      breaches: [
        {
          rule: "weeklyHours",
          scope: "facility",
          article: parameters.overCapacity.article,
          weekday: null,
          start: null,
          end: null,
          firstDay: monday,
          weeks: 4,
          limit: 1375 * 60,
          wanted: 1380 * 60,
        },
      ],
    });
    const limits = week(11);
    expect(limitedByAt(limits.sections[0]!, quarterAt(limits.clock, 0, 600))).toBe("weeklyHours");
  });

  it("a licence that changes with the hour has its own week: 1,250 h", () => {
    const bands = [...bandsOf(7, 8, 10), ...bandsOf(8, 17, 25), ...bandsOf(17, 18.5, 10)];
    const limits = limitsOf([section(bands, [])], { off: new Set([asDay("2026-10-14")]) });
    expect(limits.weeks.map(({ licensedMinutes }) => licensedMinutes / 60)).toEqual([1250, 1000, 1250, 1250]);
  });
});

describe("what limits a section, and when", () => {
  const at = (day: number, hour: number) => (limits: ReturnType<typeof limitsOf>) =>
    limitedByAt(limits.sections[0]!, quarterAt(limits.clock, day, hour * 60));

  it("closed at night and on days off, full at ten, free at noon", () => {
    const limits = limitsOf([section(bandsOf(7, 18, 2), times(2, held(pattern(8, 12))))], {
      off: new Set([asDay("2026-10-07")]),
    });
    expect(at(0, 6)(limits)).toBe("closed");
    expect(at(0, 10)(limits)).toBe("places");
    expect(at(0, 12)(limits)).toBeNull();
    expect(at(2, 10)(limits)).toBe("closed");
  });

  it("the adults, where their plan is on record; unknown limits nothing and says so", () => {
    const sections = [section(bandsOf(7, 19, 20), times(10, held(pattern(8, 18))), { walking: false })];
    const planned = limitsOf(sections, { staffBands: [...staffOf(7, 19, 1), ...staffOf(9, 17, 1)] });
    expect(at(0, 8)(planned)).toBe("ratio");
    expect(at(0, 10)(planned)).toBe("ratio");
    expect(planned.sections[0]!.left[quarterAt(planned.clock, 0, 600)]).toBe(0);
    expect(planned.whole.staffNeeded[quarterAt(planned.clock, 0, 600)]).toBe(2);
    expect(tryWeek(planned, asked({ pattern: pattern(10, 12, [1]), policy: "places" }))).toMatchObject({
      ok: false,
      breaches: [{ rule: "ratio", weekday: 1, start: 600, end: 720, weeks: 4, limit: 2, wanted: 3 }],
    });
    const unknown = limitsOf(sections);
    expect(at(0, 10)(unknown)).toBeNull();
    expect(tryWeek(unknown, asked())).toMatchObject({ ok: true, staffKnown: false });
  });

  it("two adults from the first child of a crèche, from the fourth of a micro-crèche", () => {
    const sections = [section(bandsOf(7, 19, 12), times(2, held(pattern(8, 18))))];
    const alone = { staffBands: staffOf(7, 19, 1) };
    const early = asked({ pattern: pattern(10, 11, [1]) });
    expect(tryWeek(limitsOf(sections, alone), early)).toMatchObject({
      ok: false,
      breaches: [
        { rule: "minimumStaff", article: parameters.staffRatio.nursery.minimumArticle, limit: 1, wanted: 2 },
      ],
    });
    expect(tryWeek(limitsOf(sections, { ...alone, kind: "microNursery" }), early)).toMatchObject({
      ok: true,
      tightest: { rule: "ratio", left: 0 },
      staffKnown: true,
    });
  });

  it("children of all sections count for the adults and for the facility", () => {
    const babies = section(bandsOf(7, 19, 7), times(7, held(pattern(8, 18))), {
      id: "babies",
      walking: false,
    });
    const elders = section(bandsOf(7, 19, 20), times(11, held(pattern(8, 18))), { id: "elders" });
    const limits = limitsOf([babies, elders], { staffBands: staffOf(7, 19, 3) });
    const quarter = quarterAt(limits.clock, 0, 600);
    expect(limits.sections.map(({ left }) => left[quarter])).toEqual([0, 1]);
    expect(tryWeek(limits, asked({ sectionId: "elders" }))).toMatchObject({ ok: true });
  });

  it("an after-school site has its own ratio, and no hours beyond its licence", () => {
    const site = section(bandsOf(16, 18, 40), times(14, held(pattern(16, 18))), { minAgeMonths: 36 });
    const limits = (hasPedt: boolean) =>
      limitsOf([site], {
        kind: "afterSchool",
        staffBands: staffOf(16, 18, 1),
        settings: { ...beyond, hasPedt },
        policy: "overCapacity",
      });
    const quarter = quarterAt(limits(true).clock, 0, 1005);
    expect(limits(true).sections[0]!.limit[quarter]).toBe(40);
    expect(limits(true).sections[0]!.left[quarter]).toBe(0);
    expect(limits(false).sections[0]!.left[quarter]).toBe(-4);
    expect(limits(true).weeks[0]!.leftMinutes).toBeNull();
  });

  it("a childminder keeps to the number of her agrément: no ratio, no weekly rule, nobody beyond", () => {
    const home = limitsOf([section(bandsOf(7, 19, 4), times(4, held(pattern(8, 18))))], {
      kind: "childminder",
      settings: beyond,
      staffBands: staffOf(7, 19, 1),
      policy: "overCapacity",
    });
    expect(home.weeks[0]!.leftMinutes).toBeNull();
    expect(tryWeek(home, asked({ pattern: pattern(10, 11, [1]) }))).toMatchObject({
      ok: false,
      breaches: [{ rule: "places", article: null, limit: 4, wanted: 5 }],
    });
  });
});
