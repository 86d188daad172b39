// What a family sends from its space: one schema a form.
import { type CalendarDay, addMonths } from "#app/calendar/rules/day.ts";
import { calendarDay } from "#app/calendar/rules/schemas.ts";
import { personName } from "#app/families/rules/person.ts";
import { z } from "#app/zod.ts";
import { renewalAnswers } from "./renewal.ts";

const version = z.coerce.number().int().positive();
const birthDay = "allocation:family.birth.error.day";
const firstName = "allocation:family.birth.error.firstName";

export const withdrawForm = z.object({ intention: z.literal("withdraw"), version });

/** "Oui, toujours d'actualité", asked or not; "Rouvrir ma demande". */
export const stillNeededForm = z.object({ intention: z.literal("stillNeeded"), version });

/** The two buttons of the page behind a signed link. */
export const renewalForm = z.object({ reponse: z.enum(renewalAnswers), version });

export const birthForm = z.object({
  intention: z.literal("birth"),
  version,
  // An empty field arrives as nothing at all.
  firstName: z.preprocess((typed) => typed ?? "", personName(firstName)),
  birthDay: z
    .string({ error: birthDay })
    .trim()
    .pipe(calendarDay.catch("" as CalendarDay)),
});

/** A birth that has happened, and around the day it was expected. */
export function isBirthDay(
  day: CalendarDay | "",
  expectedOn: CalendarDay,
  today: CalendarDay,
): day is CalendarDay {
  return day !== "" && day <= today && day >= addMonths(expectedOn, -5) && day <= addMonths(expectedOn, 2);
}
