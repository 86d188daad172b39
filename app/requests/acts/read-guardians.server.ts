import type { Language } from "#app/i18n/translator.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { findGuardians } from "../store/guardians.server.ts";

export type ReachableGuardian = { rank: number; firstName: string; email: string };
export type ReachableFamily = {
  language: Language;
  reference: string;
  childFirstName: string;
  guardians: ReachableGuardian[];
};

/** The guardians of a request who can be written to, and the language to write in. */
export async function readGuardians(db: Database, careRequestId: string): Promise<ReachableFamily> {
  const { language, reference, child, household } = await findGuardians(db, careRequestId);
  return {
    language: language === "en" ? "en" : "fr",
    reference,
    childFirstName: child.firstName,
    guardians: household.guardians.flatMap(({ rank, firstName, email }) =>
      email ? [{ rank, firstName, email }] : [],
    ),
  };
}
