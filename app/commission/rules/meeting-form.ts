// The form of a meeting, and those of its acts. Errors are keys of the words.
import { calendarDay } from "#app/calendar/rules/schemas.ts";
import { careKinds } from "#app/facilities/rules/kinds.ts";
import { z } from "#app/zod.ts";

const whole = (error: string, min: number, max: number) =>
  z.coerce.number(error).int(error).min(min, error).max(max, error);
const list = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().min(1)).min(1, "commission:meeting.error.sections"),
);
const day = calendarDay;
const name = z
  .string()
  .trim()
  .min(2, "commission:meeting.error.name")
  .max(120, "commission:meeting.error.name");

export const meetingForm = z.object({
  careKind: z.enum(careKinds),
  heldOn: day,
  startFrom: day,
  startTo: day,
  answerDays: whole("commission:meeting.error.answerDays", 1, 60),
  quorum: whole("commission:meeting.error.quorum", 0, 100),
  surnombreMax: whole("commission:meeting.error.surnombre", 0, 2),
  sections: list,
});
export type MeetingForm = z.output<typeof meetingForm>;

/** What every act of a meeting sends back. */
export const meetingSeen = z.object({ version: z.coerce.number().int() });

export const adjustmentForm = meetingSeen.extend({
  candidateId: z.string().min(1),
  kind: z.enum(["pin", "forbid"]),
  facilityId: z.string().min(1, "commission:meeting.error.facility"),
  motive: z.string().min(1, "commission:meeting.error.motive"),
  signedBy: name,
});
export type AdjustmentForm = z.output<typeof adjustmentForm>;

export const levelForm = meetingSeen.extend({
  candidateId: z.string().min(1),
  level: whole("commission:meeting.error.level", 0, 100),
  motive: z.string().min(1, "commission:meeting.error.motive"),
  signedBy: name,
});
export type LevelForm = z.output<typeof levelForm>;

/** A place between two meetings. */
export const urgentForm = meetingSeen.extend({
  sectionId: z.string().min(1),
  motive: z.string().min(1, "commission:meeting.error.motive"),
});

export type AttendeeForm = { name: string; quality: string; voting: boolean; present: boolean };
