// What a child's whole week would do to a facility: it fits, and how tightly; or which rules it breaks, and when.
import { type CalendarDay, type Weekday } from "#app/calendar/rules/day.ts";
import { eachStay } from "./holdings.ts";
import type { Holding } from "./holdings.ts";
import { type Figures, type QuarterCheck, type QuarterRule, checksOf } from "./limit-checks.ts";
import { addToWeeks, weeksOf } from "./limit-weeks.ts";
import { type FacilityLimits, type Policy, weeklyLimit } from "./limits.ts";
import { type Recurring, recurring, stretches } from "./stretches.ts";

export type WeekTried = Holding & { sectionId: string; policy: Policy };

/** Several weeks with the same hours of the same weekday are one. */
export type Breach = {
  rule: QuarterRule | "weeklyHours";
  article: string | null;
  scope: "section" | "facility";
  /** Null for the hours of whole weeks; `firstDay` is then the first Monday. */
  weekday: Weekday | null;
  start: number | null;
  end: number | null;
  firstDay: CalendarDay;
  weeks: number;
  /** At the worst moment. Children; adults for the staff rules; minutes for weekly hours. */
  limit: number;
  wanted: number;
};

/** The rule that this child brings nearest to: how many more children it would let in, and when. */
export type Tightest = {
  rule: QuarterRule;
  scope: "section" | "facility";
  left: number;
  weekday: Weekday;
  start: number;
  end: number;
  firstDay: CalendarDay;
  weeks: number;
};

export type WeekVerdict =
  | {
      ok: true;
      tightest: Tightest | null;
      /** The week with the fewest minutes left under the weekly limit; null where it does not apply. */
      weekly: { monday: CalendarDay; leftMinutes: number } | null;
      /** False where, at some time of the week asked, no staff plan is on record. */
      staffKnown: boolean;
    }
  | { ok: false; breaches: Breach[] };

/** @throws when the section is none of those whose limits were counted */
export function tryWeek(limits: FacilityLimits, tried: WeekTried): WeekVerdict {
  const section = limits.sections.find(({ id }) => id === tried.sectionId);
  if (!section) throw new RangeError(`No limits were counted for section ${tried.sectionId}.`);
  const checks = checksOf(limits, section, tried.policy);
  const weeks = weeksTried(limits, tried);
  const breaches = [...breachesOf(limits, tried, checks), ...weeklyBreach(limits, weeks)];
  if (breaches.length > 0) return { ok: false, breaches };
  const weekly = weeks.reduce<WeekAfter | null>(
    (least, week) => (least === null || week.leftMinutes < least.leftMinutes ? week : least),
    null,
  );
  return {
    ok: true,
    tightest: tightestOf(limits, tried, checks),
    weekly: weekly && { monday: weekly.monday, leftMinutes: weekly.leftMinutes },
    staffKnown:
      stretches(limits.clock, tried, limits.off, (quarter) =>
        limits.staffRuleAt(quarter) && limits.whole.staffPlanned[quarter]! < 0 ? "unknown" : null,
      ).length === 0,
  };
}

function breachesOf(limits: FacilityLimits, tried: WeekTried, checks: QuarterCheck[]): Breach[] {
  return checks.flatMap((check, position) => {
    // Said once, of the section, when both it and the facility are full; of the ratio rather than of the minimum.
    const said = checks.slice(0, position);
    const before = said.filter(
      ({ rule }) => rule === check.rule || (rule === "ratio" && check.rule === "minimumStaff"),
    );
    const lacking = stretches(limits.clock, tried, limits.off, (quarter) =>
      check.breaks(quarter) && !before.some((other) => other.breaks(quarter)) ? check.rule : null,
    );
    return recurring(lacking, (rule) => rule).map((group): Breach => {
      const { weekday, start, end, firstDay, weeks } = group;
      const { rule, scope, article } = check;
      return { rule, scope, article, weekday, start, end, firstDay, weeks, ...worst(check, group) };
    });
  });
}

function worst(check: QuarterCheck, { each }: Recurring<unknown>): Figures {
  let found: Figures = { limit: Infinity, wanted: -Infinity };
  for (const { from, to } of each) {
    for (let quarter = from; quarter < to; quarter++) {
      const figures = check.figures(quarter);
      if (figures && figures.wanted - figures.limit > found.wanted - found.limit) found = figures;
    }
  }
  return found;
}

type WeekAfter = { monday: CalendarDay; limit: number; wanted: number; leftMinutes: number };

/** The weeks in which the child would come, with its minutes counted; none where no weekly rule applies. */
function weeksTried(limits: FacilityLimits, tried: WeekTried): WeekAfter[] {
  const { clock, off, parameters } = limits;
  const weeks = weeksOf(clock);
  const minutes = new Float64Array(weeks.mondays.length);
  eachStay(clock, tried, off, (stay) => addToWeeks(minutes, weeks, stay.dayIndex, stay));
  return limits.weeks.flatMap(({ monday, heldMinutes, licensedMinutes, leftMinutes }, week) => {
    const added = Math.round(minutes[week]!);
    if (leftMinutes === null || added === 0) return [];
    const limit = weeklyLimit(licensedMinutes, parameters.overCapacity);
    const wanted = heldMinutes + added;
    return [{ monday, limit, wanted, leftMinutes: limit - wanted }];
  });
}

function weeklyBreach({ parameters }: FacilityLimits, weeks: WeekAfter[]): Breach[] {
  const over = weeks.filter(({ leftMinutes }) => leftMinutes < 0);
  if (over.length === 0) return [];
  const most = over.reduce((one, other) => (other.leftMinutes < one.leftMinutes ? other : one));
  return [
    {
      rule: "weeklyHours",
      scope: "facility",
      article: parameters.overCapacity.article,
      weekday: null,
      start: null,
      end: null,
      firstDay: over[0]!.monday,
      weeks: over.length,
      limit: most.limit,
      wanted: most.wanted,
    },
  ];
}

function tightestOf(
  { clock, off }: FacilityLimits,
  tried: WeekTried,
  checks: QuarterCheck[],
): Tightest | null {
  let least: { left: number; check: QuarterCheck } | null = null;
  for (const check of checks) {
    eachStay(clock, tried, off, ({ first, last }) => {
      const to = Math.min(clock.length, Math.ceil(last));
      for (let quarter = Math.max(0, Math.floor(first)); quarter < to; quarter++) {
        const left = check.spare(quarter);
        if (left !== null && (least === null || left < least.left)) least = { left, check };
      }
    });
  }
  const found = least as { left: number; check: QuarterCheck } | null;
  if (found === null || !Number.isFinite(found.left)) return null;
  const { left, check } = found;
  const when = stretches(clock, tried, off, (quarter) => (check.spare(quarter) === left ? left : null));
  const first = recurring(when, String)[0]!;
  const { start, end, firstDay, weeks } = first;
  return {
    rule: check.rule,
    scope: check.scope,
    left,
    weekday: first.weekday,
    start,
    end,
    firstDay,
    weeks,
  };
}
