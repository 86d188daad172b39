import { z } from "#app/zod.ts";

/** The parameter "town": what is particular to the town that the guichet serves. */
export const townSettings = z.object({
  name: z.string(),
  /** Who answers families: every acknowledgement says it (CRPA R112-5). */
  service: z.object({ name: z.string(), address: z.string(), email: z.string(), phone: z.string() }),
  /** The court that hears an appeal against a decision of the town. */
  court: z.string(),
});
export type TownSettings = z.output<typeof townSettings>;
