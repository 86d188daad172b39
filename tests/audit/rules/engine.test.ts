import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "#app/allocation/rules/engine.ts";
import type { Instance } from "#app/allocation/rules/instance.ts";
import { resultLines } from "#app/allocation/rules/result-lines.ts";
import { certify } from "#app/audit/rules/certify.ts";
import { inTurn } from "../naive-engines.ts";
import { aTinyTown, keepSeats } from "../random-towns.ts";
import { hash, type InstanceFile } from "../small-towns.ts";

/** Half of the families may hold a seat already, cut their list there, and ask to move. */
function aTown(g: fc.GeneratorValue): InstanceFile {
  const instance = aTinyTown(g, { isLocal: true, isReserved: true, isDated: g(fc.boolean) });
  const asking = g(fc.subarray, [...instance.requests.keys()]).map((index) => instance.requests[index]!);
  keepSeats(instance, inTurn(instance, asking, []));
  return instance;
}

function faults(instance: InstanceFile): string[] {
  const lines = [...resultLines(allocate(instance as Instance), hash)].join("");
  return certify(instance, lines, hash)
    .lines.filter(({ ok }) => !ok)
    .map(({ check, fr }) => `${check} ${fr}`);
}

describe("the engine, checked by who shares nothing with it", () => {
  it("every result is certified: reserves, shares, siblings, transfers, hours, staff", () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        expect(faults(aTown(g))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("and with surnombre, where the ceilings allow one or two", () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const instance = aTown(g);
        instance.rules.surnombreMax = g(fc.integer, { min: 1, max: 2 });
        for (const resource of instance.resources)
          if (resource.kind !== "classMax") resource.hardCap += g(fc.integer, { min: 0, max: 10 });
        expect(faults(instance)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
