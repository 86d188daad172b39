import type { Database } from "#app/platform/database/client.server.ts";
import { plainEmail, plainPhone } from "../rules/duplicates.ts";
import {
  type WholeHousehold,
  copyGuardian,
  deleteChild,
  deleteEmptyHousehold,
  findWholeHousehold,
  giveRequests,
  insertReview,
  moveChild,
  updateChild,
  updateGuardian,
} from "../store/duplicates.server.ts";

type Guardian = WholeHousehold["guardians"][number];

function isSamePerson(one: Guardian, other: Guardian): boolean {
  const email =
    one.email !== null && other.email !== null && plainEmail(one.email) === plainEmail(other.email);
  const phone = plainPhone(one.phone ?? "");
  return email || (phone !== "" && phone === plainPhone(other.phone ?? ""));
}

/** Guardians not known yet join the household; of those known, what was missing is filled in. */
async function joinGuardians(tx: Database, kept: WholeHousehold, dropped: WholeHousehold): Promise<boolean> {
  let rank = Math.max(0, ...kept.guardians.map((each) => each.rank));
  let shared = false;
  for (const guardian of dropped.guardians) {
    const known = kept.guardians.find((each) => isSamePerson(each, guardian));
    if (!known) {
      await copyGuardian(tx, { ...guardian, householdId: kept.id, rank: ++rank });
      continue;
    }
    shared = true;
    await updateGuardian(tx, known.id, {
      accountId: known.accountId ?? guardian.accountId ?? undefined,
      email: known.email ?? guardian.email ?? undefined,
      phone: known.phone ?? guardian.phone ?? undefined,
    });
  }
  return shared;
}

/** A name told at birth is surer than one thought of before it. */
function surestName(stays: WholeHousehold["children"][number], gone: typeof stays): string {
  const [first, second] = !stays.birthDay && gone.birthDay ? [gone, stays] : [stays, gone];
  return first.firstName || second.firstName;
}

/**
 * Makes one child of two, inside the caller's transaction, once its contracts have been given: what was asked for the
 * second is asked for the first, its guardians join, and its brothers and sisters come along when the two households
 * are one family (a guardian in common). What is left empty goes.
 * @returns whether the child that stays is born
 */
export async function recordChildrenMerged(
  tx: Database,
  merged: {
    kept: { id: string; householdId: string };
    dropped: { id: string; householdId: string };
    at: Date;
    accountId: string;
  },
): Promise<{ born: boolean }> {
  const { kept, dropped } = merged;
  const from = await findWholeHousehold(tx, dropped.householdId);
  const to = await findWholeHousehold(tx, kept.householdId);
  const gone = from.children.find(({ id }) => id === dropped.id)!;
  const stays = to.children.find(({ id }) => id === kept.id)!;
  const birthDay = stays.birthDay ?? gone.birthDay;
  await updateChild(tx, kept.id, {
    birthDay: birthDay ?? undefined,
    firstName: surestName(stays, gone),
    schoolId: stays.schoolId ?? gone.schoolId ?? undefined,
  });
  await giveRequests(tx, dropped.id, { childId: kept.id, householdId: kept.householdId });
  if (kept.householdId !== dropped.householdId) {
    const oneFamily = await joinGuardians(tx, to, from);
    const siblings = from.children.filter(({ id }) => id !== dropped.id);
    if (oneFamily) for (const { id } of siblings) await moveChild(tx, id, kept.householdId);
  }
  await deleteChild(tx, dropped.id);
  await deleteEmptyHousehold(tx, dropped.householdId);
  await insertReview(tx, {
    ...{ ids: [kept.id, dropped.id], decision: "merged" },
    ...{ decidedAt: merged.at, decidedBy: merged.accountId },
  });
  return { born: birthDay !== null };
}
