// Drawing on the week: hours are filled in or rubbed out over one or several days. Free of libraries: browsers load it.
import { type Interval, minutesOfWeek, union } from "#app/calendar/rules/intervals.ts";
import {
  type Slot,
  type WeeklyPattern,
  compareSlots,
  minutesOfDay,
} from "#app/calendar/rules/weekly-pattern.ts";
import { weekOf, weekdayOfIndex } from "./ask-form-hours.ts";

export type Stroke = {
  /** Days of the cycle, 0 for the Monday of week A; both included, in any order. */
  fromDay: number;
  toDay: number;
  /** Minutes of each of those days. */
  start: number;
  end: number;
  fill: boolean;
};

const position = ({ week, weekday }: Slot): number => week * minutesOfWeek + (weekday - 1) * minutesOfDay;

function intervalsOf({ cycleWeeks, slots }: WeeklyPattern): Interval[] {
  const cycle = cycleWeeks * minutesOfWeek;
  return slots.flatMap((slot) => {
    const [start, end] = [position(slot) + slot.start, position(slot) + slot.end];
    if (end <= cycle) return [{ start, end }];
    return [
      { start, end: cycle },
      { start: 0, end: end - cycle },
    ];
  });
}

function without(intervals: Interval[], hole: Interval): Interval[] {
  return intervals.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, hole.start) },
      { start: Math.max(start, hole.end), end },
    ].filter((piece) => piece.end > piece.start),
  );
}

/** A night that crosses the end of the cycle is one stay again. */
function joinEnds(intervals: Interval[], cycle: number): Interval[] {
  const [first, last] = [intervals[0], intervals.at(-1)];
  if (!first || !last || first === last || first.start !== 0 || last.end !== cycle) return intervals;
  return [...intervals.slice(1, -1), { start: last.start, end: cycle + first.end }];
}

/** A stay of at most 24 hours for each day or part of it. */
function slotsOf({ start, end }: Interval, cycle: number): Slot[] {
  const slots: Slot[] = [];
  for (let from = start; from < end; from += minutesOfDay) {
    const to = Math.min(end, from + minutesOfDay);
    const day = Math.floor((from % cycle) / minutesOfDay);
    const midnight = Math.floor(from / minutesOfDay) * minutesOfDay;
    slots.push({
      week: weekOf(day),
      weekday: weekdayOfIndex(day),
      start: from - midnight,
      end: to - midnight,
    });
  }
  return slots;
}

/** The pattern after a stroke on its cycle; hours that touch become one stay, across midnight too. */
export function draw(pattern: WeeklyPattern, stroke: Stroke): WeeklyPattern {
  const cycle = pattern.cycleWeeks * minutesOfWeek;
  const [first, last] = [Math.min(stroke.fromDay, stroke.toDay), Math.max(stroke.fromDay, stroke.toDay)];
  let intervals = union(intervalsOf(pattern));
  for (let day = first; day <= last; day++) {
    const each = { start: day * minutesOfDay + stroke.start, end: day * minutesOfDay + stroke.end };
    intervals = stroke.fill ? union([...intervals, each]) : without(intervals, each);
  }
  const slots = joinEnds(intervals, cycle).flatMap((each) => slotsOf(each, cycle));
  return { ...pattern, slots: slots.sort(compareSlots) };
}

/** Whether a minute of a day of the cycle is filled. */
export function isFilled(pattern: WeeklyPattern, day: number, minute: number): boolean {
  const at = day * minutesOfDay + minute;
  return intervalsOf(pattern).some(({ start, end }) => at >= start && at < end);
}
