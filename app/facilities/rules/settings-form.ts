// What the manager of a facility states about it, as its forms post it.
import { parseClock } from "#app/calendar/rules/clock-text.ts";
import { z } from "#app/zod.ts";
import { countField, dayField } from "./band-form.ts";
import { ratioRoundings, ratioRules } from "./settings.ts";

export const roundings = [0, 5, 10, 15, 30] as const;
export const mostCutOffDays = 14;
export const mostTolerance = 30;

const cutOffError = "facilities:settings.error.cutOffTime";

export const settingsForm = z
  .object({
    validFrom: dayField,
    ratioRule: z.enum(ratioRules).default("byWalking"),
    ratioRounding: z.enum(ratioRoundings).default("sum"),
    overCapacity: z.boolean().default(false),
    hasPedt: z.boolean().default(false),
    absenceCutOffDays: countField(0, mostCutOffDays, "facilities:settings.error.cutOffDays"),
    absenceCutOffTime: z.string().trim().default(""),
    roundingMinutes: countField(0, 30, "facilities:settings.error.rounding").refine(
      (minutes) => roundings.some((each) => each === minutes),
      { error: "facilities:settings.error.rounding" },
    ),
    toleranceMinutes: countField(0, mostTolerance, "facilities:settings.error.tolerance"),
  })
  .transform(({ absenceCutOffTime, ...settings }, context) => {
    // No time: until the stay begins when it is the same day, else until the end of that day.
    const typed = absenceCutOffTime !== "";
    const minute = typed ? parseClock(absenceCutOffTime) : settings.absenceCutOffDays === 0 ? 0 : 1440;
    if (minute === null) {
      context.addIssue({ code: "custom", path: ["absenceCutOffTime"], message: cutOffError });
      return z.NEVER;
    }
    return { ...settings, absenceCutOffMinute: minute };
  });
export type StatedSettings = z.output<typeof settingsForm>;

const phoneError = { error: "facilities:settings.error.phone" };

/** Empty: the number is withdrawn. */
export const phoneForm = z.object({
  phone: z
    .string()
    .trim()
    .default("")
    .refine((text) => text === "" || /^\+?[\d .()-]{6,20}$/.test(text), phoneError),
});

export const versionForm = z.object({ validFrom: dayField });

const walks = { yes: true, no: false, unknown: null } as const;

export const walkingForm = z.object({
  sectionId: z.string().min(1),
  walking: z.enum(["yes", "no", "unknown"]).transform((answer) => walks[answer]),
});
