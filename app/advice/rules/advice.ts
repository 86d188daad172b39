import { z } from "#app/zod.ts";

/** What an adviser can propose; words in `advice:code.*`. */
export const adviceCodes = [
  "childminder",
  "combined",
  "otherHours",
  "homeCare",
  "financialHelp",
  "meeting",
] as const;
export type AdviceCode = (typeof adviceCodes)[number];

/** Numbers of 13 or 15 digits look like a social-security number, which is never kept. */
const securityNumber = /(?:\d[ .-]?){13,}/;

/** Advice as the family will read it. */
export const adviceForm = z.object({
  code: z.enum(adviceCodes, "advice:error.code"),
  text: z
    .string({ error: "advice:error.text" })
    .trim()
    .min(10, "advice:error.text")
    .max(800, "advice:error.tooLong")
    .refine((text) => !securityNumber.test(text), "advice:error.securityNumber"),
  close: z.literal("on").optional(),
  version: z.coerce.number().int(),
});
export type AdviceForm = z.output<typeof adviceForm>;

export const caseStatuses = ["open", "closed"] as const;
export type CaseStatus = (typeof caseStatuses)[number];
