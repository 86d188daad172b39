import type { Language } from "#app/i18n/translator.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type GuardiansRow, findGuardians, listGuardians } from "../store/guardians.server.ts";

export type ReachableGuardian = { rank: number; firstName: string; email: string };
export type ReachableFamily = {
  language: Language;
  reference: string;
  childFirstName: string;
  guardians: ReachableGuardian[];
};

const asFamily = ({ language, reference, child, household }: GuardiansRow): ReachableFamily => ({
  language: language === "en" ? "en" : "fr",
  reference,
  childFirstName: child.firstName,
  guardians: household.guardians.flatMap(({ rank, firstName, email }) =>
    email ? [{ rank, firstName, email }] : [],
  ),
});

/** The guardians of a request who can be written to, and the language to write in. */
export async function readGuardians(db: Database, careRequestId: string): Promise<ReachableFamily> {
  return asFamily(await findGuardians(db, careRequestId));
}

/** The same of many requests, by request. */
export async function readGuardiansOf(
  db: Database,
  careRequestIds: readonly string[],
): Promise<Map<string, ReachableFamily>> {
  const rows = await listGuardians(db, careRequestIds);
  return new Map([...rows].map(([id, row]) => [id, asFamily(row)]));
}
