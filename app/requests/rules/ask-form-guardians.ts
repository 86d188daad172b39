import { emailAddress, optional, personName, phoneNumber } from "#app/families/rules/person.ts";
import { z } from "#app/zod.ts";
import { type TypedGuardian, emptyGuardian, maxGuardians } from "./ask-form.ts";
import type { Answers, AskProblem } from "./ask-form-answers.ts";
import { problemsIn } from "./ask-form-problems.ts";

export type AskedGuardian = {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
};

/** The first guardian is written to; of the second, an e-mail opens an access of their own. */
function guardianForm(first: boolean) {
  return z.object({
    firstName: personName("guardianFirstName"),
    lastName: personName("guardianLastName"),
    email: first ? emailAddress : optional(emailAddress),
    phone: optional(phoneNumber),
  });
}

export const guardianName = (guardian: number, field: string): string => `guardians[${guardian}].${field}`;

/**
 * @param known guardians that the household already has, with their e-mail addresses
 */
export function readGuardians(
  typed: TypedGuardian[],
  known: { email: string | null }[],
): { guardians: AskedGuardian[]; problems: AskProblem[] } {
  const guardians: AskedGuardian[] = [];
  const problems: AskProblem[] = [];
  const emails = known.map(({ email }) => email);
  const asked = typed.length + known.length === 0 ? [emptyGuardian()] : typed;
  for (const [index, each] of asked.entries()) {
    const read = guardianForm(known.length + index === 0).safeParse(each);
    if (!read.success) {
      problems.push(...problemsIn(read.error, (field) => guardianName(index, field)));
      continue;
    }
    if (read.data.email !== null && emails.includes(read.data.email))
      problems.push({ name: guardianName(index, "email"), code: "sameEmail" });
    emails.push(read.data.email);
    guardians.push(read.data);
  }
  return { guardians, problems };
}

export function keepGuardians(present: TypedGuardian[], answers: Answers): TypedGuardian[] {
  const posted = Array.from({ length: maxGuardians }, (_, guardian) => guardian).filter((guardian) =>
    answers.has(guardianName(guardian, "lastName")),
  );
  if (posted.length === 0) return present;
  return posted.map((guardian) => {
    const answer = (field: string): string => answers.text(guardianName(guardian, field));
    return {
      firstName: answer("firstName"),
      lastName: answer("lastName"),
      email: answer("email"),
      phone: answer("phone"),
    };
  });
}

/** @param known how many guardians the household already has */
export function addGuardian(guardians: TypedGuardian[], known: number): TypedGuardian[] {
  return known + guardians.length >= maxGuardians ? guardians : [...guardians, emptyGuardian()];
}

/** The first guardian stays, unless the household has one already. */
export function removeGuardian(guardians: TypedGuardian[], index: number, known: number): TypedGuardian[] {
  return known + guardians.length === 1 ? guardians : guardians.filter((_, guardian) => guardian !== index);
}
