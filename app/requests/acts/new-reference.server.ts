import { randomBytes } from "node:crypto";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { careRequestReference } from "../rules/reference.ts";
import { isReferenceTaken } from "../store/submission.server.ts";

/** A reference that no request has. */
export async function newReference(tx: Database, day: CalendarDay): Promise<string> {
  const year = Number(day.slice(0, 4));
  for (;;) {
    const reference = careRequestReference(year, randomBytes(5));
    if (!(await isReferenceTaken(tx, reference))) return reference;
  }
}
