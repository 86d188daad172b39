// What forms, files and stored documents must look like to become days, patterns and bands.
import { z } from "#app/zod.ts";
import { type CalendarDay, type Weekday, isDay, mondayOf } from "./day.ts";
import type { TimeBands } from "./time-bands.ts";
import { overlapInRota } from "./rota-overlap.ts";
import {
  type RotaWeek,
  type WeeklyPattern,
  maxCycleWeeks,
  maxRotaWeeks,
  maxSlots,
  minutesOfDay,
} from "./weekly-pattern.ts";

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

const weekSlotShape = {
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
};
const lasts = ({ start, end }: { start: number; end: number }): boolean =>
  end > start && end - start <= minutesOfDay;

const weekSlot = z.object(weekSlotShape).refine(lasts, { path: ["end"] });

export const slot = z
  .object({
    week: z
      .number()
      .int()
      .min(0)
      .max(maxCycleWeeks - 1),
    ...weekSlotShape,
  })
  .refine(lasts, { path: ["end"] });

const rota: z.ZodType<RotaWeek[]> = z
  .array(
    z.object({
      monday: calendarDay.refine((day) => mondayOf(day) === day),
      slots: z.array(weekSlot).max(maxSlots),
    }),
  )
  .max(maxRotaWeeks)
  .refine((weeks) => weeks.every(({ monday }, at) => at === 0 || weeks[at - 1]!.monday < monday));

export const weeklyPattern: z.ZodType<WeeklyPattern> = z
  .object({
    cycleWeeks: z.number().int().min(1).max(maxCycleWeeks),
    slots: z.array(slot).max(maxSlots),
    rota: rota.optional(),
  })
  .refine(({ cycleWeeks, slots }) => slots.every(({ week }) => week < cycleWeeks), { path: ["slots"] })
  .refine((pattern) => overlapInRota(pattern) === null, { path: ["rota"] });

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
