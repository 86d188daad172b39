// What a facility may hold at each half-hour of the week during a period: the least of its days.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { type DatedBand, inForce } from "#app/facilities/rules/capacity.ts";
import { instantLimit, mayExceed } from "#app/facilities/rules/limits.ts";
import type { LimitParameters } from "#app/facilities/rules/limit-parameters.ts";
import { type StaffRule, staffRuleOf } from "#app/facilities/rules/staff.ts";
import { halfHoursOfDay, halfHoursOfWeek } from "./half-hours.ts";
import type { TownFacility, TownSection } from "./meeting-town.ts";

/** Adults are counted in parts that every ratio of the law divides: 5, 6, 8, 10, 12, 14 and 18 children for one. */
export const staffParts = 2520;
/** Parts of nurseries alone (5, 6 and 8 for one): smaller numbers to read. */
export const nurseryParts = 120;

export type Period = { id: string; from: CalendarDay; to: CalendarDay };

/** By half-hour of the week. `staff` is −1 where no plan is on record: unknown limits nothing. */
export type Supply = {
  sections: Map<string, Int32Array>;
  total: Int32Array;
  /** As far as over-capacity goes, where the facility chose it. */
  hardSections: Map<string, Int32Array>;
  hardTotal: Int32Array;
  staff: Int32Array;
  /** 1 in a run of more than five hours: after-school care then needs more adults. */
  long: Uint8Array;
};

type Weekly = {
  weekday: number;
  startMinute: number;
  endMinute: number;
  validFrom: CalendarDay;
  validTo: CalendarDay | null;
};

/** The days of a period on which one of its rows begins, or no longer is. */
function turningDays({ from, to }: Period, rows: readonly Weekly[]): CalendarDay[] {
  const days = rows.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ]);
  return [...new Set([from, ...days.filter((day) => from < day && day <= to)])];
}

/** The sum in force at each half-hour; in one where it changes, the fewest of its minutes that has some. */
function weekOn<Row extends Weekly>(
  rows: readonly Row[],
  day: CalendarDay,
  worth: (row: Row) => number,
): Int32Array {
  const running = rows.filter((row) => inForce(row, day));
  const week = new Int32Array(halfHoursOfWeek);
  const uneven = new Set<number>();
  for (const { weekday, startMinute, endMinute, ...row } of running) {
    const midnight = (weekday - 1) * halfHoursOfDay;
    const [first, last] = [startMinute / 30, endMinute / 30];
    for (let at = Math.ceil(first); at < Math.floor(last); at += 1)
      week[(midnight + at) % halfHoursOfWeek]! += worth({ weekday, startMinute, endMinute, ...row } as Row);
    for (const part of [first, last])
      if (!Number.isInteger(part)) uneven.add((midnight + Math.floor(part)) % halfHoursOfWeek);
  }
  for (const at of uneven) week[at] = fewestWithin(running, at, worth);
  return week;
}

/** The fewest at any minute of a half-hour that has some. */
function fewestWithin<Row extends Weekly>(
  rows: readonly Row[],
  halfHour: number,
  worth: (row: Row) => number,
): number {
  const sums = Array.from({ length: 30 }, (_, minute) => {
    const at = halfHour * 30 + minute;
    return rows.reduce((sum, row) => {
      const start = (row.weekday - 1) * 1440 + row.startMinute;
      const end = start + row.endMinute - row.startMinute;
      const within = (start <= at && at < end) || (start <= at + 10_080 && at + 10_080 < end);
      return sum + (within ? worth(row) : 0);
    }, 0);
  }).filter((sum) => sum > 0);
  return sums.length === 0 ? 0 : Math.min(...sums);
}

function least(all: readonly Int32Array[]): Int32Array {
  const [first, ...others] = all as [Int32Array, ...Int32Array[]];
  return first.map((value, at) => others.reduce((low, other) => Math.min(low, other[at]!), value));
}

const licensed = (bands: readonly DatedBand[], period: Period): Int32Array =>
  least(turningDays(period, bands).map((day) => weekOn(bands, day, ({ places }) => places)));

