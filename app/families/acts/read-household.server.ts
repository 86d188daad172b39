import type { Visit } from "#app/access/visit.server.ts";
import { type Household, findHousehold } from "../store.server.ts";

/**
 * The household of whoever is signed in as a guardian; null for anybody else. A parent of several (after a separation,
 * or named in another family's request) has none here: nobody else may see, or be given, what belongs to one of them.
 */
export async function readHousehold({ db, actor }: Visit): Promise<Household | null> {
  const [id, ...others] = new Set(actor?.householdIds);
  return id && others.length === 0 ? findHousehold(db, id) : null;
}
