import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { settingsOn } from "#app/facilities/rules/settings.ts";
import { cutOffOf } from "../rules/absence-deduction.ts";
import type { ContractKind } from "../rules/agreement.ts";
import { type OffByFacility, type OffRun, runsOff } from "../rules/calendar-stays.ts";
import { type AbsenceCode, type Standing, isUnplanned, standingAt } from "../rules/presence.ts";
import { listAbsenceDesks } from "../store/calendar.server.ts";
import type { AskedStay, CalendarContract } from "../store/calendar-stays.server.ts";
import { loadStays } from "./load-stays.server.ts";

export type FamilyStay = {
  contractId: string;
  agreementId: string;
  day: CalendarDay;
  childId: string;
  childName: string;
  facilityName: string;
  plannedStart: Date;
  plannedEnd: Date;
  arrivedAt: Date | null;
  leftAt: Date | null;
  standing: Standing;
  absenceCode: AbsenceCode | null;
  /** What is not the usual: the first days, hours booked one day at a time, care given at once. */
  care: "adaptation" | Exclude<ContractKind, "regular"> | null;
  /** The family may still say that the child will not come, or will come after all. */
  mayReport: boolean;
  /** The facility's limit for absences has passed, though the stay has not begun: whom to call. */
  tooLate: { limit: Date; phone: string | null } | null;
  /** The last touch on it, or else when its contract was written. */
  changedAt: Date;
};

/** Days off of one facility, or of several for the same reason, with their names. */
export type FamilyClosure = OffRun & { facilityName: string };

export type FamilyStays = {
  children: { id: string; name: string }[];
  stays: FamilyStay[];
  closures: FamilyClosure[];
  contracts: Map<string, CalendarContract>;
  asked: AskedStay[];
};

/** A day off that several facilities share is said once, with their names. */
function closuresOf(off: OffByFacility, names: Map<string, string>): FamilyClosure[] {
  const shared = new Map<string, FamilyClosure>();
  for (const [facilityId, days] of off) {
    for (const run of runsOff(days)) {
      const key = JSON.stringify(run);
      const name = names.get(facilityId) ?? "";
      const known = shared.get(key);
      shared.set(key, { ...run, facilityName: known ? `${known.facilityName}, ${name}` : name });
    }
  }
  return [...shared.values()].sort((one, other) => one.from.localeCompare(other.from));
}

function careOf({ kind, stage }: CalendarContract): FamilyStay["care"] {
  if (kind !== "regular") return kind;
  return stage === "adaptation" ? "adaptation" : null;
}

/** The stays of all the children of a family, in all their facilities, and the days off of these. */
export async function readFamilyStays(
  visit: Pick<SignedVisit, "db" | "now" | "scope">,
  from: CalendarDay,
  to: CalendarDay,
): Promise<FamilyStays> {
  const of = { householdIds: visit.scope.householdIds };
  const { stays, contracts, asked, off } = await loadStays(visit, of, from, to);
  const facilityNames = new Map<string, string>();
  const children = new Map<string, string>();
  for (const { facilityId, facilityName, childId, firstName } of contracts.values()) {
    facilityNames.set(facilityId, facilityName);
    children.set(childId, firstName);
  }
  const desks = await listAbsenceDesks(visit.db, [...facilityNames.keys()]);
  const shown = stays
    .filter((stay) => !(isUnplanned(stay) && stay.state === "absent"))
    .map((stay): FamilyStay => {
      const contract = contracts.get(stay.contractId)!;
      const { contractId, day, plannedStart, plannedEnd, arrivedAt, leftAt, absenceCode, state } = stay;
      const { phone, settings } = desks.get(contract.facilityId)!;
      const limit = new Date(cutOffOf(plannedStart.getTime(), settingsOn(settings, dayOf(plannedStart))));
      const ahead = plannedStart > visit.now;
      return {
        contractId,
        agreementId: contract.agreementId,
        day,
        childId: contract.childId,
        childName: contract.firstName,
        facilityName: contract.facilityName,
        plannedStart,
        plannedEnd,
        arrivedAt,
        leftAt,
        standing: standingAt(stay, visit.now),
        absenceCode,
        care: careOf(contract),
        mayReport: ahead && (state === "absent" || (state === "planned" && visit.now <= limit)),
        tooLate: ahead && state === "planned" && visit.now > limit ? { limit, phone } : null,
        changedAt: stay.markedAt ?? contract.createdAt,
      };
    });
  return {
    children: [...children].map(([id, name]) => ({ id, name })),
    stays: shown,
    closures: closuresOf(off, facilityNames),
    contracts,
    asked,
  };
}
