import { isDay } from "#app/calendar/rules/day.ts";
import { readReference } from "#app/requests/rules/reference.ts";
import { z } from "#app/zod.ts";

/** The short referral of a single parent on RSA: the family's reference, the child's birth day, its agreement. */
export const cafReferralForm = z.object({
  reference: z.string({ error: "partners:error.reference" }).transform((text, context) => {
    const reference = readReference(text);
    if (!reference) context.addIssue({ code: "custom", message: "partners:error.reference" });
    return reference ?? "";
  }),
  birthDay: z.string({ error: "partners:error.birthDay" }).refine(isDay, "partners:error.birthDay"),
  accompanied: z.literal("on", "partners:error.accompanied"),
  agreed: z.literal("on", "partners:error.agreed"),
});
export type CafReferralForm = z.output<typeof cafReferralForm>;
