import { z } from "#app/zod.ts";
import { countField, dayField, readHours, weekdaysField } from "./band-form.ts";

export const mostStaff = 60;

export const staffForm = z
  .object({
    /** Empty: with any section of the facility. */
    sectionId: z.string().default(""),
    weekdays: weekdaysField.refine((days) => days.length > 0, {
      error: "facilities:settings.error.weekdays",
    }),
    start: z.string().default(""),
    end: z.string().default(""),
    nextDay: z.boolean().default(false),
    staff: countField(1, mostStaff, "facilities:settings.error.staff"),
    validFrom: dayField,
  })
  .transform(({ start, end, nextDay, sectionId, ...band }, context) => {
    const read = readHours({ start, end, nextDay });
    if (!read.ok) {
      context.addIssue({ code: "custom", path: [read.field], message: read.error });
      return z.NEVER;
    }
    return { ...band, ...read.hours, sectionId: sectionId || null };
  });
export type StaffToAdd = z.output<typeof staffForm>;

/** Rows of alike weekdays end together. */
export const staffEndForm = z.object({
  bandIds: z.array(z.string()).min(1),
  /** The first day without them. */
  from: dayField,
});
