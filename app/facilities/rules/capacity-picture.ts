// A period folded into one week, half-hour by half-hour: for each, the tightest moment of the period.
import { type CalendarDay, type Weekday, addDays, weekdayOf, weekdays } from "#app/calendar/rules/day.ts";
import { quarterAt } from "#app/calendar/rules/quarter-hours.ts";
import { type FacilityLimits, type LimitCause, type SectionLimits, limitedByAt } from "./limits.ts";

export const halfHours = 48;

/** `near`: one more child, and the rule is reached; `full`: it is; `over`: it is exceeded already. */
export type Tone = "room" | "near" | "full" | "over";

export type PictureCell = {
  left: number;
  tone: Tone;
  /** What limits, or would next; null where there is room. */
  cause: LimitCause | null;
  /** The first day on which it is so tight. */
  day: CalendarDay;
};

/** Adults; `planned` is null where no plan is on record on some day of the period. */
export type StaffCell = { needed: number; planned: number | null; tone: Tone; day: CalendarDay };

/** By weekday, then by half-hour of the day; null where nobody is taken on any day of the period. */
export type Week<Cell> = (Cell | null)[][];

export type CapacityPicture = {
  sections: { id: string; cells: Week<PictureCell> }[];
  staff: Week<StaffCell>;
  /** Days counted: those of the period that are not off. */
  days: number;
};

const emptyWeek = <Cell>(): Week<Cell> => weekdays.map(() => Array<Cell | null>(halfHours).fill(null));

const toneOf = (left: number): Tone =>
  left < 0 ? "over" : left === 0 ? "full" : left === 1 ? "near" : "room";

function cellAt(
  limits: FacilityLimits,
  section: SectionLimits,
  quarter: number,
  day: CalendarDay,
): PictureCell | null {
  const left = section.left[quarter]!;
  if (section.licensed[quarter]! < 1 && section.held[quarter]! < 1) return null;
  const tone = toneOf(left);
  if (tone !== "near") return { left, tone, cause: left > 0 ? null : limitedByAt(section, quarter), day };
  const { whole } = limits;
  const places = Math.min(
    section.limit[quarter]! - section.held[quarter]!,
    whole.limit[quarter]! - whole.held[quarter]!,
  );
  return { left, tone, cause: places > left ? "ratio" : "places", day };
}

function staffAt(
  { whole, staffRuleAt }: FacilityLimits,
  quarter: number,
  day: CalendarDay,
): StaffCell | null {
  if (!staffRuleAt(quarter) || whole.licensed[quarter]! < 1) return null;
  const [needed, planned] = [whole.staffNeeded[quarter]!, whole.staffPlanned[quarter]!];
  if (planned < 0) return { needed, planned: null, tone: "room", day };
  return { needed, planned, tone: planned < needed ? "over" : "room", day };
}

/** How many adults too many; unknown is worse than any plan that holds. */
const spareStaff = ({ needed, planned }: StaffCell): number => (planned === null ? -0.5 : planned - needed);

/** @param counts the days of the period; days off are left out anyway */
export function capacityPicture(
  limits: FacilityLimits,
  { from, to }: { from: CalendarDay; to: CalendarDay },
  counts: (day: CalendarDay) => boolean = () => true,
): CapacityPicture {
  const { clock, off } = limits;
  const sections = limits.sections.map((section) => ({
    section,
    id: section.id,
    cells: emptyWeek<PictureCell>(),
  }));
  const staff = emptyWeek<StaffCell>();
  let days = 0;
  for (let index = 0, day = clock.from; day <= to && day <= clock.to; index++, day = addDays(day, 1)) {
    if (day < from || off.has(day) || !counts(day)) continue;
    days++;
    const weekday = weekdayOf(day) - 1;
    for (let half = 0; half < halfHours; half++) {
      const last = Math.ceil(quarterAt(clock, index, 30 * (half + 1)));
      for (let quarter = Math.floor(quarterAt(clock, index, 30 * half)); quarter < last; quarter++) {
        for (const { section, cells } of sections) {
          const known = cells[weekday]![half]!;
          if (known && known.left <= section.left[quarter]!) continue;
          cells[weekday]![half] = cellAt(limits, section, quarter, day) ?? known;
        }
        const adults = staffAt(limits, quarter, day);
        const known = staff[weekday]![half]!;
        if (adults && (!known || spareStaff(adults) < spareStaff(known))) staff[weekday]![half] = adults;
      }
    }
  }
  return { sections: sections.map(({ id, cells }) => ({ id, cells })), staff, days };
}

export type Run<Cell> = { weekday: Weekday; start: number; end: number; cell: Cell };

/** Half-hours that follow each other and are alike, put together: what a table says of the picture. */
export function runsOfWeek<Cell>(week: Week<Cell>, alike: (one: Cell, other: Cell) => boolean): Run<Cell>[] {
  return week.flatMap((cells, index) => {
    const runs: Run<Cell>[] = [];
    for (const [half, cell] of cells.entries()) {
      const last = runs.at(-1);
      if (cell === null) continue;
      if (last && last.end === 30 * half && alike(last.cell, cell)) last.end += 30;
      else runs.push({ weekday: (index + 1) as Weekday, start: 30 * half, end: 30 * (half + 1), cell });
    }
    return runs;
  });
}

export const sameCell = (one: PictureCell, other: PictureCell): boolean =>
  one.left === other.left && one.cause === other.cause;

export type CellChange = { before: PictureCell; after: PictureCell };

/** The half-hours that are not as they were, section by section. */
export function changesBetween(
  before: CapacityPicture,
  after: CapacityPicture,
): { id: string; runs: Run<CellChange>[] }[] {
  return before.sections
    .map(({ id, cells }, position) => {
      const changed = cells.map((halves, weekday) =>
        halves.map((cell, half): CellChange | null => {
          const now = after.sections[position]!.cells[weekday]![half]!;
          return cell && now && cell.left !== now.left ? { before: cell, after: now } : null;
        }),
      );
      const alike = (one: CellChange, other: CellChange): boolean =>
        sameCell(one.before, other.before) && sameCell(one.after, other.after);
      return { id, runs: runsOfWeek(changed, alike) };
    })
    .filter(({ runs }) => runs.length > 0);
}

/** The weekdays and the half-hours that have something to show. */
export function shownPart(picture: CapacityPicture): { weekdays: Weekday[]; first: number; last: number } {
  const weeks = picture.sections.map(({ cells }) => cells);
  const open = (weekday: number, half: number): boolean =>
    weeks.some((cells) => cells[weekday]![half] !== null);
  const halves = Array.from({ length: halfHours }, (_, half) => half).filter((half) =>
    weekdays.some((weekday) => open(weekday - 1, half)),
  );
  return {
    weekdays: weekdays.filter((weekday) => halves.some((half) => open(weekday - 1, half))),
    first: halves[0] ?? 0,
    last: halves.at(-1) ?? -1,
  };
}

/** Of a week's hours: how many are left before the weekly limit, one child's day from it, or at it. */
export function weekTone(leftMinutes: number | null): Tone {
  if (leftMinutes === null || leftMinutes >= 600) return "room";
  return leftMinutes < 0 ? "over" : leftMinutes < 15 ? "full" : "near";
}
