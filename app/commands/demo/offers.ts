// Offers, and the contracts that accepted ones become.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { offerDeadline } from "#app/allocation/rules/offer.ts";
import { contractHours } from "#app/attendance/rules/contract-hours.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { agentOf } from "./accounts.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Build } from "./build.ts";
import type { DemoRequest } from "./care-request.ts";
import type { DemoFacility, DemoSection } from "./facility.ts";
import { deskMoment, familyMoment, recordTransition } from "./history.ts";
import { demoToken, idOf } from "./rows.ts";

export type Place = { facility: DemoFacility; section: DemoSection };
/** The hours offered are those asked, unless told otherwise. */
type OfferedPlace = Place & {
  pattern?: WeeklyPattern;
  /** Where the child is by now, when it has grown out of the section that was offered. */
  movedTo?: DemoSection;
};
type Outcome =
  | { status: "open" }
  | { status: "accepted"; answeredOn: CalendarDay }
  | { status: "declined"; answeredOn: CalendarDay }
  | { status: "expired" };

/** Contracts run to the end of August that leaves at least a fortnight ahead. */
function endOfYear(today: CalendarDay): CalendarDay {
  const year = Number(today.slice(0, 4));
  const end = `${year}-08-31` as CalendarDay;
  return addDays(today, 14) < end ? end : (`${year + 1}-08-31` as CalendarDay);
}

export function addOffer(
  build: Build,
  request: DemoRequest,
  place: OfferedPlace,
  offeredOn: CalendarDay,
  outcome: Outcome,
): void {
  const { rows, today } = build;
  const { row, rng, startOn } = request;
  const pattern = place.pattern ?? request.pattern;
  const agent = agentOf(row.handlerId!);
  const id = idOf("offer", rows.offer.length + 1);
  const createdAt = deskMoment(offeredOn, rng);
  const answeredAt = "answeredOn" in outcome ? familyMoment(outcome.answeredOn, rng) : null;
  const { day: answerDay, answerBy } = offerDeadline(offeredOn, build.parameters.delays.offerAnswerDays);
  const endOn = endOfYear(today);
  rows.offer.push({
    id,
    careRequestId: request.id,
    facilityId: place.facility.id,
    sectionId: place.section.id,
    pattern,
    startOn,
    endOn,
    status: outcome.status,
    version: outcome.status === "open" ? 1 : 2,
    answerBy,
    createdAt,
    createdBy: agent,
    answeredAt,
    tokenHash: hashToken(demoToken(id)),
  });
  const details = { to: [place.facility.name, place.section.name] };
  recordTransition(build, row, "offer", { at: createdAt, by: "desk", accountId: agent, details });
  if (outcome.status === "open") row.nextStepBy = answerDay;
  if (outcome.status === "declined")
    recordTransition(build, row, "declineAndStay", { at: answeredAt!, by: "family", details });
  if (outcome.status === "expired") {
    const at = new Date(answerBy.getTime() + 10 * 60_000);
    recordTransition(build, row, "expire", { at, by: "clock", details });
  }
  if (outcome.status !== "accepted") return;
  recordTransition(build, row, "accept", { at: answeredAt!, by: "family", details });
  row.nextStepBy = startOn;
  const contractId = idOf("contract", rows.contract.length + 1);
  const childId = request.child.id!;
  rows.contract.push({
    id: contractId,
    agreementId: contractId,
    offerId: id,
    careRequestId: request.id,
    childId,
    facilityId: place.facility.id,
    sectionId: (place.movedTo ?? place.section).id,
    pattern,
    startOn,
    endOn,
    kind: "regular",
    version: 1,
    createdAt: answeredAt!,
  });
  for (const [number, hours] of contractHours({ pattern, startOn, endOn }).entries()) {
    rows.contractHours.push({ id: `${contractId}:${number}`, contractId, childId, ...hours });
  }
  if (startOn >= today) return;
  recordTransition(build, row, "start", { at: instantAt(startOn, 5 * 60), by: "clock" });
  row.nextStepBy = null;
}
