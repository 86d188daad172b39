import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterSchoolRule,
  childrenForStaff,
  nurseryRule,
  staffFor,
  staffNeeded,
  staffNeededAfterSchool,
} from "#app/facilities/rules/staff.ts";
import { parameters } from "./limits-town.ts";

const ratio = parameters.staffRatio;

describe("adults with the children of a crèche (R2324-46-4, R2324-43-1)", () => {
  it.each([
    ["seven who do not walk and twelve who do, together", "byWalking", "sum", 7, 12, "multiAccueil", 3],
    ["the same, each group for itself", "byWalking", "groups", 7, 12, "multiAccueil", 4],
    ["the same, one for six", "single", "sum", 7, 12, "multiAccueil", 4],
    ["one child alone: never fewer than two adults", "byWalking", "sum", 0, 1, "multiAccueil", 2],
    ["three children in a micro-crèche", "byWalking", "sum", 0, 3, "microNursery", 1],
    ["four children in a micro-crèche", "byWalking", "sum", 0, 4, "microNursery", 2],
    ["nobody there", "byWalking", "sum", 0, 0, "multiAccueil", 0],
    ["exactly five and eight: no adult too many", "byWalking", "sum", 5, 8, "multiAccueil", 2],
    ["fifteen who do not walk", "byWalking", "sum", 15, 0, "multiAccueil", 3],
    ["children at their childminders'", "byWalking", "sum", 9, 9, "familyNursery", 0],
  ] as const)("%s", (_name, rule, rounding, nonWalkers, walkers, kind, needed) => {
    expect(staffNeeded({ rule, rounding }, { nonWalkers, walkers }, kind, ratio)).toBe(needed);
  });
});

describe("adults with the children of an after-school site (R227-16)", () => {
  it.each([
    [false, false, 10, 14],
    [false, true, 8, 12],
    [true, false, 14, 18],
    [true, true, 10, 14],
  ])("with a PEDT: %s, more than five hours: %s: one for %s, one for %s", (hasPedt, overFiveHours, a, b) => {
    const need = (under6: number, from6: number): number =>
      staffNeededAfterSchool({ hasPedt, overFiveHours }, { under6, from6 }, ratio);
    expect(need(a, 0)).toBe(1);
    expect(need(a + 1, 0)).toBe(2);
    expect(need(0, b)).toBe(1);
    expect(need(0, b + 1)).toBe(2);
    expect(need(a, b)).toBe(2);
    expect(need(a, b + 1)).toBe(3);
  });

  it("counts a mixed group together", () => {
    const chosen = { hasPedt: true, overFiveHours: false };
    expect(staffNeededAfterSchool(chosen, { under6: 7, from6: 9 }, ratio)).toBe(1);
    expect(staffNeededAfterSchool(chosen, { under6: 7, from6: 10 }, ratio)).toBe(2);
  });
});

it("as many more children as the adults allow, and not one more", () => {
  const rule = fc.oneof(
    fc
      .record({
        ratioRule: fc.constantFrom("byWalking" as const, "single" as const),
        ratioRounding: fc.constantFrom("sum" as const, "groups" as const),
        kind: fc.constantFrom("multiAccueil" as const, "microNursery" as const),
      })
      .map(({ kind, ...chosen }) => nurseryRule(chosen, kind, ratio)!),
    fc
      .record({ hasPedt: fc.boolean(), overFiveHours: fc.boolean() })
      .map((chosen) => afterSchoolRule(chosen, ratio)),
  );
  const number = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(
      rule,
      fc.integer({ min: 0, max: 12 }),
      fc.record({ few: number, many: number }),
      fc.constantFrom("few" as const, "many" as const),
      (law, staff, children, adding) => {
        const more = childrenForStaff(law, staff, children, adding);
        const enough = (count: number): boolean =>
          staffFor(law, { ...children, [adding]: children[adding] + count }) <= staff;
        if (more < 0) {
          expect(enough(0)).toBe(false);
          return;
        }
        expect(enough(more)).toBe(true);
        expect(enough(more + 1)).toBe(false);
      },
    ),
  );
});
