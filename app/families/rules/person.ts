import { z } from "#app/zod.ts";

/** @param missing what is wrong when nothing is typed */
export function personName(missing: string): z.ZodType<string> {
  return z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, " "))
    .pipe(z.string().min(1, missing).max(60, "nameTooLong").regex(/\p{L}/u, missing));
}

export const emailAddress = z.string().trim().toLowerCase().pipe(z.email("email").max(254, "email"));

/** "06 39 98 00 12" whatever the dots and spaces; numbers of other countries keep their plus sign. */
export const phoneNumber = z
  .string()
  .transform((text) => text.replace(/[\s.\-()/]/g, "").replace(/^(?:\+|00)33(?=[1-9])/, "0"))
  .pipe(z.string().regex(/^(?:0[1-9]\d{8}|(?:\+|00)\d{7,15})$/, "phone"))
  .transform((digits) => (digits.startsWith("0") ? digits.replace(/(\d\d)(?=\d)/g, "$1 ") : digits));

/** Nothing typed is no value; anything else must be right. */
export function optional<T>(schema: z.ZodType<T, string>): z.ZodType<T | null, string> {
  return z
    .string()
    .trim()
    .transform((text, context): T | null => {
      if (text === "") return null;
      const read = schema.safeParse(text);
      if (read.success) return read.data;
      context.addIssue({ code: "custom", message: read.error.issues[0]?.message });
      return z.NEVER;
    });
}
