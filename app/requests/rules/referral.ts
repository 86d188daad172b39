// Who can serve a request: rules held as data (parameter "referral-rules"), applied to facts. Every rule that
// matches adds its target; each target carries coded reasons, with the values that led to it.
import { careKinds, type CareKind } from "#app/facilities/rules/kinds.ts";
import { z } from "#app/zod.ts";
import { type Candidate, type RatedCandidate, openingRanges, rate } from "./coverage.ts";
import type { ReferralReason, ReferralTarget } from "./referral-reasons.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";

const condition = z.strictObject({
  careKind: z.enum(careKinds).optional(),
  schoolSite: z.enum(["known", "unknown"]).optional(),
  atypicalHours: z.boolean().optional(),
  coverage: z.enum(["full", "partial"]).optional(),
});

/** The parameter "referral-rules". */
export const referralRules = z.array(
  z.strictObject({
    when: condition,
    sendTo: z.enum(["coordination", "school-association", "open-facilities", "rpe"]),
    reason: z.string(),
    /** Only with the family's consent; without it, the first target says so. */
    needsConsent: z.boolean().default(false),
  }),
);
export type ReferralRule = z.output<typeof referralRules>[number];

export type ReferralFacts = {
  careKind: CareKind;
  pattern: WeeklyPattern;
  atypicalMinutes: number;
  /** Completed months on the start day; 0 for a child born later. */
  ageMonths: number;
  schoolName: string | null;
  adviceConsent: boolean;
};

/** The desks of the town; null when the organisation is not there (yet). */
export type Desks = { coordinationId: string | null; rpeId: string | null };

export type ProposedReferral = {
  target: ReferralTarget;
  organisationId: string | null;
  facilityId: string | null;
  reasons: ReferralReason[];
};

/** Facilities proposed at most; the agent finds the others in the list of changes. */
const mostFacilities = 5;

type Situation = {
  facts: ReferralFacts;
  desks: Desks;
  /** Facilities that take the age, best coverage first, then the family's own order. */
  able: RatedCandidate[];
  sites: RatedCandidate[];
  best: number | null;
};

function situate(facts: ReferralFacts, candidates: Candidate[], desks: Desks): Situation {
  const rated = rate(candidates, facts);
  const sites = rated.filter(({ servesSchool }) => servesSchool);
  // A child goes to a site of its own school: the others do not count as cover.
  const reachable = facts.careKind === "afterSchool" && sites.length > 0 ? sites : rated;
  const able = reachable.filter(({ takesAge }) => takesAge);
  const known = able.filter(({ percent }) => percent !== null).map(({ percent }) => percent!);
  return { facts, desks, able, sites, best: known.length > 0 ? Math.max(...known) : null };
}

function matches({ when }: ReferralRule, { facts, sites, best }: Situation): boolean {
  const coverage = best === null ? null : best === 100 ? "full" : "partial";
  const present: Required<{ [K in keyof typeof when]: unknown }> = {
    careKind: facts.careKind,
    schoolSite: sites.length > 0 ? "known" : "unknown",
    atypicalHours: facts.atypicalMinutes > 0,
    coverage,
  };
  return (Object.keys(when) as (keyof typeof when)[]).every(
    (key) => when[key] === undefined || when[key] === present[key],
  );
}

const age = ({ ageMonths }: ReferralFacts): ReferralReason => ({
  code: "age-fits",
  values: { months: ageMonths },
});

/** What the coordination works with: the age, the facilities that take it, the best cover. */
function wholeTown({ facts, able, best }: Situation): ReferralReason[] {
  if (able.length === 0) return [{ code: "no-facility-for-age", values: { months: facts.ageMonths } }];
  const full = able.filter(({ percent }) => percent === 100);
  const names = full.slice(0, mostFacilities).map(({ name }) => name);
  const covered: ReferralReason[] =
    best === null ? [] : [{ code: "hours-covered", values: { percent: best } }];
  const facilities: ReferralReason[] =
    full.length === 0 ? [] : [{ code: "facilities-able", values: { count: full.length, names } }];
  return [age(facts), ...covered, ...facilities];
}

function association(rule: ReferralRule, { facts, sites, desks }: Situation): ProposedReferral[] {
  if (sites.length === 0) return [];
  const site = sites.find(({ takesAge }) => takesAge) ?? sites[0]!;
  const where = { code: "school-site", values: { school: facts.schoolName ?? "", site: site.name } };
  if (!site.organisationId) {
    const reasons = [{ code: "site-operator-unknown", values: { site: site.name } }, where];
    return [{ target: "coordination", organisationId: desks.coordinationId, facilityId: null, reasons }];
  }
  const fits = site.takesAge
    ? age(facts)
    : { code: "no-facility-for-age", values: { months: facts.ageMonths } };
  const covered = site.percent === null ? [] : [{ code: "hours-covered", values: { percent: site.percent } }];
  const reasons = [{ code: rule.reason }, where, fits, ...covered];
  return [{ target: "association", organisationId: site.organisationId, facilityId: null, reasons }];
}

function openFacilities(rule: ReferralRule, { facts, able, best }: Situation): ProposedReferral[] {
  return able
    .filter(({ percent }) => percent !== null && percent > 0 && percent === best)
    .slice(0, mostFacilities)
    .map((facility) => ({
      target: "facility",
      organisationId: null,
      facilityId: facility.id,
      reasons: [
        { code: rule.reason },
        ...(facility.wishRank === null ? [] : [{ code: "wish-rank", values: { rank: facility.wishRank } }]),
        age(facts),
        { code: "hours-covered", values: { percent: facility.percent! } },
        { code: "opening-hours", values: { opening: openingRanges(facility.opening) } },
      ],
    }));
}

function targetsOf(rule: ReferralRule, situation: Situation): ProposedReferral[] {
  const { desks, best } = situation;
  switch (rule.sendTo) {
    case "coordination":
      return [
        {
          target: "coordination",
          organisationId: desks.coordinationId,
          facilityId: null,
          reasons: [{ code: rule.reason }, ...wholeTown(situation)],
        },
      ];
    case "school-association":
      return association(rule, situation);
    case "open-facilities":
      return openFacilities(rule, situation);
    case "rpe":
      return [
        {
          target: "rpe",
          organisationId: desks.rpeId,
          facilityId: null,
          reasons: [{ code: rule.reason, values: { percent: best ?? 0 } }],
        },
      ];
  }
}

/** The targets of a request, in the order of the rules: the first coordination or association reads it. */
export function proposeReferrals(
  rules: ReferralRule[],
  facts: ReferralFacts,
  candidates: Candidate[],
  desks: Desks,
): ProposedReferral[] {
  const situation = situate(facts, candidates, desks);
  const applying = rules.filter((rule) => matches(rule, situation));
  const withheld = applying.filter(({ needsConsent }) => needsConsent && !facts.adviceConsent);
  const proposed = applying
    .filter((rule) => !withheld.includes(rule))
    .flatMap((rule) => targetsOf(rule, situation));
  if (withheld.length > 0)
    proposed[0]?.reasons.push({ code: "advice-needs-consent", values: { percent: situation.best ?? 0 } });
  return proposed;
}

/** The organisation that reads the request. */
export function handlerOf(referrals: Pick<ProposedReferral, "target" | "organisationId">[]): string | null {
  const reader = referrals.find(({ target }) => target === "coordination" || target === "association");
  return reader?.organisationId ?? null;
}
