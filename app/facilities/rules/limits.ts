// What the law lets a facility hold at each quarter hour and each week, what it holds, and what limits it first.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { QuarterHours } from "#app/calendar/rules/quarter-hours.ts";
import {
  type DatedBand,
  type DaysOff,
  type Holding,
  eachBand,
  licensedByQuarter,
  neverOff,
} from "./capacity.ts";
import { eachStay } from "./holdings.ts";
import { type FacilityKind, careKindOf, establishmentKinds } from "./kinds.ts";
import type { LimitParameters, OverCapacityRule } from "./limit-parameters.ts";
import { addToWeeks, weeksOf } from "./limit-weeks.ts";
import type { FacilitySettings, StaffBand } from "./settings.ts";
import { type Children, type StaffRule, childrenForStaff, staffFor, staffRuleOf } from "./staff.ts";
import { staffByQuarter } from "./staff-plan.ts";

/** Up to the licence; or beyond it as far as the law goes, where the facility's rules say so. */
export type Policy = "places" | "overCapacity";

/** The rule that leaves nothing at a quarter; the order is that in which they are said. */
export const limitCauses = ["closed", "places", "weeklyHours", "ratio"] as const;
export type LimitCause = (typeof limitCauses)[number];

export type SectionAsked = {
  id: string;
  bands: readonly DatedBand[];
  holdings: readonly Holding[];
  /** Null, unknown, counts as not walking: nobody is promised with too few adults. */
  walking: boolean | null;
  /** For after-school care: a section that begins at six years has another ratio. */
  minAgeMonths?: number;
};

export type SectionLimits = {
  id: string;
  /** Which of the two groups of the staff ratio its children are in. */
  group: keyof Children;
  licensed: Int32Array;
  limit: Int32Array;
  held: Int32Array;
  /** Below zero where too many are held already. */
  left: Int32Array;
  /** Position in `limitCauses`, plus one; 0 where there is room. */
  limitedBy: Uint8Array;
  /** Of the section's own plan; null when it has none. */
  staffPlanned: Int32Array | null;
};

export type WeekLimits = {
  monday: CalendarDay;
  heldMinutes: number;
  licensedMinutes: number;
  /** Null: no weekly rule for this kind of care. */
  leftMinutes: number | null;
};

export type FacilityLimits = {
  clock: QuarterHours;
  off: DaysOff;
  kind: FacilityKind;
  settings: FacilitySettings;
  parameters: LimitParameters;
  policy: Policy;
  sections: SectionLimits[];
  /** All sections together. `staffPlanned` is −1 where no plan is on record: unknown limits nothing. */
  whole: {
    licensed: Int32Array;
    limit: Int32Array;
    held: Int32Array;
    few: Int32Array;
    staffPlanned: Int32Array;
    staffNeeded: Int32Array;
  };
  weeks: WeekLimits[];
  /** The staff rule at a quarter; null where none applies. */
  staffRuleAt: (quarter: number) => StaffRule | null;
};

const sixYears = 72;
/** The après-midi of an after-school site is long when it lasts more than five hours without a break. */
const fiveHours = 20;

/** R2324-27: floor rounding, 25 places give 28. */
export function instantLimit(
  places: number,
  { instantPercent }: Pick<OverCapacityRule, "instantPercent">,
): number {
  return Math.floor((places * instantPercent) / 100);
}

export function weeklyLimit(
  licensedMinutes: number,
  { weeklyPercent }: Pick<OverCapacityRule, "weeklyPercent">,
): number {
  return Math.floor((licensedMinutes * weeklyPercent) / 100);
}

/** Rules of the code de la santé publique for establishments; a childminder has the number of her own agrément. */
export function isNurseryEstablishment(kind: FacilityKind): boolean {
  return careKindOf(kind) === "nursery" && establishmentKinds.includes(kind);
}

/** Whether a facility may be looked at beyond its licence. */
export function mayExceed(kind: FacilityKind, { overCapacity }: FacilitySettings, policy: Policy): boolean {
  return policy === "overCapacity" && overCapacity && isNurseryEstablishment(kind);
}

export type LimitsAsked = {
  /** Whole weeks (`wholeWeeks`): a week that is cut is judged on what is left of it. */
  clock: QuarterHours;
  kind: FacilityKind;
  sections: readonly SectionAsked[];
  staffBands: readonly StaffBand[];
  settings: FacilitySettings;
  off?: DaysOff;
  parameters: LimitParameters;
  policy?: Policy;
};

/** Quarters of a run without a closed one that lasts more than five hours. */
function longRuns(licensed: Int32Array): Uint8Array {
  const long = new Uint8Array(licensed.length);
  for (let from = 0; from < licensed.length; from++) {
    if (licensed[from]! < 1) continue;
    let to = from;
    while (to < licensed.length && licensed[to]! > 0) to++;
    if (to - from > fiveHours) long.fill(1, from, to);
    from = to;
  }
  return long;
}

