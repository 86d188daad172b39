export const staffRoles = [
  "coordinator",
  "facility_manager",
  "attendance_staff",
  "association_manager",
  "rpe_adviser",
  "caf_referrer",
  "observer",
  "administrator",
] as const;
export type StaffRole = (typeof staffRoles)[number];
export type Role = StaffRole | "family";

/** A role, and where it holds: a whole organisation, one facility, or (both empty) the town. */
export type Grant = { role: Role; organisationId: string | null; facilityId: string | null };

/** Who is signed in. A guardian holds the role "family" for its households. */
export type Actor = {
  accountId: string;
  displayName: string;
  email: string;
  grants: Grant[];
  householdIds: string[];
};

/** Whether somebody also works here: its session then ends sooner. */
export function isStaff(actor: Actor): boolean {
  return actor.grants.some(({ role }) => role !== "family");
}
