import { dayOf } from "#app/calendar/rules/instant.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { isAddressTaken, insertAdministrator } from "../store.server.ts";
import { signInForm } from "../rules/sign-in.ts";

export type AdministratorOpened = { ok: true } | { ok: false; error: "email" | "taken" };

/** Opens the first administrator's account of an installation, from the machine it runs on. */
export async function openAdministrator(
  { db, now }: { db: Database; now: Date },
  email: string,
): Promise<AdministratorOpened> {
  const read = signInForm.safeParse({ email });
  if (!read.success) return { ok: false, error: "email" };
  return inTransaction(db, async (tx) => {
    if (await isAddressTaken(tx, read.data.email)) return { ok: false, error: "taken" };
    await insertAdministrator(tx, { email: read.data.email, now, validFrom: dayOf(now) });
    return { ok: true };
  });
}
