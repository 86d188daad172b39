import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { StaffRole } from "../rules/actor.ts";
import { type MembershipState, membershipState } from "../rules/administration.ts";
import { type WorkPlace, findAccount, listWorkPlaces } from "../store/accounts.server.ts";
import { type SignedVisit, notFound } from "../visit.server.ts";
import { placeOf, roleOf } from "./read-accounts.server.ts";

export type AccountView = {
  id: string;
  name: string;
  email: string;
  createdAt: Date;
  disabledAt: Date | null;
  family: boolean;
  memberships: {
    id: string;
    role: StaffRole;
    place: string | null;
    from: string;
    to: string | null;
    state: MembershipState;
  }[];
  places: WorkPlace[];
  today: CalendarDay;
};

/** One account, the roles that it holds and held, and where others could be given to it. */
export async function readAccount(visit: SignedVisit, id: string): Promise<AccountView> {
  const account = await findAccount(visit.db, id);
  if (!account) throw notFound();
  return {
    id,
    name: account.displayName,
    email: account.email,
    createdAt: account.createdAt,
    disabledAt: account.disabledAt,
    family: account._count.guardians > 0,
    memberships: account.memberships.map((membership) => ({
      id: membership.id,
      role: roleOf(membership),
      place: placeOf(membership),
      from: membership.validFrom,
      to: membership.validTo,
      state: membershipState(membership, visit.today),
    })),
    places: await listWorkPlaces(visit.db),
    today: visit.today,
  };
}
