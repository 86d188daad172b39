import { type CalendarDay, addDays, addMonths, isDay, monthsBetween } from "#app/calendar/rules/day.ts";
import { type CareKind, careKinds } from "#app/facilities/rules/kinds.ts";
import { personName } from "#app/families/rules/person.ts";
import { z } from "#app/zod.ts";
import { type TypedChild, emptyChild, maxChildren } from "./ask-form.ts";
import type { Answers, AskProblem } from "./ask-form-answers.ts";
import { problemsIn } from "./ask-form-problems.ts";

/** An answer to "which school": it is not known yet, or not in the list. */
export const unknownSchool = "unknown";

export type AskedChild = {
  firstName: string;
  lastName: string;
  birthDay: CalendarDay | null;
  expectedOn: CalendarDay | null;
  kind: CareKind;
  schoolId: string | null;
};

const nurseryUntilMonths = 72;
const afterSchoolUntilMonths = 144;

const day = (code: string): z.ZodType<CalendarDay, string> =>
  z.string().refine(isDay, { error: code, abort: true }) as never;

const bornDay = (today: CalendarDay) =>
  day("birthDay")
    .refine((born) => born <= today, "birthInFuture")
    .refine((born) => monthsBetween(born, today) < afterSchoolUntilMonths, "birthTooLongAgo");

/** A due day may have just passed without a birth, and is never ten months ahead. */
const dueDay = (today: CalendarDay) =>
  day("expectedOn")
    .refine((due) => due >= addDays(today, -21), "expectedPast")
    .refine((due) => due <= addMonths(today, 10), "expectedTooFar");

const absent = z.string().transform(() => null);

/** Which questions count depends on whether the child is born, and on the kind of place. */
function childForm({ birth, birthDay, kind }: TypedChild, today: CalendarDay) {
  const born = birth === "born";
  const months = born && isDay(birthDay) ? monthsBetween(birthDay, today) : 0;
  return z.object({
    // In the order of the page: what is wrong is listed as it is met.
    kind: z
      .enum(careKinds, "kind")
      .refine((chosen) => chosen !== "nursery" || months < nurseryUntilMonths, "nurseryTooOld")
      .refine((chosen) => chosen !== "afterSchool" || born || birth === "", "afterSchoolUnborn"),
    birth: z.enum(["born", "expected"], "birth"),
    birthDay: born ? bornDay(today) : absent,
    expectedOn: birth === "expected" ? dueDay(today) : absent,
    // Nobody has to tell a first name before the birth.
    firstName: born ? personName("firstName") : z.string().trim().max(60, "nameTooLong"),
    lastName: personName("lastName"),
    schoolId:
      kind === "afterSchool"
        ? z
            .string()
            .min(1, "school")
            .transform((id) => (id === unknownSchool ? null : id))
        : absent,
  });
}

/** The day a birth is expected, as far as it is answered. */
export function dueDayOf({ birth, expectedOn }: TypedChild): CalendarDay | null {
  return birth === "expected" && isDay(expectedOn) ? expectedOn : null;
}

export const childName = (child: number, field: string): string => `children[${child}].${field}`;

export function readChild(
  typed: TypedChild,
  child: number,
  today: CalendarDay,
): { ok: true; value: AskedChild } | { ok: false; problems: AskProblem[] } {
  const read = childForm(typed, today).safeParse(typed);
  if (!read.success)
    return { ok: false, problems: problemsIn(read.error, (field) => childName(child, field)) };
  const { birth: _, ...value } = read.data;
  return { ok: true, value };
}

/** The children as posted; hours and wishes already answered stay with theirs. */
export function keepChildren(present: TypedChild[], answers: Answers, schoolIds: string[]): TypedChild[] {
  const posted = Array.from({ length: maxChildren }, (_, child) => child).filter((child) =>
    answers.has(childName(child, "lastName")),
  );
  if (posted.length === 0) return present;
  return posted.map((child) => {
    const answer = (field: string): string => answers.text(childName(child, field));
    const school = answer("schoolId");
    return {
      ...(present[child] ?? emptyChild()),
      firstName: answer("firstName"),
      lastName: answer("lastName"),
      birth: answer("birth"),
      birthDay: answer("birthDay"),
      expectedOn: answer("expectedOn"),
      kind: answer("kind"),
      schoolId: school === unknownSchool || schoolIds.includes(school) ? school : "",
    };
  });
}

/** Another child of the same family, most often of the same name. */
export function addChild(children: TypedChild[]): TypedChild[] {
  if (children.length >= maxChildren) return children;
  return [...children, { ...emptyChild(), lastName: children[0]?.lastName ?? "" }];
}

export function removeChild(children: TypedChild[], index: number): TypedChild[] {
  return children.length === 1 ? children : children.filter((_, child) => child !== index);
}
