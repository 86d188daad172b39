// What forms, files and stored documents must look like to become days, patterns and bands.
import { z } from "#app/zod.ts";
import { type CalendarDay, type Weekday, isDay } from "./day.ts";
import type { TimeBands } from "./time-bands.ts";
import { type WeeklyPattern, maxSlots, minutesOfDay } from "./weekly-pattern.ts";

export const calendarDay = z
  .string()
  .refine(isDay)
  .transform((value) => value as CalendarDay);

const weekday = z
  .number()
  .int()
  .min(1)
  .max(7)
  .transform((value) => value as Weekday);

export const slot = z
  .object({
    week: z.union([z.literal(0), z.literal(1)]),
    weekday,
    start: z
      .number()
      .int()
      .min(0)
      .max(minutesOfDay - 1),
    end: z
      .number()
      .int()
      .min(1)
      .max(2 * minutesOfDay - 1),
  })
  .refine(({ start, end }) => end > start && end - start <= minutesOfDay, { path: ["end"] });

export const weeklyPattern: z.ZodType<WeeklyPattern> = z
  .object({
    cycleWeeks: z.union([z.literal(1), z.literal(2)]),
    slots: z.array(slot).max(maxSlots),
  })
  .refine(({ cycleWeeks, slots }) => slots.every(({ week }) => week < cycleWeeks), { path: ["slots"] });

const band = z.object({
  weekdays: z.array(weekday),
  start: z
    .number()
    .int()
    .min(0)
    .max(minutesOfDay - 1),
  end: z
    .number()
    .int()
    .min(1)
    .max(2 * minutesOfDay),
});

/** The parameter "time-bands". */
export const timeBands: z.ZodType<TimeBands> = z.object({ ordinary: z.array(band), night: z.array(band) });
