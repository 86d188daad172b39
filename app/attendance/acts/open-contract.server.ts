import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { recordHousehold } from "#app/families/acts/record-household.server.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { samePattern } from "../rules/agreement.ts";
import type { ContractRefusal } from "../rules/contract-refusal.ts";
import { emergencyCare } from "../rules/notice.ts";
import { findAgreement, listFacilityContracts } from "../store/agreements.server.ts";
import { insertContract } from "../store/contracts.server.ts";
import { checkPlace } from "./check-place.server.ts";
import { planDays } from "./plan-days.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type EmergencyToOpen = {
  facilityId: string;
  sectionId: string;
  firstName: string;
  lastName: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  /** The last day. */
  endOn: CalendarDay;
};

export type ContractOpened = { ok: true; agreementId: string } | ContractRefusal;

const nowhere = { streetNumber: null, street: null, postcode: null, city: null, zoneCode: null };

/** Sent twice, the same form opens one contract. */
async function findSameEmergency(
  tx: Database,
  facilityId: string,
  asked: EmergencyToOpen,
): Promise<string | null> {
  const rows = await listFacilityContracts(tx, facilityId, asked.startOn);
  const same = rows.find(
    (row) =>
      row.kind === "emergency" &&
      row.firstName === asked.firstName &&
      row.lastName === asked.lastName &&
      row.startOn === asked.startOn &&
      row.endOn === asked.endOn &&
      samePattern(row.pattern, asked.pattern),
  );
  return same?.agreementId ?? null;
}

/**
 * Emergency care of a child whom the town does not know: names and hours, for a few days. The family's file is made
 * with it, and filled in later.
 */
export async function openContract(visit: SignedVisit, asked: EmergencyToOpen): Promise<ContractOpened> {
  const { now, today, actor } = visit;
  return inTransaction(visit.db, async (tx): Promise<ContractOpened> => {
    const facility = await requireFacility({ ...visit, db: tx }, asked.facilityId);
    const { sectionId, pattern, startOn, endOn, firstName, lastName } = asked;
    if (!facility.sections.some(({ id }) => id === sectionId)) throw notFound();
    if (startOn < today) return { ok: false, error: "attendance:contract.error.startPast", day: today };
    if (endOn < startOn)
      return { ok: false, error: "attendance:contract.error.endBeforeStart", day: startOn };
    const known = await findSameEmergency(tx, facility.id, asked);
    if (known) return { ok: true, agreementId: known };
    const { maxDays, article } = await readParameter(tx, "emergency-care", today, emergencyCare);
    const latest = addDays(startOn, maxDays - 1);
    if (endOn > latest)
      return { ok: false, error: "attendance:contract.error.tooLong", day: latest, count: maxDays, article };
    const hours = { sectionId, pattern, startOn, endOn };
    const breaches = await checkPlace(tx, { facilityId: facility.id, periods: [hours], except: null, today });
    if (breaches.length > 0) return { ok: false, error: "attendance:contract.error.limits", breaches };
    const child = { firstName, lastName, birthDay: null, expectedOn: null, schoolId: null };
    const { childIds } = await recordHousehold(tx, {
      householdId: null,
      address: nowhere,
      guardians: [],
      children: [child],
      at: now,
    });
    const contractId = await insertContract(tx, {
      ...hours,
      offerId: null,
      careRequestId: null,
      childId: childIds[0]!,
      facilityId: facility.id,
      kind: "emergency",
      createdAt: now,
      createdBy: actor.accountId,
    });
    await planDays({ db: tx, now }, { only: [contractId] });
    const { agreementId } = (await findAgreement(tx, contractId))!;
    await logFileRead({ ...visit, db: tx }, "contract", agreementId, "contractOpen");
    return { ok: true, agreementId };
  });
}
