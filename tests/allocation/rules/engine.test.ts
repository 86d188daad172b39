import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "#app/allocation/rules/engine.ts";
import type { Instance } from "#app/allocation/rules/instance.ts";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import { resultLines } from "#app/allocation/rules/result-lines.ts";
import { resultLineSchema } from "#app/allocation/rules/result.ts";
import { capsOf, claimsOf, everyHolding, holdingOf, isFeasible } from "./literal-rule.ts";
import { tinyTown } from "./tiny-town.ts";

const free = { localPoints: true, reserves: true, seats: true };
const noHash = "0".repeat(64);
const linesOf = (instance: Instance): string => [...resultLines(allocate(instance), noHash)].join("");

const forAll = (towns: fc.Arbitrary<Instance>, numRuns: number, check: (instance: Instance) => void): void =>
  fc.assert(
    fc.property(towns, (instance) => void check(instance)),
    { numRuns, seed: 20261124 },
  );

describe("allocation, on tiny towns", () => {
  it("reads the towns of these tests", () => {
    forAll(tinyTown(6, free), 100, (instance) =>
      expect(readInstance(instance)).toEqual({ ok: true, instance }),
    );
  });

  it.each([free, { ...free, surnombre: true }])(
    "never goes beyond a limit, surnombre included: %o",
    (freedom) => {
      forAll(tinyTown(8, freedom), 300, (instance) => {
        const result = allocate(instance);
        expect(isFeasible(instance, holdingOf(result), capsOf(instance, result.surnombre))).toBe(true);
        const extra = new Map<string, number>();
        for (const { resource, plus } of result.surnombre)
          extra.set(resource, (extra.get(resource) ?? 0) + plus);
        for (const { id, kind, cap, hardCap } of instance.resources) {
          expect(cap + (extra.get(id) ?? 0)).toBeLessThanOrEqual(hardCap);
          if (kind !== "staff" && kind !== "weekHours")
            expect(extra.get(id) ?? 0).toBeLessThanOrEqual(instance.rules.surnombreMax);
        }
      });
    },
  );

  it.each([free, { ...free, surnombre: true }])(
    "lists the claims that the rule read literally finds: %o",
    (freedom) => {
      forAll(tinyTown(8, freedom), 400, (instance) => {
        const result = allocate(instance);
        expect(result.claims).toEqual(
          claimsOf(instance, holdingOf(result), capsOf(instance, result.surnombre)),
        );
      });
    },
  );

  it("never takes its seat from whoever holds one", () => {
    forAll(tinyTown(8, free), 300, (instance) => {
      const holding = holdingOf(allocate(instance));
      for (const { id, current } of instance.requests)
        if (current !== null) expect(holding.get(id)).not.toBeNull();
    });
  });

  it("explains each refused option by a resource that is really full, unless it is a claim", () => {
    forAll(tinyTown(8, { ...free, surnombre: true }), 300, (instance) => {
      const result = allocate(instance);
      const claimed = new Set(result.claims.map(({ request, option }) => `${request} ${option}`));
      let refusals = 0;
      for (const { request, option: held, refused } of result.lines) {
        const { options } = instance.requests.find(({ id }) => id === request)!;
        expect(refused.map(({ option }) => option)).toEqual([...Array(held ?? options.length).keys()]);
        for (const { option, binding } of refused) {
          refusals += 1;
          expect(binding.length === 0).toBe(claimed.has(`${request} ${option}`));
          for (const { used, need, cap } of binding) expect(used + need).toBeGreaterThan(cap);
        }
      }
      expect(result.refusedOptions).toBe(refusals);
      expect(result.explained).toBe(refusals - result.claims.length);
    });
  });

  it("gives the same bytes whatever the order of the file", () => {
    forAll(tinyTown(8, { ...free, surnombre: true }), 150, (instance) => {
      const turned = { ...instance, requests: [...instance.requests].reverse() };
      expect(linesOf(turned)).toBe(linesOf(instance));
    });
  });

  it("writes lines of the published shape", () => {
    forAll(tinyTown(6, { ...free, surnombre: true }), 60, (instance) => {
      for (const line of linesOf(instance).trimEnd().split("\n")) resultLineSchema.parse(JSON.parse(line));
    });
  });

  it("with the same points everywhere, finds the only assignment that leaves no claim: one by one, by points", () => {
    forAll(tinyTown(4), 120, (instance) => {
      const result = allocate(instance);
      expect(result.claims).toEqual([]);
      const caps = capsOf(instance);
      const stable = [...everyHolding(instance.requests)].filter(
        (holding) => isFeasible(instance, holding, caps) && claimsOf(instance, holding, caps).length === 0,
      );
      expect(stable.map((holding) => [...holding].sort())).toEqual([[...holdingOf(result)].sort()]);
      const oneByOne = new Map<string, number | null>(instance.requests.map(({ id }) => [id, null]));
      const byPoints = [...instance.requests].sort(
        (a, b) => b.basePoints - a.basePoints || a.lottery - b.lottery,
      );
      for (const { id, options } of byPoints)
        for (const at of options.keys()) {
          if (oneByOne.get(id) !== null) break;
          if (isFeasible(instance, new Map(oneByOne).set(id, at), caps)) oneByOne.set(id, at);
        }
      expect([...holdingOf(result)].sort()).toEqual([...oneByOne].sort());
    });
  });
});
