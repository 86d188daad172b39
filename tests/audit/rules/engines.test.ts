import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certify } from "#app/audit/rules/certify.ts";
import type { CheckLine } from "#app/audit/rules/findings.ts";
import { type Held, honestResult } from "../naive-certificate.ts";
import { byPoints, inTurn, permanentRefusals, reserveBeforeKept, unawareResult } from "../naive-engines.ts";
import { aTinyTown, keepSeats } from "../random-towns.ts";
import {
  anInstance,
  aRequest,
  hash,
  type InstanceFile,
  places,
  type RequestFile,
  written,
} from "../small-towns.ts";
import type { Result } from "#app/audit/rules/result-file.ts";

const faults = (instance: InstanceFile, result: Result): CheckLine[] =>
  certify(instance, written(result), hash).lines.filter(({ ok }) => !ok);
/** Some of the requests, in any order; drawn by index, as a generator keeps what it has drawn. */
const some = (g: fc.GeneratorValue, { requests }: InstanceFile): RequestFile[] =>
  g(fc.shuffledSubarray, [...requests.keys()]).map((index) => requests[index]!);
const runs = { numRuns: 300 };

describe("a right result is certified", () => {
  it("each in turn by points, the same everywhere: nothing to claim, whatever the town", () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const instance = aTinyTown(g);
        const result = honestResult(instance, byPoints(instance));
        expect(result.claims).toEqual([]);
        expect(faults(instance, result)).toEqual([]);
      }),
      runs,
    );
  });

  /** Kept seats, reserves, local points; places given in any order at all, and every claim told. */
  const anyHonest = (g: fc.GeneratorValue): { instance: InstanceFile; held: Held; result: Result } => {
    const instance = aTinyTown(g, { isLocal: true, isReserved: true, isDated: g(fc.boolean) });
    const kept = keepSeats(instance, inTurn(instance, some(g, instance), []));
    const order = some(g, instance);
    const held = inTurn(instance, order, kept);
    return { instance, held, result: honestResult(instance, held) };
  };

  it("an unfair result that hides nothing is told apart from one that does", () => {
    let told = 0;
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { instance, held, result } = anyHonest(g);
        expect(faults(instance, result)).toEqual([]);
        told += result.claims.length;
        const hidden = faults(instance, unawareResult(instance, held));
        const checks = hidden.map(({ check, request, option }) => `${check} ${request} ${option}`);
        for (const { request, option, type } of result.claims.slice(0, 5)) {
          expect(checks).toContain(`A10 ${request} ${option}`);
          if (type === "waste") expect(checks).toContain(`A11 ${request} ${option}`);
        }
      }),
      runs,
    );
    expect(told).toBeGreaterThan(100);
  });

  it("not one number of a certificate can be changed", () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { instance, result } = anyHonest(g);
        const bindings = result.answers.flatMap(({ refused }) => refused.flatMap(({ binding }) => binding));
        if (bindings.length === 0) return;
        const binding = bindings[g(fc.integer, { min: 0, max: bindings.length - 1 })]!;
        const field = g(fc.constantFrom<("used" | "need" | "cap")[]>, "used", "need", "cap");
        binding[field]++;
        expect(faults(instance, result).map(({ check }) => check)).toContain("A9");
      }),
      runs,
    );
  });
});

describe("an engine that is wrong is caught", () => {
  const insertion = { classes: ["insertion"] };
  const reserved = anInstance({
    rules: {
      ...anInstance({}).rules,
      reserves: [{ id: "r1", facility: "F1", class: "insertion", target: 1, unit: "places" }],
    },
    requests: [aRequest("I", 10, 1, ["F1 am"], insertion), aRequest("K", 5, 2, ["F2 am"], { seat: "F1 am" })],
    resources: [...places("F1", 1), ...places("F2", 0)],
  });

  it("reserve before the seats kept: a child at home in its facility is put out", () => {
    const held = reserveBeforeKept(reserved);
    expect(held).toEqual(new Map([["I", 0]]));
    expect(faults(reserved, unawareResult(reserved, held))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: "A7", request: "K", option: 1, resource: "F1" }),
        expect.objectContaining({ check: "A10", request: "K", option: 1 }),
      ]),
    );
  });

  it("permanent refusals: a morning comes free again, and stays empty", () => {
    // A takes the morning, B (whole day) puts A out, C (afternoon) puts B out: A was refused for good.
    const town = anInstance({
      requests: [
        aRequest("A", 20, 1, ["F1 am"]),
        aRequest("B", 30, 2, ["F1 day"]),
        aRequest("C", 40, 3, ["F1 pm"]),
      ],
    });
    const held = permanentRefusals(town);
    expect(held).toEqual(new Map([["C", 0]]));
    expect(faults(town, unawareResult(town, held))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: "A9", request: "A", option: 0 }),
        expect.objectContaining({ check: "A10", request: "A", option: 0 }),
        expect.objectContaining({ check: "A11", request: "A", option: 0, resource: "F1" }),
      ]),
    );
  });

  it("permanent refusals are refused wherever they do harm, and there only", () => {
    const seen = { harm: 0, none: 0 };
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const instance = aTinyTown(g, { isLocal: true });
        const held = permanentRefusals(instance);
        const harm = honestResult(instance, held).claims.length > 0;
        seen[harm ? "harm" : "none"]++;
        expect(faults(instance, unawareResult(instance, held)).length > 0).toBe(harm);
      }),
      { ...runs, numRuns: 600 },
    );
    expect(seen.harm).toBeGreaterThan(5);
    expect(seen.none).toBeGreaterThan(100);
  });
});
