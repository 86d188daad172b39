import { type CalendarDay, addDays, weekdayOf } from "./day.ts";

/** Monday to Friday, except public holidays. */
export function isWorkingDay(day: CalendarDay, isHoliday: (day: CalendarDay) => boolean): boolean {
  return weekdayOf(day) <= 5 && !isHoliday(day);
}

/** The nth working day after a day; before it when `n` is negative; the day itself, whatever it is, for 0. */
export function addWorkingDays(
  day: CalendarDay,
  n: number,
  isHoliday: (day: CalendarDay) => boolean,
): CalendarDay {
  const step = Math.sign(n);
  let found = day;
  for (let left = Math.abs(n); left > 0;) {
    found = addDays(found, step);
    if (isWorkingDay(found, isHoliday)) left--;
  }
  return found;
}
