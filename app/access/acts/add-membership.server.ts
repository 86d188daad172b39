import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { StaffRole } from "../rules/actor.ts";
import type { Place } from "../rules/administration.ts";
import { findAccount, insertMembership, listWorkPlaces } from "../store/accounts.server.ts";
import { type SignedVisit, notFound } from "../visit.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

type NewMembership = { role: StaffRole; place: Place | null; from: CalendarDay; to?: CalendarDay };

export type AddedMembership =
  { ok: true } | { ok: false; error: "access:error.roleHeld" | "access:error.place.unknown" };

/** Gives a role to an account, where and from when it holds. */
export async function addMembership(
  { db, now, today, actor }: SignedVisit,
  accountId: string,
  { role, place, from, to }: NewMembership,
): Promise<AddedMembership> {
  return inTransaction(db, async (tx) => {
    if (!(await findAccount(tx, accountId))) throw notFound();
    const known = await listWorkPlaces(tx);
    if (place?.id && !known.some(({ kind, id }) => kind === place.kind && id === place.id))
      return { ok: false, error: "access:error.place.unknown" };
    const row = {
      accountId,
      role,
      organisationId: place?.kind === "organisation" ? place.id : null,
      facilityId: place?.kind === "facility" ? place.id : null,
      validFrom: from,
      validTo: to ?? null,
    };
    if (!(await insertMembership(tx, row, today))) return { ok: false, error: "access:error.roleHeld" };
    await logFileRead({ db: tx, now, actor }, "account", accountId, `addRole:${role}`);
    return { ok: true };
  });
}
