import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Weekday } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type Candidate, ageAtStart, openingRanges, percentOf } from "#app/requests/rules/coverage.ts";
import {
  type ReferralFacts,
  handlerOf,
  proposeReferrals,
  referralRules,
} from "#app/requests/rules/referral.ts";
import { aPattern } from "#tests/support/builders.ts";

const parameters = JSON.parse(
  readFileSync(new URL("../../../prisma/seed/parameters.json", import.meta.url), "utf8"),
) as { code: string; value: unknown }[];
const rules = referralRules.parse(parameters.find(({ code }) => code === "referral-rules")?.value);
const desks = { coordinationId: "ccas", rpeId: "rpe" };

const week: Weekday[] = [1, 2, 3, 4, 5];
const open = (days: Weekday[], startMinute: number, endMinute: number) =>
  days.map((weekday) => ({ weekday, startMinute, endMinute }));

function facility(id: string, values: Partial<Candidate> = {}): Candidate {
  return {
    id,
    name: id,
    organisationId: "ccas",
    minAgeMonths: 2,
    maxAgeMonths: 47,
    opening: open(week, 435, 1110),
    servesSchool: false,
    wishRank: null,
    ...values,
  };
}

function facts(values: Partial<ReferralFacts> = {}): ReferralFacts {
  return {
    careKind: "nursery",
    pattern: aPattern(),
    atypicalMinutes: 0,
    ageMonths: 13,
    schoolName: null,
    adviceConsent: false,
    ...values,
  };
}

const night: WeeklyPattern = { cycleWeeks: 1, slots: [{ week: 0, weekday: 1, start: 1320, end: 1800 }] };
const round = facility("La Veilleuse", { opening: open([1, 2, 3, 4, 5, 6], 0, 1440) });
const site = (id: string, values: Partial<Candidate> = {}) =>
  facility(id, {
    organisationId: "association-1",
    minAgeMonths: 36,
    maxAgeMonths: 143,
    opening: open(week, 450, 1110),
    servesSchool: true,
    ...values,
  });

const cases: {
  name: string;
  facts: ReferralFacts;
  facilities: Candidate[];
  targets: string[];
  reasons: string[];
}[] = [
  {
    name: "a nursery request goes to the coordination, with the facilities able to take it",
    facts: facts(),
    facilities: [facility("A"), facility("B", { minAgeMonths: 24 })],
    targets: ["coordination ccas"],
    reasons: ["nursery-to-coordination", "age-fits", "hours-covered", "facilities-able"],
  },
  {
    name: "a school child goes to the association of its school",
    facts: facts({ careKind: "afterSchool", ageMonths: 80, schoolName: "Les Bateliers" }),
    facilities: [site("Île"), site("Autre", { organisationId: "association-2", servesSchool: false })],
    targets: ["association association-1"],
    reasons: ["school-to-association", "school-site", "age-fits", "hours-covered"],
  },
  {
    name: "an unknown school goes to the coordination",
    facts: facts({ careKind: "afterSchool", ageMonths: 80 }),
    facilities: [site("Île", { servesSchool: false })],
    targets: ["coordination ccas"],
    reasons: ["school-unknown", "age-fits", "hours-covered", "facilities-able"],
  },
  {
    name: "a site whose operator is unknown goes to the coordination too",
    facts: facts({ careKind: "afterSchool", ageMonths: 80, schoolName: "Les Bateliers" }),
    facilities: [site("Île", { organisationId: null })],
    targets: ["coordination ccas"],
    reasons: ["site-operator-unknown", "school-site"],
  },
  {
    name: "a night goes to the facility open then as well",
    facts: facts({ pattern: night, atypicalMinutes: 480 }),
    facilities: [facility("A"), round],
    targets: ["coordination ccas", "facility La Veilleuse"],
    reasons: ["nursery-to-coordination", "age-fits", "hours-covered", "facilities-able"],
  },
  {
    name: "hours nobody covers go to the RPE, when the family agrees",
    facts: facts({ pattern: night, atypicalMinutes: 480, adviceConsent: true }),
    facilities: [facility("A"), facility("B", { opening: open(week, 360, 1380) })],
    targets: ["coordination ccas", "facility B", "rpe rpe"],
    reasons: ["nursery-to-coordination", "age-fits", "hours-covered"],
  },
  {
    name: "without the family's agreement, the coordination reads why the RPE was not asked",
    facts: facts({ pattern: night, atypicalMinutes: 480 }),
    facilities: [facility("A")],
    targets: ["coordination ccas"],
    reasons: ["nursery-to-coordination", "age-fits", "hours-covered", "advice-needs-consent"],
  },
  {
    name: "an age that no facility takes is said",
    facts: facts({ ageMonths: 1 }),
    facilities: [facility("A")],
    targets: ["coordination ccas"],
    reasons: ["nursery-to-coordination", "no-facility-for-age"],
  },
  {
    name: "unknown opening hours are no reason to say that nobody covers",
    facts: facts({ adviceConsent: true }),
    facilities: [facility("A", { opening: [] })],
    targets: ["coordination ccas"],
    reasons: ["nursery-to-coordination", "age-fits"],
  },
];

