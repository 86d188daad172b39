import type { StaffRole } from "../rules/actor.ts";
import { staffRoles } from "../rules/actor.ts";
import { membershipState } from "../rules/administration.ts";
import { type AccountFilters, type StoredAccount, listAccounts } from "../store/accounts.server.ts";
import type { SignedVisit } from "../visit.server.ts";

const accountsPerPage = 50;

export type AccountRow = {
  id: string;
  name: string;
  email: string;
  disabled: boolean;
  family: boolean;
  /** Roles held today, and where; `place` null is the whole town. */
  roles: { role: StaffRole; place: string | null }[];
};

export type AccountsView = {
  search: string;
  role: string;
  rows: AccountRow[];
  count: number;
  page: number;
  pages: number;
};

export function roleOf({ role }: { role: string }): StaffRole {
  return role as StaffRole;
}

export function placeOf(membership: StoredAccount["memberships"][number]): string | null {
  return membership.facility?.name ?? membership.organisation?.name ?? null;
}

function filtersOf(search: URLSearchParams): AccountFilters & { page: number } {
  const asked = search.get("role") ?? "";
  const role = staffRoles.find((one) => one === asked) ?? null;
  const page = Number(search.get("page"));
  return {
    search: (search.get("q") ?? "").trim().slice(0, 100),
    role: role ?? (asked === "family" || asked === "any" ? asked : null),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Accounts by name; those of staff unless the address asks for others. */
export async function readAccounts(visit: SignedVisit, search: URLSearchParams): Promise<AccountsView> {
  const filters = filtersOf(search);
  const page = { skip: (filters.page - 1) * accountsPerPage, take: accountsPerPage };
  const { count, rows } = await listAccounts(visit.db, filters, page);
  return {
    search: filters.search,
    role: filters.role ?? "",
    count,
    page: filters.page,
    pages: Math.ceil(count / accountsPerPage),
    rows: rows.map((account) => ({
      id: account.id,
      name: account.displayName,
      email: account.email,
      disabled: account.disabledAt !== null,
      family: account._count.guardians > 0,
      roles: account.memberships
        .filter((membership) => membershipState(membership, visit.today) === "inForce")
        .map((membership) => ({ role: roleOf(membership), place: placeOf(membership) })),
    })),
  };
}
