import type { Database } from "#app/platform/database/client.server.ts";
import { isSameChild } from "../rules/same-child.ts";
import {
  type Guardian,
  type HouseholdAddress,
  type NewChild,
  type NewGuardian,
  findHousehold,
  insertChild,
  insertGuardian,
  insertHousehold,
  listChildren,
  moveHousehold,
  setSchool,
} from "../store.server.ts";

export type HouseholdToRecord = {
  /** A household that the person who writes belongs to; null makes a new one. */
  householdId: string | null;
  address: HouseholdAddress;
  /** Guardians to add, where there is room. */
  guardians: NewGuardian[];
  children: NewChild[];
  at: Date;
};

export type RecordedHousehold = { householdId: string; guardians: Guardian[]; childIds: string[] };

const mostGuardians = 2;

/** An existing child goes on as it is, except for the school, which is more recent in the form. */
async function recordChildren(tx: Database, householdId: string, children: NewChild[]): Promise<string[]> {
  const known = await listChildren(tx, householdId);
  const ids: string[] = [];
  for (const child of children) {
    const same = known.find((each) => isSameChild(each, child) && !ids.includes(each.id));
    if (same && child.schoolId) await setSchool(tx, same.id, child.schoolId);
    ids.push(same?.id ?? (await insertChild(tx, householdId, child)));
  }
  return ids;
}

/**
 * Writes a household, its guardians and its children inside the caller's transaction.
 * Of a known household the guardians stay as they are: one parent must not take over the access of the other.
 */
export async function recordHousehold(
  tx: Database,
  { householdId, address, guardians, children, at }: HouseholdToRecord,
): Promise<RecordedHousehold> {
  const known = householdId ? await findHousehold(tx, householdId) : null;
  if (known) await moveHousehold(tx, known.id, address);
  const id = known?.id ?? (await insertHousehold(tx, address, at));
  const taken = known?.guardians.length ?? 0;
  for (const [index, guardian] of guardians.slice(0, Math.max(0, mostGuardians - taken)).entries())
    await insertGuardian(tx, id, taken + index + 1, guardian);
  const childIds = await recordChildren(tx, id, children);
  const recorded = (await findHousehold(tx, id))!;
  return { householdId: id, guardians: recorded.guardians, childIds };
}
