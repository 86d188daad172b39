// What the pages of occasional care post.
import { parseClock } from "#app/calendar/rules/clock-text.ts";
import { asDay, daysBetween, isDay } from "#app/calendar/rules/day.ts";
import { z } from "#app/zod.ts";
import { bookingEnds } from "./booking-window.ts";

const wrong = (name: string): string => `attendance:occasional.error.${name}`;
const day = z
  .string({ error: wrong("day") })
  .trim()
  .refine(isDay, wrong("day"))
  .transform(asDay);
const clock = (error: string) =>
  z
    .string({ error })
    .transform((text) => parseClock(text))
    .refine((minute) => minute !== null, error)
    .transform((minute) => minute!);

/** Minutes of the day, chosen in a list: places are counted in quarters of an hour. */
const minute = z.coerce
  .number({ error: wrong("order") })
  .int()
  .min(0)
  .max(1440)
  .refine((value) => value % 15 === 0, wrong("order"));
const hours = {
  contrat: z.string().min(1, wrong("family")),
  jour: day,
  debut: minute,
  fin: minute,
  /** Whether a full day takes one's name. */
  attendre: z.literal("oui").optional(),
};

const book = z.object({ acte: z.literal("book"), ...hours });
const cancel = z.object({ acte: z.literal("cancel"), sejour: z.string() });
const answer = z.object({
  acte: z.literal("answer"),
  sejour: z.string(),
  reponse: z.enum(["accept", "decline"]),
});

export const familyOccasionalForm = z.discriminatedUnion("acte", [book, cancel, answer]);

/** Behind the link of a letter: yes, or no. */
export const askForm = z.object({ reponse: z.enum(["accept", "decline"]) });

/** More is a habit, not an opening. */
const mostDays = 62;

const open = z
  .object({
    acte: z.literal("open"),
    section: z.string({ error: wrong("section") }),
    du: day,
    au: day,
    /** Empty: now. */
    ouvreLe: day.optional(),
    ouvreA: clock(wrong("clock")).optional(),
    jusque: z.enum(bookingEnds, { error: wrong("until") }),
    heureVeille: clock(wrong("clock")).optional(),
    fermeLe: day.optional(),
    fermeA: clock(wrong("clock")).optional(),
  })
  .refine(({ du, au }) => au >= du, { path: ["au"], error: wrong("daysOrder") })
  .refine(({ du, au }) => daysBetween(du, au) < mostDays, { path: ["au"], error: wrong("tooLong") })
  .refine(({ jusque, heureVeille }) => jusque !== "eve" || heureVeille !== undefined, {
    path: ["heureVeille"],
    error: wrong("clock"),
  })
  .refine(({ jusque, fermeLe }) => jusque !== "moment" || fermeLe !== undefined, {
    path: ["fermeLe"],
    error: wrong("day"),
  });

const close = z.object({ acte: z.literal("close"), fenetre: z.string() });

export const deskOccasionalForm = z.discriminatedUnion("acte", [open, close, book, cancel]);

/** An occasional contract for a child whom the facility already knows. */
export const occasionalContractForm = z.object({
  acte: z.literal("occasional"),
  section: z.string({ error: wrong("section") }),
  debut: day,
  fin: day,
});