function staffIn({ staffBands }: TownFacility, period: Period): Int32Array {
  const days = turningDays(period, staffBands);
  const planned = days.map((day) => {
    const known = staffBands.some((band) => inForce(band, day));
    return known ? weekOn(staffBands, day, ({ staff }) => staff) : null;
  });
  const known = planned.filter((week) => week !== null);
  return known.length === 0 ? new Int32Array(halfHoursOfWeek).fill(-1) : least(known);
}

const tenHalfHours = 10;

function longRuns(total: Int32Array): Uint8Array {
  const long = new Uint8Array(total.length);
  for (let from = 0; from < total.length; from += 1) {
    let to = from;
    while (to < total.length && total[to]! > 0) to += 1;
    if (to - from > tenHalfHours) long.fill(1, from, to);
    from = Math.max(from, to);
  }
  return long;
}

/** The rule of its adults; `long`: in a run of more than five hours, which is what children are counted in. */
export function staffRule(
  facility: TownFacility,
  { staffRatio }: LimitParameters,
  long = true,
): StaffRule | null {
  return staffRuleOf(facility.kind, facility.settings, long, staffRatio);
}

/** Children whom the adults of a half-hour may keep when each counts the same, and when they are too few. */
function headLimit(rule: StaffRule | null, staff: number): number {
  if (!rule || staff < 0) return Infinity;
  return staff >= rule.minimum.staff ? Infinity : staff >= 1 ? rule.minimum.alone : 0;
}

/** What a facility may hold in a period, half-hour by half-hour. */
export function supplyOf(facility: TownFacility, period: Period, parameters: LimitParameters): Supply {
  const rule = staffRule(facility, parameters);
  const exceeds = mayExceed(facility.kind, facility.settings, "overCapacity");
  const staff = staffIn(facility, period);
  const sections = new Map(facility.sections.map(({ id, bands }) => [id, licensed(bands, period)]));
  const sum = new Int32Array(halfHoursOfWeek);
  for (const week of sections.values()) week.forEach((places, at) => (sum[at]! += places));
  const beyond = (places: number): number =>
    exceeds ? instantLimit(places, parameters.overCapacity) : places;
  const capped = (week: Int32Array): Int32Array =>
    week.map((places, at) => Math.min(places, headLimit(rule, staff[at]!)));
  return {
    sections,
    total: capped(sum),
    hardSections: new Map([...sections].map(([id, week]) => [id, week.map(beyond)])),
    hardTotal: capped(sum.map(beyond)),
    staff: rule ? staff : new Int32Array(halfHoursOfWeek).fill(-1),
    long: longRuns(sum),
  };
}

/** What a child of a section takes of the adults, in parts of one. */
export function staffUnitsOf(
  facility: TownFacility,
  section: Pick<TownSection, "walking" | "minAgeMonths">,
  parameters: LimitParameters,
): number {
  const rule = staffRule(facility, parameters);
  if (!rule) return 0;
  const many = facility.kind === "afterSchool" ? section.minAgeMonths >= 72 : section.walking === true;
  return partsOf(facility) / (many ? rule.many : rule.few);
}

export const partsOf = ({ kind }: Pick<TownFacility, "kind">): number =>
  kind === "afterSchool" ? staffParts : nurseryParts;

/**
 * The parts that so many adults are worth. Where each group is rounded up by itself, one adult is kept aside in each
 * group; where the time is short, the ratio that gains least counts: never more than the law allows, at times fewer.
 */
export function staffCap(
  facility: TownFacility,
  parameters: LimitParameters,
  { staff, long }: { staff: number; long: boolean },
): number {
  const parts = partsOf(facility);
  const [base, rule] = [staffRule(facility, parameters)!, staffRule(facility, parameters, long)!];
  const gain = Math.min(rule.few / base.few, rule.many / base.many);
  const aside =
    base.rounding === "groups" ? 2 * parts - Math.ceil(parts / base.few) - Math.ceil(parts / base.many) : 0;
  return Math.max(0, Math.floor(staff * parts * gain + 1e-9) - aside);
}
