import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { RequestFacts, StatedFact } from "#app/commission/rules/facts.ts";
import type { Criterion, Grid } from "#app/commission/rules/grid.ts";
import { scoreSheet } from "#app/commission/rules/score-sheet.ts";
import { barredBy, pointsAt, scoreOf, withLevel } from "#app/commission/rules/scoring.ts";
import { proofStates } from "#app/requests/rules/proof-states.ts";
import { aCriterion, aGrid, someFacts } from "../../support/grids.ts";

const day = "2026-11-24" as CalendarDay;
const verified = (code: string, validUntil: string | null = null): StatedFact => ({
  code,
  proofState: "verified",
  validUntil: validUntil as CalendarDay | null,
});
const codes = ["a", "b", "c", "d", "e", "f"];
const someCriteria = fc
  .uniqueArray(
    fc.record({
      code: fc.constantFrom(...codes),
      points: fc.integer({ min: -50, max: 50 }),
      proof: fc.constantFrom(null, "caf-certificate"),
      group: fc.constantFrom(null, null, "g", "h"),
    }),
    { selector: ({ code }) => code, minLength: 1 },
  )
  .map((list) => list.map(aCriterion));
const statedFact = (code: string): fc.Arbitrary<StatedFact> =>
  fc.record({
    code: fc.constant(code),
    proofState: fc.constantFrom(...proofStates),
    validUntil: fc.constantFrom<CalendarDay | null>(
      null,
      "2026-01-01" as CalendarDay,
      "2027-01-01" as CalendarDay,
    ),
  });
const someStated = fc
  .subarray(codes)
  .chain((present) => fc.tuple(...present.map(statedFact)))
  .map((stated) => stated as StatedFact[]);

const total = (grid: Grid, facts: RequestFacts): number => scoreOf(grid, facts, day).basePoints;

describe("scoring by points", () => {
  it("adds the points of what is proved, and shows what the rest would bring", () => {
    const grid = aGrid({
      criteria: [
        aCriterion({ code: "single-parent", points: 20, proof: "caf-certificate" }),
        aCriterion({ code: "atypical-work", points: 15, proof: "employer-schedule" }),
        aCriterion({ code: "sibling-in-care", points: 5 }),
        aCriterion({ code: "adoption", points: 8 }),
      ],
    });
    const facts = someFacts({
      asked: ["single-parent", "atypical-work", "sibling-in-care"],
      stated: [verified("single-parent"), { ...verified("atypical-work"), proofState: "asked" }],
    });
    const sheet = scoreOf(grid, facts, day);
    expect(sheet.basePoints).toBe(20);
    expect(sheet.rows.map(({ criterion, points, why }) => [criterion, points, why])).toEqual([
      ["single-parent", 20, null],
      ["atypical-work", 15, "proofAsked"],
      ["sibling-in-care", 5, "notStated"],
      ["adoption", 8, "notAsked"],
    ]);
    expect(scoreSheet.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet);
  });

  it("lets a proof count until its last day, and not after", () => {
    const grid = aGrid({ criteria: [aCriterion({ code: "single-parent", proof: "caf-certificate" })] });
    const until = (validUntil: string) =>
      scoreOf(grid, someFacts({ stated: [verified("single-parent", validUntil)] }), day).rows[0]!;
    expect(until(day)).toMatchObject({ counted: true, why: null });
    expect(until("2026-11-23")).toMatchObject({ counted: false, why: "proofExpired", points: 10 });
  });

  it("counts only the best of a group", () => {
    const grid = aGrid({
      criteria: [
        aCriterion({ code: "one-works", points: 10, group: "work" }),
        aCriterion({ code: "both-work", points: 40, group: "work" }),
      ],
    });
    const sheet = scoreOf(grid, someFacts({ stated: [verified("one-works"), verified("both-work")] }), day);
    expect(sheet.basePoints).toBe(40);
    expect(sheet.rows[0]).toMatchObject({ counted: false, why: "bestOfGroup" });
  });

  it("adds what counts at one facility only there", () => {
    const grid = aGrid({
      criteria: [
        aCriterion({ code: "sibling-present", points: 10, local: true }),
        aCriterion({ code: "same-quarter", points: 4, local: true }),
      ],
    });
    const facts = someFacts({
      local: {
        F2: { siblingPresent: true, sameQuarter: true },
        F1: { siblingPresent: false, sameQuarter: true },
      },
    });
    const sheet = scoreOf(grid, facts, day);
    expect(sheet.basePoints).toBe(0);
    expect([pointsAt(sheet, "F1"), pointsAt(sheet, "F2"), pointsAt(sheet, "F3")]).toEqual([4, 14, 0]);
  });

  it("counts seniority in whole units, up to its end, by months or by meetings", () => {
    const rule = { every: 2, points: 3, most: 4, words: { fr: "Ancienneté", en: "" }, source: "essai" };
    const of = (per: "month" | "meeting", facts: Partial<RequestFacts>) =>
      scoreOf(aGrid({ seniority: { ...rule, per } }), someFacts(facts), day).seniority;
    expect(of("month", { submittedOn: "2026-06-25" as CalendarDay })).toEqual({ units: 2, points: 6 });
    expect(of("month", { submittedOn: "2020-06-25" as CalendarDay })).toEqual({ units: 4, points: 12 });
    expect(of("month", { submittedOn: "2026-12-25" as CalendarDay })).toEqual({ units: 0, points: 0 });
    expect(of("meeting", { meetingsPassed: 3 })).toEqual({ units: 1, points: 3 });
  });

  it("keeps out who does not meet a gate, but never who it knows nothing of", () => {
    const gate = {
      code: "residence",
      fact: "resident",
      words: { fr: "Habiter la ville", en: "" },
      source: "x",
    };
    const sheetOf = (unmet: "notExamined" | "maxShare", resident: boolean | null) =>
      scoreOf(aGrid({ gates: [{ ...gate, unmet }] }), someFacts({ resident }), day);
    expect(barredBy(sheetOf("notExamined", false))).toBe("residence");
    expect(barredBy(sheetOf("notExamined", null))).toBeNull();
    expect(barredBy(sheetOf("notExamined", true))).toBeNull();
    const shared = sheetOf("maxShare", false);
    expect(barredBy(shared)).toBeNull();
    expect(shared.gates).toEqual([{ code: "residence", met: false, bars: false }]);
    expect(shared.classes).toEqual(["nonResident"]);
  });

  it("gives a class only on an accepted proof", () => {
    const classes = (stated: StatedFact[]) => scoreOf(aGrid(), someFacts({ stated }), day).classes;
    expect(classes([verified("integration-path")])).toEqual(["insertion"]);
    expect(classes([{ ...verified("integration-path"), proofState: "received" }])).toEqual([]);
    expect(classes([verified("integration-path", "2026-11-01")])).toEqual([]);
    expect(
      classes([verified("caf-referral"), { ...verified("single-parent"), proofState: "stated" }]),
    ).toEqual(["rsaSingleParent"]);
    expect(classes([verified("disability-in-family")])).toEqual(["disability"]);
  });

  it("never lowers a total when a fact that brings points is proved", () => {
    fc.assert(
      fc.property(someCriteria, someStated, fc.constantFrom(...codes), (criteria, stated, code) => {
        const grid = aGrid({ criteria });
        const before = someFacts({ asked: codes, stated });
        const others = stated.filter((fact) => fact.code !== code);
        const after = { ...before, stated: [...others, verified(code)] };
        const points = criteria.find((criterion) => criterion.code === code)?.points ?? 0;
        if (points >= 0) expect(total(grid, after)).toBeGreaterThanOrEqual(total(grid, before));
      }),
    );
  });

  it("gives the same sheet whatever the order of the facts", () => {
    fc.assert(
      fc.property(someCriteria, someStated, (criteria, stated) => {
        const facts = someFacts({
          stated,
          local: {
            B: { siblingPresent: true, sameQuarter: false },
            A: { siblingPresent: true, sameQuarter: true },
          },
        });
        const turned = {
          ...facts,
          stated: stated.toReversed(),
          local: Object.fromEntries(Object.entries(facts.local).toReversed()),
        };
        const grid = aGrid({ criteria });
        expect(scoreOf(grid, turned, day)).toEqual(scoreOf(grid, facts, day));
      }),
    );
  });
});

