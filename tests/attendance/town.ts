// The little a test of attendance needs: a facility, a child with a contract, somebody who marks.
import { recordContract } from "#app/attendance/acts/record-contract.server.ts";
import { type CalendarDay, asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { aPattern, createCareRequest, createFacility } from "#tests/support/builders.ts";

/** A Monday in term. */
export const monday = asDay("2026-09-14");
export const at = (day: CalendarDay, hour: number, minute = 0): Date => instantAt(day, hour * 60 + minute);

export type Placed = {
  facilityId: string;
  sectionId: string;
  contractId: string;
  careRequestId: string;
  householdId: string;
};

let offers = 0;

/** A child whose offer has been accepted: the contract is written as the answer writes it. */
export async function placeChild(
  db: PrismaClient,
  {
    facility,
    pattern = aPattern(),
    startOn = monday,
    endOn = null,
    signedAt = at(monday, 6),
    firstName = "Lina",
  }: {
    facility?: { id: string; sectionId: string };
    pattern?: WeeklyPattern;
    startOn?: CalendarDay;
    endOn?: CalendarDay | null;
    signedAt?: Date;
    firstName?: string;
  } = {},
): Promise<Placed> {
  const { id: facilityId, sectionId } = facility ?? (await createFacility(db));
  const request = await createCareRequest(db, { status: "accepted", pattern, childFirstName: firstName });
  const offerId = `offer-${(offers += 1)}`;
  const offer = {
    id: offerId,
    careRequestId: request.id,
    facilityId,
    sectionId,
    pattern,
    startOn,
    endOn,
    status: "accepted",
    answerBy: signedAt,
    createdAt: signedAt,
    tokenHash: offerId,
  };
  await db.offer.create({ data: offer });
  const { contractId } = await db.$transaction((tx) =>
    recordContract(tx, {
      offerId,
      careRequestId: request.id,
      childId: request.childId,
      facilityId,
      sectionId,
      pattern,
      startOn,
      endOn,
      at: signedAt,
    }),
  );
  const { householdId } = request;
  return { facilityId, sectionId, contractId, careRequestId: request.id, householdId };
}

/** The stays of a contract, in order. */
export async function staysOfContract(db: PrismaClient, contractId: string) {
  return db.presence.findMany({ where: { contractId }, orderBy: { plannedStart: "asc" } });
}
