// What the buttons of a row post.
import { parseClock } from "#app/calendar/rules/clock-text.ts";
import { z } from "#app/zod.ts";
import { absenceCodes, marks } from "./presence.ts";

const clock = z.string().transform((text, context): number => {
  const minute = parseClock(text);
  if (minute !== null && minute < 1440) return minute;
  context.addIssue({ code: "custom", message: "attendance:error.clock" });
  return z.NEVER;
});

/** The button of an absence may say its reason in its value: "absent:sick". */
const button = z.enum([...marks, ...absenceCodes.map((code) => `absent:${code}` as const)]);

export const markForm = z
  .object({
    presenceId: z.string().min(1),
    version: z.coerce.number().int(),
    mark: button,
    arrived: clock.optional(),
    left: clock.optional(),
  })
  .transform(({ presenceId, version, mark, arrived, left }, context) => {
    const seen = { presenceId, version };
    if (mark === "correct") {
      if (arrived !== undefined) return { ...seen, mark, hours: { arrived, left: left ?? null } };
      context.addIssue({ code: "custom", path: ["arrived"], message: "attendance:error.clock" });
      return z.NEVER;
    }
    const absenceCode = absenceCodes.find((code) => mark === `absent:${code}`) ?? null;
    return { ...seen, mark: absenceCode ? "absent" : mark, absenceCode } as {
      presenceId: string;
      version: number;
      mark: Exclude<(typeof marks)[number], "correct">;
      absenceCode: (typeof absenceCodes)[number] | null;
    };
  });