describe("scoring by an ordered list", () => {
  const list = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      one: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      other: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      months: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })),
    }),
  );

  it("lets the highest criterion that tells two requests apart win, whatever follows", () => {
    fc.assert(
      fc.property(list, ({ size, one, other, months }) => {
        const criteria: Criterion[] = one.map((_, index) => aCriterion({ code: `c${index}`, points: 0 }));
        const words = { fr: "Ancienneté", en: "" };
        const grid = aGrid({
          method: "list",
          criteria,
          seniority: { per: "meeting", every: 1, points: 1, most: 24, words, source: "essai" },
        });
        const factsOf = (holds: boolean[], meetingsPassed: number) =>
          someFacts({
            meetingsPassed,
            stated: holds.flatMap((yes, index) => (yes ? [verified(`c${index}`)] : [])),
          });
        const difference = total(grid, factsOf(one, months[0])) - total(grid, factsOf(other, months[1]));
        const first = Array.from({ length: size }, (_, index) => index).find(
          (index) => one[index] !== other[index],
        );
        if (first !== undefined) expect(Math.sign(difference)).toBe(one[first] ? 1 : -1);
        else expect(difference).toBe(Math.min(months[0], 24) - Math.min(months[1], 24));
      }),
    );
  });
});

describe("free deliberation", () => {
  it("gives no points by itself: the members give a level", () => {
    const grid = aGrid({ method: "deliberation", criteria: [aCriterion({ code: "single-parent" })] });
    const sheet = scoreOf(grid, someFacts({ stated: [verified("single-parent")] }), day);
    expect(sheet).toMatchObject({ basePoints: 0, rows: [{ counted: true, points: 0 }] });
    expect(withLevel(sheet, 3).basePoints).toBe(3);
  });

  it("keeps the points of the other methods whatever level is given", () => {
    const sheet = scoreOf(aGrid(), someFacts(), day);
    expect(withLevel(sheet, 3)).toBe(sheet);
  });
});
