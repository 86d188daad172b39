// Hours of some weekdays, as a form posts them.
import { parseClock } from "#app/calendar/rules/clock-text.ts";
import { type Weekday, weekdays } from "#app/calendar/rules/day.ts";
import { calendarDay } from "#app/calendar/rules/schemas.ts";
import { minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";
import { z } from "#app/zod.ts";

const dayError = { error: "facilities:settings.error.day" };

/** A day typed, or not. */
export const dayField = z
  .string(dayError)
  .trim()
  .pipe(calendarDay.catch("" as never))
  .refine(Boolean, dayError);

export const weekdaysField = z
  .array(z.enum(["1", "2", "3", "4", "5", "6", "7"]))
  .transform((days) => weekdays.filter((day) => days.includes(String(day) as "1")));

/** A whole number between two bounds. */
export const countField = (least: number, most: number, error: string): z.ZodType<number> =>
  z
    .string({ error })
    .trim()
    .regex(/^\d{1,4}$/, { error })
    .transform(Number)
    .refine((count) => least <= count && count <= most, { error });

export type TypedHours = { start: string; end: string; nextDay: boolean };
export type Hours = { startMinute: number; endMinute: number };

/** Midnight typed as an end, "00:00", ends the day. */
export function readHours({
  start,
  end,
  nextDay,
}: TypedHours): { ok: true; hours: Hours } | { ok: false; field: "start" | "end"; error: string } {
  const wrong = (field: "start" | "end", why: string) =>
    ({ ok: false, field, error: `facilities:settings.error.${why}` }) as const;
  const [from, to] = [parseClock(start), parseClock(end)];
  if (from === null || from === minutesOfDay) return wrong("start", "start");
  if (to === null) return wrong("end", "end");
  const until = (to === 0 && !nextDay ? minutesOfDay : to) + (nextDay ? minutesOfDay : 0);
  if (until <= from) return wrong("end", "order");
  if (until - from > minutesOfDay) return wrong("end", "tooLong");
  return { ok: true, hours: { startMinute: from, endMinute: until } };
}

/** Rows with the same hours, put together over their weekdays, in the order of the week. */
export function alikeWeekdays<Row extends Hours & { weekday: number }>(
  rows: readonly Row[],
  same: (row: Row) => string,
): { weekdays: Weekday[]; row: Row; rows: Row[] }[] {
  const groups = new Map<string, Row[]>();
  const inOrder = [...rows].sort((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute);
  for (const row of inOrder) {
    const key = `${row.startMinute} ${row.endMinute} ${same(row)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => ({
    weekdays: group.map(({ weekday }) => weekday as Weekday),
    row: group[0]!,
    rows: group,
  }));
}
