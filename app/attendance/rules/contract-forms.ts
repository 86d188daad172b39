// What the pages of a contract post. Hours are text, read as people write them; days are dates.
import { asDay, isDay } from "#app/calendar/rules/day.ts";
import { hoursField } from "#app/calendar/rules/hours-field.ts";
import { z } from "#app/zod.ts";
import { occasionalContractForm } from "./occasional-forms.ts";
import { shorterNoticeReasons } from "./notice.ts";

const noDay = "attendance:contract.error.day";
const day = z.string({ error: noDay }).trim().refine(isDay, noDay).transform(asDay);
const version = z.coerce.number().int().positive();

const amendForm = z.object({
  acte: z.literal("amend"),
  version,
  depuis: day,
  heures: hoursField,
  section: z.string({ error: "attendance:contract.error.section" }),
  /** Empty: without end. */
  fin: day.optional(),
});

const adaptForm = z.object({
  acte: z.literal("adapt"),
  version,
  jusquau: day,
  heuresAdaptation: hoursField,
});

const endForm = z.object({
  acte: z.literal("end"),
  version,
  dernierJour: day,
  motif: z.enum(shorterNoticeReasons).optional(),
});

/** What a manager posts from the page of a contract. */
export const contractForm = z.discriminatedUnion("acte", [
  amendForm,
  adaptForm,
  endForm,
  occasionalContractForm,
]);
export type ContractAct = z.output<typeof contractForm>["acte"];

/** A family gives its notice. */
export const noticeForm = z.object({
  intention: z.literal("notice"),
  contrat: z.string(),
  version,
  dernierJour: day,
});

const name = (key: "firstName" | "lastName") => {
  const missing = `attendance:contract.error.${key}`;
  return z
    .string({ error: missing })
    .transform((text) => text.trim().replace(/\s+/g, " "))
    .pipe(z.string().max(60, missing).regex(/\p{L}/u, missing));
};

/** Emergency care of a child whom the town does not know. */
export const emergencyForm = z.object({
  prenom: name("firstName"),
  nom: name("lastName"),
  section: z.string({ error: "attendance:contract.error.section" }),
  debut: day,
  fin: day,
  heures: hoursField,
});
