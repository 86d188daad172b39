// One account per role, offered in one click by the demonstration's sign-in page.
import type { StaffRole } from "#app/access/rules/actor.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { associationId, caf, rpe } from "./organisations.ts";
import { longHoursNursery } from "./nurseries.ts";
import type { Rows } from "./rows.ts";

/** The same suffix as in app/access: what the sign-in page looks for. */
const suffix = "@demo.guichet.example";
const since = "2009-01-01";

/** Its association runs the sites where the demonstration family asks for a place. */
export const demonstrationGroup = 2;

type Staff = [
  name: string,
  displayName: string,
  role: StaffRole,
  organisationId: string | null,
  facilityId: string | null,
];

const staff: Staff[] = [
  ["coordination", "Hélène Marchal", "coordinator", null, null],
  ["creche", "Béatrice Vautrin", "facility_manager", null, longHoursNursery],
  ["pointage", "Kenza Mansouri", "attendance_staff", null, longHoursNursery],
  ["association", "Thomas Pellegrini", "association_manager", associationId(demonstrationGroup), null],
  ["relais", "Agnieszka Lambert", "rpe_adviser", rpe, null],
  ["caf", "Olivier Thiriet", "caf_referrer", caf, null],
  ["copil", "Françoise Aubry", "observer", null, null],
  ["admin", "David Nguyen", "administrator", null, null],
];

export function accountId(name: string): string {
  return `account-${name}`;
}

export const parent = {
  id: accountId("parent"),
  email: `parent${suffix}`,
  firstName: "Samira",
  lastName: "Belkacem",
};

export function addAccounts(rows: Rows, today: CalendarDay): void {
  const createdAt = instantAt(`${today.slice(0, 4)}-01-01` as CalendarDay, 0);
  for (const [name, displayName, role, organisationId, facilityId] of staff) {
    const id = accountId(name);
    rows.account.push({ id, email: `${name}${suffix}`, displayName, language: "fr", createdAt });
    rows.membership.push({
      id: `membership-${name}`,
      accountId: id,
      role,
      organisationId,
      facilityId,
      validFrom: since,
    });
  }
  rows.account.push({
    id: parent.id,
    email: parent.email,
    displayName: `${parent.firstName} ${parent.lastName}`,
    language: "fr",
    createdAt,
  });
}

/** Who signs what an organisation does: only the demonstration's own people have an account. */
export function agentOf(handlerId: string): string | null {
  if (handlerId === "ccas-de-metz") return accountId("coordination");
  return handlerId === associationId(demonstrationGroup) ? accountId("association") : null;
}
