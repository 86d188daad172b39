import { hoursField } from "#app/calendar/rules/hours-field.ts";
import { calendarDay } from "#app/calendar/rules/schemas.ts";
import { z } from "#app/zod.ts";

const error = (name: string): string => `advice:childminders.error.${name}`;
const day = z
  .string({ error: error("day") })
  .trim()
  .pipe(calendarDay.catch("" as never))
  .refine(Boolean, error("day"));

/** What a childminder offers, as the adviser types it: the same hours every week. */
export const newChildminderForm = z.object({
  intention: z.literal("save"),
  nom: z
    .string({ error: error("name") })
    .trim()
    .min(2, error("name"))
    .max(80, error("name")),
  quartier: z
    .string({ error: error("quarter") })
    .trim()
    .min(1, error("quarter")),
  places: z.coerce
    .number({ error: error("places") })
    .int(error("places"))
    .min(1, error("places")),
  heures: hoursField.refine(({ cycleWeeks, rota }) => cycleWeeks === 1 && !rota, error("everyWeek")),
  debut: day,
});

const stopForm = z.object({ intention: z.literal("stop"), fin: day });

export const childminderForm = z.discriminatedUnion("intention", [newChildminderForm, stopForm]);
export type ChildminderOffer = z.output<typeof newChildminderForm>;
