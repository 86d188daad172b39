// A field of a form that holds hours as people write them: "lun-ven 8h-18h; sam 22h-6h+1".
import { z } from "#app/zod.ts";
import { parseHours } from "./hours-text.ts";
import type { WeeklyPattern } from "./weekly-pattern.ts";

/** Longer than any rota that somebody types. */
const longest = 4_000;

/** What is wrong comes back as a key, `calendar:hoursError.*`. */
export const hoursField = z
  .string({ error: "calendar:hoursError.empty" })
  .max(longest, "calendar:hoursError.tooMany")
  .transform((text, context): WeeklyPattern => {
    const read = parseHours(text);
    if (read.ok) return read.pattern;
    context.addIssue({ code: "custom", message: `calendar:hoursError.${read.problem.code}` });
    return z.NEVER;
  });
