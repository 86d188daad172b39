import type { Visit } from "#app/access/visit.server.ts";
import { type Household, findHousehold } from "../store.server.ts";

/** The household of whoever is signed in as a guardian; null for anybody else. */
export async function readHousehold({ db, actor }: Visit): Promise<Household | null> {
  const id = actor?.householdIds[0];
  return id ? findHousehold(db, id) : null;
}
