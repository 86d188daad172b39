// The hours of a stored draft. The page that draws the week loads no zod: the types are in ask-form-hours.ts.
import { maxCycleWeeks, maxRotaWeeks } from "#app/calendar/rules/weekly-pattern.ts";
import { z } from "#app/zod.ts";
import { type TypedHours, daysOfCycle, emptyDays, emptyHours, staysADay } from "./ask-form-hours.ts";
import { keepMondays } from "./ask-form-hours-kept.ts";

const text = z.string().max(200).catch("");
const flag = z.boolean().catch(false);

const typedSlot = z.object({ start: text, end: text, nextDay: flag });
const calendar = z.object({
  shifts: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  leftOut: z.record(z.string(), z.number()),
});

/** Older drafts knew one week, or two that alternate. */
export const typedHours: z.ZodType<TypedHours> = z
  .object({
    weeks: z.number().int().min(0).max(maxCycleWeeks).optional(),
    alternate: flag,
    days: z.array(z.array(typedSlot).max(staysADay)).max(daysOfCycle + 7 * maxRotaWeeks),
    mondays: z.array(text).catch([]).transform(keepMondays),
    startOn: text,
    flexibleWeeks: text,
    travelBefore: text,
    travelAfter: text,
    calendar: calendar.nullable().catch(null),
  })
  .transform(({ weeks, alternate, days, mondays, ...hours }) => ({
    ...hours,
    weeks: weeks ?? (alternate ? 2 : 1),
    mondays,
    days: emptyDays(daysOfCycle + 7 * mondays.length).map((empty, day) => days[day] ?? empty),
  }))
  .catch(emptyHours);
