import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { countAdministrators } from "../store/accounts.server.ts";

export type KeptAdministrator = { ok: true } | { ok: false; error: "access:error.lastAdministrator" };

class NobodyLeft extends Error {}

/** Does `work` in one transaction, and undoes it all when nobody could administer the guichet afterwards. */
export async function keepAdministrator(
  db: Database,
  today: CalendarDay,
  work: (tx: Database) => Promise<void>,
): Promise<KeptAdministrator> {
  try {
    await inTransaction(db, async (tx) => {
      await work(tx);
      if ((await countAdministrators(tx, today)) === 0) throw new NobodyLeft();
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof NobodyLeft) return { ok: false, error: "access:error.lastAdministrator" };
    throw error;
  }
}
