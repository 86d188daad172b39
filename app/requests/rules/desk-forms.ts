// What an agent sends from the desk: one schema a form.
import { type CalendarDay, addMonths } from "#app/calendar/rules/day.ts";
import { calendarDay } from "#app/calendar/rules/schemas.ts";
import { z } from "#app/zod.ts";
import { refusalReasons } from "./proof-states.ts";
import { changeReasons } from "./referral-reasons.ts";

/** The version of the request that the page showed. */
const version = z.coerce.number().int().positive();

export const confirmForm = z.object({ intent: z.literal("confirm"), version });

export const changeForm = z.object({
  intent: z.literal("change"),
  version,
  target: z.string({ error: "requests:error.target" }),
  changeReason: z.enum(changeReasons, "requests:error.changeReason"),
});

export const askProofForm = z.object({
  intent: z.literal("askProof"),
  version,
  factCodes: z.array(z.string()).min(1, "requests:error.facts"),
  dueOn: calendarDay.catch("" as CalendarDay),
});

export const acceptProofForm = z.object({
  intent: z.literal("acceptProof"),
  version,
  factCode: z.string(),
});

export const refuseProofForm = z.object({
  intent: z.literal("refuseProof"),
  version,
  factCode: z.string(),
  refusalReason: z.enum(refusalReasons, "requests:error.refusalReason"),
});

/** What the family says by telephone. */
export const stillNeededForm = z.object({ intent: z.literal("stillNeeded"), version });
export const withdrawForm = z.object({
  intent: z.literal("withdraw"),
  version,
  sure: z.literal("on", "requests:renewal.error.sure"),
});

export const deskForm = z.discriminatedUnion("intent", [
  confirmForm,
  changeForm,
  askProofForm,
  acceptProofForm,
  refuseProofForm,
  stillNeededForm,
  withdrawForm,
]);
export type DeskForm = z.output<typeof deskForm>;

/** A deadline that a family can meet and an agent has not mistyped. */
export function isDueDay(dueOn: CalendarDay | "", today: CalendarDay): dueOn is CalendarDay {
  return dueOn !== "" && dueOn > today && dueOn <= addMonths(today, 3);
}

/** What a form of the desk led to: where to say it, or what to mend and in which field. */
export type DeskOutcome =
  | { ok: true; notice: string; reference: string }
  | {
      ok: false;
      error: string;
      field?: "target" | "changeReason" | "factCodes" | "dueOn" | "refusalReason" | "sure";
    };

/** A refused form with what was typed, and what to mend by field; "" for the whole request. */
export function refusedForm(
  form: DeskForm,
  { error, field = "" }: { error: string; field?: string },
): { values: Record<string, unknown>; errors: Record<string, string> } {
  return { values: { ...form }, errors: { [field]: error } };
}
