import { z } from "#app/zod.ts";

/** Asks for a link by e-mail. */
export const signInForm = z.object({
  email: z
    .string({ error: "access:error.email" })
    .trim()
    .pipe(z.email("access:error.email"))
    .transform((value) => value.toLowerCase()),
  retour: z.string().optional(),
});
