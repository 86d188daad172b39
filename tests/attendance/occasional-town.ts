// The little a test of occasional care needs: a facility that opens days, families with an occasional contract.
import { openWindows } from "#app/attendance/acts/open-windows.server.ts";
import { insertContract } from "#app/attendance/store/contracts.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { createCareRequest, createFacility, visitAs } from "#tests/support/builders.ts";
import { at, monday } from "./town.ts";

export type OccasionalFamily = {
  contractId: string;
  childId: string;
  householdId: string;
  email: string;
  /** The same family, later. */
  visit: (now: Date) => Promise<SignedVisit>;
};

/** A multi-accueil of so many places, whose manager opens days. */
export async function openFacility(db: PrismaClient, places = 1) {
  const { id: facilityId, sectionId } = await createFacility(db, { places });
  const manager = (now: Date) => visitAs(db, "facility_manager", "contract:change", { facilityId, now });
  const open = async (fromDay: CalendarDay, toDay = fromDay, now = at(monday, 9)) =>
    openWindows(await manager(now), facilityId, {
      sectionId,
      fromDay,
      toDay,
      opensAt: null,
      until: { kind: "eve", minute: 1200 },
    });
  return { facilityId, sectionId, manager, open };
}

export async function occasionalFamily(
  db: PrismaClient,
  { facilityId, sectionId }: { facilityId: string; sectionId: string },
  childFirstName = "Lina",
): Promise<OccasionalFamily> {
  const request = await createCareRequest(db, { status: "inCare", childFirstName });
  const { childId, householdId, email } = request;
  const contractId = await db.$transaction((tx) =>
    insertContract(tx, {
      offerId: null,
      careRequestId: request.id,
      childId,
      facilityId,
      sectionId,
      pattern: { cycleWeeks: 1, slots: [] },
      startOn: monday,
      endOn: null,
      kind: "occasional",
      createdAt: at(monday, 6),
    }),
  );
  const visit = (now: Date) => visitAs(db, "family", "family:act", { householdIds: [householdId], now });
  return { contractId, childId, householdId, email, visit };
}

export const statuses = async (db: PrismaClient): Promise<string[]> =>
  (await db.occasionalStay.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] })).map(
    ({ status }) => status,
  );

/** The token of the latest letter that asks. */
export async function askedToken(db: PrismaClient, recipient: string): Promise<string> {
  const letter = await db.message.findFirstOrThrow({
    where: { recipient, id: { startsWith: "occasional-asked:" } },
    orderBy: { createdAt: "desc" },
  });
  return /\/occasionnel\/([\w-]+)/.exec(letter.text)![1]!;
}
