import { z } from "#app/zod.ts";

const count = z.number().int().positive();

/** The part of the parameter "delays" that offers of a meeting live by, in days. */
export const meetingDelays = z.object({
  offerAnswerDays: count,
  /** For a place freed between two meetings. */
  betweenMeetingsAnswerDays: count.default(3),
});