export function limitsByQuarter(asked: LimitsAsked): FacilityLimits {
  const { clock, kind, settings, parameters, staffBands, off = neverOff, policy = "places" } = asked;
  const nursery = isNurseryEstablishment(kind);
  const exceeds = mayExceed(kind, settings, policy);
  const { overCapacity, staffRatio } = parameters;
  const none = (): Int32Array => new Int32Array(clock.length);
  const whole = {
    licensed: none(),
    limit: none(),
    held: none(),
    few: none(),
    staffPlanned: staffByQuarter(clock, staffBands, off),
    staffNeeded: none(),
  };
  const weeks = weeksOf(clock);
  const [heldMinutes, licensedMinutes] = [0, 1].map(() => new Float64Array(weeks.mondays.length)) as [
    Float64Array,
    Float64Array,
  ];

  const sections = asked.sections.map(({ id, bands, holdings, walking, minAgeMonths = 0 }): SectionLimits => {
    const heads = new Int32Array(clock.length + 1);
    for (const holding of holdings) {
      eachStay(clock, holding, off, (stay) => {
        heads[Math.max(0, Math.floor(stay.first))]! += 1;
        heads[Math.min(clock.length, Math.ceil(stay.last))]! -= 1;
        addToWeeks(heldMinutes, weeks, stay.dayIndex, stay);
      });
    }
    eachBand(clock, bands, off, ({ places }, first, last, dayIndex) => {
      addToWeeks(licensedMinutes, weeks, dayIndex, { first, last }, places);
    });
    const licensed = licensedByQuarter(clock, bands, off);
    const group = (kind === "afterSchool" ? minAgeMonths >= sixYears : walking === true) ? "many" : "few";
    const limit = exceeds ? licensed.map((places) => instantLimit(places, overCapacity)) : licensed;
    for (let quarter = 0; quarter < clock.length; quarter++) {
      if (quarter > 0) heads[quarter]! += heads[quarter - 1]!;
      whole.held[quarter]! += heads[quarter]!;
      if (group === "few") whole.few[quarter]! += heads[quarter]!;
      whole.licensed[quarter]! += licensed[quarter]!;
    }
    const own = staffBands.filter(({ sectionId }) => sectionId === id);
    return {
      id,
      group,
      licensed,
      limit,
      held: heads.subarray(0, clock.length),
      left: none(),
      limitedBy: new Uint8Array(clock.length),
      staffPlanned: own.length === 0 ? null : staffByQuarter(clock, own, off),
    };
  });

  whole.limit = exceeds ? whole.licensed.map((places) => instantLimit(places, overCapacity)) : whole.licensed;
  const long = kind === "afterSchool" ? longRuns(whole.licensed) : null;
  const [usual, overFive] = [false, true].map((over) => staffRuleOf(kind, settings, over, staffRatio)) as [
    StaffRule | null,
    StaffRule | null,
  ];
  const staffRuleAt = (quarter: number): StaffRule | null => (long?.[quarter] === 1 ? overFive : usual);
  const limits: FacilityLimits = {
    clock,
    off,
    kind,
    settings,
    parameters,
    policy,
    sections,
    whole,
    staffRuleAt,
    weeks: weeks.mondays.map((monday, week) => {
      const [held, licensed] = [Math.round(heldMinutes[week]!), Math.round(licensedMinutes[week]!)];
      const leftMinutes = nursery ? weeklyLimit(licensed, overCapacity) - held : null;
      return { monday, heldMinutes: held, licensedMinutes: licensed, leftMinutes };
    }),
  };
  for (const [week, { leftMinutes }] of limits.weeks.entries())
    leaveWhatIsLeft(limits, weeks.bounds[week]!, weeks.bounds[week + 1]!, leftMinutes);
  return limits;
}

/** Fills what is left, and what limits it, over the quarters of a week. */
function leaveWhatIsLeft(limits: FacilityLimits, from: number, to: number, weekLeft: number | null): void {
  const { whole, sections, staffRuleAt } = limits;
  const weekIsOver = weekLeft !== null && weekLeft < 15;
  for (let quarter = from; quarter < to; quarter++) {
    const few = whole.few[quarter]!;
    const children: Children = { few, many: whole.held[quarter]! - few };
    const rule = staffRuleAt(quarter);
    const staff = whole.staffPlanned[quarter]!;
    if (rule) whole.staffNeeded[quarter] = staffFor(rule, children);
    const room = whole.limit[quarter]! - whole.held[quarter]!;
    for (const section of sections) {
      const places = Math.min(section.limit[quarter]! - section.held[quarter]!, room);
      const byRatio = rule && staff >= 0 ? childrenForStaff(rule, staff, children, section.group) : Infinity;
      let left = Math.min(places, byRatio);
      if (weekIsOver && left > 0) left = 0;
      const closed = section.licensed[quarter]! < 1;
      section.left[quarter] = left;
      section.limitedBy[quarter] = closed ? 1 : left > 0 ? 0 : places <= 0 ? 2 : weekIsOver ? 3 : 4;
    }
  }
}

/** What leaves nothing in a section at a quarter; null where there is room. */
export function limitedByAt({ limitedBy }: SectionLimits, quarter: number): LimitCause | null {
  return limitCauses[limitedBy[quarter]! - 1] ?? null;
}
