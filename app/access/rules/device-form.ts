import { z } from "#app/zod.ts";

/** What the buttons of the page of tablets post. */
export const deviceForm = z.discriminatedUnion("act", [
  z.object({
    act: z.literal("add"),
    name: z
      .string({ error: "access:device.error.name" })
      .trim()
      .min(1, "access:device.error.name")
      .max(60, "access:device.error.nameTooLong"),
  }),
  z.object({ act: z.literal("renew"), device: z.string().min(1) }),
  z.object({ act: z.literal("cut"), device: z.string().min(1) }),
]);
