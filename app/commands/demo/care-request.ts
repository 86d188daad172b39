// A request as its family sent it: the row, its wishes, its facts and where it was referred.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { hoursByBand } from "#app/calendar/rules/time-bands.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { careRequestReference } from "#app/requests/rules/reference.ts";
import { readBefore } from "#app/requests/rules/delays.ts";
import { type ProposedReferral, handlerOf } from "#app/requests/rules/referral.ts";
import { accountId } from "./accounts.ts";
import type { Build } from "./build.ts";
import type { DemoFacility } from "./facility.ts";
import type { Child } from "./families.ts";
import { drawFewerDays } from "./family-choices.ts";
import { familyMoment, recordRemark, recordSubmission } from "./history.ts";
import { cafReferralCode, cafReferralMoment, factsOf } from "./priority.ts";
import { type Random, random } from "./random.ts";
import { proposalsFor } from "./referrals.ts";
import { demoToken, idOf } from "./rows.ts";
import { coveredMinutes } from "./wishes.ts";

export type Asked = {
  child: Child;
  kind: CareKind;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  submittedOn: CalendarDay;
  wishes: DemoFacility[];
  /** Whether the family agrees to be advised by the relais; left out, it is drawn. */
  adviceConsent?: boolean;
};

export type DemoRequest = Asked & {
  id: string;
  row: Prisma.CareRequestCreateManyInput;
  facts: string[];
  proposals: ProposedReferral[];
  /** The day on which it joined the list. */
  listedOn: CalendarDay | null;
  rng: Random;
};

function referenceOf(build: Build, day: CalendarDay, rng: Random): string {
  const year = Number(day.slice(0, 4));
  for (;;) {
    const bytes = Uint8Array.from({ length: 5 }, () => rng.between(0, 255));
    const reference = careRequestReference(year, bytes);
    if (build.references.has(reference)) continue;
    build.references.add(reference);
    return reference;
  }
}

/** Families agree to be advised more readily when they read that nobody opens at all of their hours. */
function refer(
  build: Build,
  asked: Asked,
  atypicalMinutes: number,
  rng: Random,
): { proposals: ProposedReferral[]; adviceConsent: boolean } {
  const advised = proposalsFor(build, asked, { atypicalMinutes, adviceConsent: true });
  const needed = advised.some(({ target }) => target === "rpe");
  const adviceConsent = asked.adviceConsent ?? rng.chance(needed ? 0.85 : 0.3);
  if (adviceConsent || !needed) return { proposals: advised, adviceConsent };
  return { proposals: proposalsFor(build, asked, { atypicalMinutes, adviceConsent }), adviceConsent };
}

export function addRequest(build: Build, asked: Asked): DemoRequest {
  const { rows, seed, parameters } = build;
  const { child, kind, pattern, startOn, submittedOn, wishes } = asked;
  const id = idOf("request", rows.careRequest.length + 1);
  const rng = random(seed, "request", id);
  const { total, atypical } = hoursByBand(pattern, parameters.bands);
  const { proposals, adviceConsent } = refer(build, asked, atypical, rng);
  const submittedAt = familyMoment(submittedOn, rng);
  const row: DemoRequest["row"] = {
    id,
    reference: referenceOf(build, submittedOn, rng),
    householdId: child.family.id,
    childId: child.id,
    kind,
    status: "submitted",
    version: 1,
    language: child.family.language,
    pattern,
    weeklyMinutes: total,
    atypicalMinutes: atypical,
    startOn,
    flexibleWeeks: rng.pick([0, 0, 2, 4, 4, 8]),
    zoneCode: child.family.zone.code,
    adviceConsent,
    ...drawFewerDays(seed, id, pattern),
    siblingGroupId: null,
    siblingRule: "apart",
    submittedAt,
    nextStepBy: readBefore(submittedOn, parameters.delays),
    handlerId: handlerOf(proposals),
    trackingTokenHash: hashToken(demoToken(id)),
  };
  rows.careRequest.push(row);
  for (const [index, facility] of wishes.entries()) {
    rows.wish.push({
      id: `${id}-wish-${index + 1}`,
      careRequestId: id,
      rank: index + 1,
      facilityId: facility.id,
      coveredMinutes: coveredMinutes(facility, pattern),
    });
  }
  const { family } = child;
  if (!family.since || submittedAt < family.since) family.since = submittedAt;
  recordSubmission(build, row);
  const facts = factsOf(family, kind, rng);
  if (facts.includes(cafReferralCode)) {
    const at = cafReferralMoment(submittedAt);
    recordRemark(build, row, "cafReferral", { at, by: "partner", accountId: accountId("caf") });
  }
  return { ...asked, id, row, rng, proposals, listedOn: null, facts };
}
