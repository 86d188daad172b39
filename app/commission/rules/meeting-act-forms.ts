// The small forms of the pages of a meeting: which button, on which version of it.
import { z } from "#app/zod.ts";
import { cancelReasons } from "./meeting.ts";

const seen = {
  version: z.coerce.number().int().positive(),
  /** When the page was shown (ISO text): what others did since can be told. */
  seen: z.string().default(""),
};

const steps = [
  z.object({ intention: z.literal("askFamilies"), ...seen }),
  z.object({ intention: z.literal("freeze"), ...seen }),
  z.object({ intention: z.literal("run"), ...seen }),
  z.object({ intention: z.literal("choose"), ...seen, runId: z.string() }),
  z.object({
    intention: z.literal("cancel"),
    ...seen,
    reason: z.enum(cancelReasons, "commission:page.error.cancelReason"),
    sure: z.literal("on", "commission:page.error.sure"),
  }),
] as const;
/** The buttons of a meeting's steps. */
export const meetingActForm = z.discriminatedUnion("intention", steps);
export type MeetingActForm = z.output<typeof meetingActForm>;

export const removeForm = z.object({ intention: z.literal("remove"), ...seen, adjustmentId: z.string() });

/** Lines without a name are left out. */
export const attendanceForm = z.object({
  ...seen,
  members: z
    .array(
      z.object({
        name: z.string().trim().max(80, "commission:page.error.memberName").default(""),
        quality: z.string().trim().max(80, "commission:page.error.memberName").default(""),
        voting: z.literal("on").optional(),
        present: z.literal("on").optional(),
      }),
    )
    .default([]),
});

export const publishForm = z.object({ ...seen, read: z.literal("on", "commission:page.error.read") });

/** A freed place, proposed to the next family. */
const offerNextForm = z.object({
  intention: z.literal("offerNext"),
  offerId: z.string(),
  candidateId: z.string(),
  /** The version of the family's request. */
  version: z.coerce.number().int(),
});

/** Everything that the meeting's own page sends. */
export const meetingPageForm = z.discriminatedUnion("intention", [...steps, offerNextForm]);
