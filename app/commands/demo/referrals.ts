// Where each request goes and why: the guichet's own rules, applied to the town's facilities.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { careKindOf } from "#app/facilities/rules/kinds.ts";
import { type Candidate, ageAtStart } from "#app/requests/rules/coverage.ts";
import { type ProposedReferral, proposeReferrals } from "#app/requests/rules/referral.ts";
import { agentOf } from "./accounts.ts";
import { schools, sites } from "./after-school.ts";
import type { Build } from "./build.ts";
import type { Asked, DemoRequest } from "./care-request.ts";
import type { DemoFacility } from "./facility.ts";
import { deskMoment } from "./history.ts";
import { nurseries } from "./nurseries.ts";
import { ccas, organisationRows, rpe } from "./organisations.ts";

type Known = Omit<Candidate, "servesSchool" | "wishRank">;

const candidates = new Map<DemoFacility, Known>(
  [...nurseries, ...sites].map((facility) => [
    facility,
    {
      id: facility.id,
      name: facility.name,
      organisationId: facility.organisationId,
      minAgeMonths: Math.min(...facility.sections.map((each) => each.minAgeMonths)),
      maxAgeMonths: Math.max(...facility.sections.map((each) => each.maxAgeMonths)),
      opening: facility.opening.map(({ weekday, start, end }) => ({
        weekday,
        startMinute: start,
        endMinute: end,
      })),
    },
  ]),
);

export function proposalsFor(
  build: Build,
  { child, kind, pattern, startOn, wishes }: Asked,
  { atypicalMinutes, adviceConsent }: { atypicalMinutes: number; adviceConsent: boolean },
): ProposedReferral[] {
  const among = [...candidates]
    .filter(([facility]) => careKindOf(facility.kind) === kind)
    .map(([facility, known]) => ({
      ...known,
      servesSchool: child.schoolId !== null && facility.schoolIds.includes(child.schoolId),
      wishRank: wishes.includes(facility) ? wishes.indexOf(facility) + 1 : null,
    }));
  // Only the sites of a school count once it is known: the others need not be rated.
  const ofSchool = among.filter(({ servesSchool }) => servesSchool);
  return proposeReferrals(
    build.parameters.referralRules,
    {
      careKind: kind,
      pattern,
      atypicalMinutes,
      ageMonths: ageAtStart(child, startOn) ?? 0,
      schoolName: schools.find(({ id }) => id === child.schoolId)?.name ?? null,
      adviceConsent,
    },
    ofSchool.length > 0 ? ofSchool : among,
    { coordinationId: ccas, rpeId: rpe },
  );
}

const organisationNames = new Map(organisationRows().map(({ id, name }) => [id, name]));
const facilityNames = new Map([...candidates.values()].map(({ id, name }) => [id, name]));

/** Where the request went, as its timeline says. */
export function namesOf(proposals: ProposedReferral[]): string[] {
  return proposals
    .filter(({ target }) => target !== "rpe")
    .flatMap(({ organisationId, facilityId }) =>
      facilityId
        ? (facilityNames.get(facilityId) ?? [])
        : (organisationNames.get(organisationId ?? "") ?? []),
    );
}

/** Proposed on arrival; confirmed on the day an agent has read it. */
export function addReferrals(build: Build, request: DemoRequest, confirmedOn: CalendarDay | null): void {
  const { id, row, rng } = request;
  for (const [index, referral] of request.proposals.entries()) {
    build.rows.referral.push({
      id: `${id}-referral-${index + 1}`,
      careRequestId: id,
      ...referral,
      status: confirmedOn ? "confirmed" : "proposed",
      changeReason: null,
      createdAt: row.submittedAt,
      decidedAt: confirmedOn ? deskMoment(confirmedOn, rng) : null,
      decidedBy: confirmedOn ? agentOf(row.handlerId!) : null,
    });
  }
}
