// The one table of who may do what, and where. It guards the doors and filters the lists.
import type { Actor, Role } from "./actor.ts";

/** How far a role's permission reaches: everything, its organisation, its facility, or its own household. */
type Reach = "town" | "organisation" | "facility" | "household";

export const permissions = {
  "careRequest:list": { coordinator: "town", association_manager: "organisation" },
  "careRequest:read": { coordinator: "town", association_manager: "organisation" },
  "careRequest:refer": { coordinator: "town", association_manager: "organisation" },
  "proof:ask": { coordinator: "town", association_manager: "organisation" },
  "proof:decide": { coordinator: "town", association_manager: "organisation" },
  /** What a family says by telephone, written down in its name. */
  "careRequest:answer": { coordinator: "town", association_manager: "organisation" },
  /** Two children who look like the same one. */
  "duplicate:decide": { coordinator: "town" },
  "offer:make": { coordinator: "town", association_manager: "organisation" },
  /** Grids of criteria: read, drafted, adopted. */
  "grid:read": { coordinator: "town", administrator: "town" },
  "grid:change": { coordinator: "town", administrator: "town" },
  /** Meetings of the allocation commission: read, prepared, decided and published. */
  "commission:read": { coordinator: "town" },
  "commission:prepare": { coordinator: "town" },
  "commission:decide": { coordinator: "town" },
  "facility:read": { coordinator: "town", association_manager: "organisation", facility_manager: "facility" },
  /** Its rules, its staff, its licence, its closures. */
  "facility:manage": {
    coordinator: "town",
    association_manager: "organisation",
    facility_manager: "facility",
  },
  /** The state of a facility today, in numbers. */
  "facility:today": {
    coordinator: "town",
    association_manager: "organisation",
    facility_manager: "facility",
    attendance_staff: "facility",
  },
  "presence:read": {
    association_manager: "organisation",
    facility_manager: "facility",
    attendance_staff: "facility",
  },
  "presence:mark": {
    association_manager: "organisation",
    facility_manager: "facility",
    attendance_staff: "facility",
  },
  /** Tablets that mark presence: paired, and cut off. */
  "device:manage": { association_manager: "organisation", facility_manager: "facility" },
  "contract:read": { association_manager: "organisation", facility_manager: "facility" },
  "contract:change": { association_manager: "organisation", facility_manager: "facility" },
  "advice:read": { rpe_adviser: "town" },
  "advice:give": { rpe_adviser: "town" },
  /** Who they are and when they have free hours: their names are not public. */
  "childminder:manage": { rpe_adviser: "town" },
  "cafReferral:make": { caf_referrer: "town" },
  "observatory:read": { observer: "town", coordinator: "town", rpe_adviser: "town", caf_referrer: "town" },
  "administration:accounts": { administrator: "town" },
  "administration:audit": { administrator: "town" },
  "administration:operations": { administrator: "town" },
  "family:read": { family: "household" },
  "family:act": { family: "household" },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Permission = keyof typeof permissions;

/** The part of the town a permission covers for an actor. */
export type Scope = {
  town: boolean;
  organisationIds: string[];
  facilityIds: string[];
  householdIds: string[];
};

export const noScope: Scope = { town: false, organisationIds: [], facilityIds: [], householdIds: [] };

/** Null when the actor does not have the permission anywhere. */
export function scopeOf(actor: Actor, permission: Permission): Scope | null {
  const reaches: Partial<Record<Role, Reach>> = permissions[permission];
  const scope: Scope = { town: false, organisationIds: [], facilityIds: [], householdIds: [] };
  let granted = false;
  for (const grant of actor.grants) {
    const reach = reaches[grant.role];
    if (!reach) continue;
    granted = true;
    if (reach === "household") scope.householdIds.push(...actor.householdIds);
    // A role that serves the whole town does so from whatever organisation employs it, but never from one facility.
    else if (grant.facilityId) scope.facilityIds.push(grant.facilityId);
    else if (grant.organisationId && reach !== "town") scope.organisationIds.push(grant.organisationId);
    else if (reach === "town") scope.town = true;
  }
  return granted ? scope : null;
}

export type Subject = {
  organisationId?: string | null;
  facilityId?: string | null;
  householdId?: string | null;
};

/** Whether something lies within a scope. */
export function within(scope: Scope, subject: Subject): boolean {
  if (scope.town) return true;
  const { organisationId, facilityId, householdId } = subject;
  return (
    (organisationId != null && scope.organisationIds.includes(organisationId)) ||
    (facilityId != null && scope.facilityIds.includes(facilityId)) ||
    (householdId != null && scope.householdIds.includes(householdId))
  );
}
