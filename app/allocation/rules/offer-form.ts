import { calendarDay } from "#app/calendar/rules/schemas.ts";
import { z } from "#app/zod.ts";

/** The whole week asked, or what of it falls within the facility's opening hours. */
export const offeredHours = ["asked", "opening"] as const;
export type OfferedHours = (typeof offeredHours)[number];

const day = z.string().trim().pipe(calendarDay);
const version = z.coerce.number().int().positive();

/** What the agent chooses: in the address while looking for a place, posted to offer it. */
export const placeChoice = z.object({
  debut: day.optional().catch(undefined),
  fin: day.optional().catch(undefined),
  heures: z.enum(offeredHours).catch("asked"),
  section: z.string().min(1).optional().catch(undefined),
});
export type PlaceChoice = z.output<typeof placeChoice>;

export const offerForm = z.object({
  version,
  section: z.string().min(1),
  debut: z
    .string({ error: "allocation:make.error.day" })
    .trim()
    .pipe(calendarDay.catch(undefined as never)),
  fin: day.optional(),
  heures: z.enum(offeredHours),
});

/** One of the three buttons of a family. */
export const answerForm = z.object({
  reponse: z.enum(["accept", "decline", "withdraw"]),
  version,
});
