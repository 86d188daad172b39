// The days that matter around the reference day. Everything in the town is told relative to it.
import {
  type CalendarDay,
  type Weekday,
  addDays,
  daysFrom,
  firstOfMonth,
  weekdayOf,
} from "#app/calendar/rules/day.ts";
import { type LocalLaw, publicHolidays } from "#app/calendar/rules/public-holidays.ts";
import { schoolTimeOn } from "#app/calendar/rules/school-year.ts";
import { addWorkingDays } from "#app/calendar/rules/working-days.ts";
import { schoolPeriods } from "./school-calendar.ts";

type AgendaDay = { day: CalendarDay; weekday: Weekday; publicHoliday: boolean; schoolHoliday: boolean };

export type Agenda = {
  today: CalendarDay;
  /** From a first of the month, thirteen weeks or more before the reference day, to two weeks after it. */
  days: AgendaDay[];
  /** Before it when `count` is negative. */
  afterWorkingDays: (day: CalendarDay, count: number) => CalendarDay;
  /** The day itself when it is a working day, else the next one. */
  workingDayFrom: (day: CalendarDay) => CalendarDay;
};

const daysBefore = 91;
const daysAhead = 14;

export function agendaAround(today: CalendarDay, localLaw: LocalLaw): Agenda {
  const year = Number(today.slice(0, 4));
  const years = [-4, -3, -2, -1, 0, 1, 2].map((shift) => year + shift);
  const holidays = new Set(years.flatMap((each) => publicHolidays(each, { localLaw })).map(({ day }) => day));
  const isHoliday = (day: CalendarDay): boolean => holidays.has(day);
  // Whole months: half of one would read as a town half empty.
  const days = daysFrom(firstOfMonth(addDays(today, -daysBefore)), addDays(today, daysAhead)).map((day) => ({
    day,
    weekday: weekdayOf(day),
    publicHoliday: isHoliday(day),
    schoolHoliday: schoolTimeOn(day, schoolPeriods) === "holidays",
  }));
  return {
    today,
    days,
    afterWorkingDays: (day, count) => addWorkingDays(day, count, isHoliday),
    workingDayFrom: (day) => addWorkingDays(addDays(day, -1), 1, isHoliday),
  };
}