describe("referral by the rules in force", () => {
  it.each(cases)("$name", ({ facts, facilities, targets, reasons }) => {
    const proposed = proposeReferrals(rules, facts, facilities, desks);
    expect(proposed.map((each) => `${each.target} ${each.facilityId ?? each.organisationId}`)).toEqual(
      targets,
    );
    expect(proposed[0]!.reasons.map(({ code }) => code)).toEqual(reasons);
  });

  it("keeps the values that led to a reason", () => {
    const [first] = proposeReferrals(
      rules,
      facts({ careKind: "afterSchool", ageMonths: 80, schoolName: "Les Bateliers" }),
      [site("Île", { opening: open(week, 480, 780) })],
      desks,
    );
    expect(first!.reasons).toContainEqual({
      code: "school-site",
      values: { school: "Les Bateliers", site: "Île" },
    });
    expect(first!.reasons).toContainEqual({ code: "age-fits", values: { months: 80 } });
    expect(first!.reasons).toContainEqual({ code: "hours-covered", values: { percent: 50 } });
  });

  it("puts the family's own wishes first among facilities that cover as much", () => {
    const wished = { ...round, id: "Wished", name: "Zoo", wishRank: 1 };
    const proposed = proposeReferrals(
      rules,
      facts({ pattern: night, atypicalMinutes: 480 }),
      [round, wished],
      desks,
    );
    expect(proposed.slice(1).map(({ facilityId }) => facilityId)).toEqual(["Wished", "La Veilleuse"]);
    expect(proposed[1]!.reasons).toContainEqual({ code: "wish-rank", values: { rank: 1 } });
    expect(proposed[1]!.reasons.at(-1)).toEqual({
      code: "opening-hours",
      values: { opening: [{ weekdays: [1, 2, 3, 4, 5, 6], start: 0, end: 1440 }] },
    });
  });

  it("is read by the first coordination or association", () => {
    expect(handlerOf([{ target: "facility", organisationId: null }])).toBeNull();
    expect(
      handlerOf([
        { target: "rpe", organisationId: "rpe" },
        { target: "association", organisationId: "a" },
      ]),
    ).toBe("a");
  });

  it("follows new rules without a change of code", () => {
    const [rule] = referralRules.parse([
      { when: { careKind: "nursery" }, sendTo: "rpe", reason: "hours-not-covered" },
    ]);
    const proposed = proposeReferrals([rule!], facts(), [facility("A")], desks);
    expect(proposed.map(({ target }) => target)).toEqual(["rpe"]);
    expect(() => referralRules.parse([{ when: { moon: "full" }, sendTo: "rpe", reason: "x" }])).toThrow();
  });

  it("always names somebody to read a request, whatever the family asks", () => {
    const slot = fc.record({
      week: fc.constant(0 as const),
      weekday: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
      start: fc.integer({ min: 0, max: 1380 }),
    });
    fc.assert(
      fc.property(
        fc.array(slot, { maxLength: 5 }),
        fc.integer({ min: 0, max: 200 }),
        fc.boolean(),
        fc.constantFrom("nursery" as const, "afterSchool" as const),
        (slots, ageMonths, adviceConsent, careKind) => {
          const pattern: WeeklyPattern = {
            cycleWeeks: 1,
            slots: slots.map((each) => ({ ...each, end: each.start + 60 })),
          };
          const atypicalMinutes = slots.length;
          const asked = facts({ pattern, ageMonths, adviceConsent, careKind, atypicalMinutes });
          const proposed = proposeReferrals(rules, asked, [facility("A"), round, site("Île")], desks);
          expect(handlerOf(proposed)).not.toBeNull();
          expect(proposed.every(({ reasons }) => reasons.length > 0)).toBe(true);
          if (!adviceConsent) expect(proposed.some(({ target }) => target === "rpe")).toBe(false);
        },
      ),
    );
  });
});

describe("coverage", () => {
  it("rounds down: almost all the hours is not all of them", () => {
    expect(percentOf(2999, 3000)).toBe(99);
    expect(percentOf(3000, 3000)).toBe(100);
    expect(percentOf(0, 0)).toBe(0);
  });

  it("counts the age on the start day, from the due day before the birth", () => {
    expect(ageAtStart({ birthDay: "2025-09-30", expectedOn: null }, "2026-10-05")).toBe(12);
    expect(ageAtStart({ birthDay: null, expectedOn: "2026-12-01" }, "2026-10-05")).toBe(0);
    expect(ageAtStart({ birthDay: null, expectedOn: null }, "2026-10-05")).toBeNull();
  });

  it("puts together weekdays with the same hours", () => {
    expect(openingRanges([...open([3], 480, 1080), ...open([1, 2], 450, 510)])).toEqual([
      { weekdays: [1, 2], start: 450, end: 510 },
      { weekdays: [3], start: 480, end: 1080 },
    ]);
  });
});
