import { describe, expect, it } from "vitest";
import { allocate } from "#app/allocation/rules/engine.ts";
import type { Instance } from "#app/allocation/rules/instance.ts";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import { resultLines } from "#app/allocation/rules/result-lines.ts";
import { certify } from "#app/audit/rules/certify.ts";
import { measure } from "../../bench/allocation/grievances.ts";
import { capsWith, planOf } from "../../bench/allocation/ours.ts";
import { tablesOf } from "../../bench/allocation/tables.ts";
import { drawTown, reordered, type TownShape } from "../../bench/allocation/town.ts";

const hash = "0".repeat(64);
const small = { requests: 200, facilities: 8 };
const seeds = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

const shapes: TownShape[] = [
  ...seeds(1, 8).map((seed) => ({ ...small, seed })),
  ...seeds(9, 2).map((seed) => ({ ...small, requests: 440, seed })),
  ...seeds(11, 3).map((seed) => ({ ...small, seed, alternateWeeks: true })),
  ...seeds(14, 3).map((seed) => ({ ...small, seed, transferShare: 0.3, insertionShare: 0.3 })),
  ...seeds(17, 2).map((seed) => ({ ...small, seed, siblingShare: 0.4, apartShare: 0.6 })),
  { requests: 1500, facilities: 30, seed: 19 },
  { requests: 700, facilities: 30, seed: 20 },
];

const nameOf = ({ requests, facilities, seed, ...rest }: TownShape): string =>
  `${requests} × ${facilities}, seed ${seed} ${JSON.stringify(rest)}`;
const file = (town: Instance): string => [...resultLines(allocate(town), hash)].join("");

function faults(town: Instance, result: string): string[] {
  const { lines } = certify(town, result, hash);
  return lines.filter(({ ok }) => !ok).map(({ check, en }) => `${check} ${en}`);
}

describe.each(shapes.map((shape) => [nameOf(shape), shape] as const))("the town %s", (_, shape) => {
  const town = drawTown(shape);
  const result = allocate(town);
  const answers = [...result.lines];
  const written = [...resultLines(result, hash)].join("");

  it("is an instance of the format, the same each time", () => {
    const text = JSON.stringify(town);
    expect(readInstance(JSON.parse(text))).toMatchObject({ ok: true });
    expect(JSON.stringify(drawTown(shape))).toBe(text);
  });

  it("every refusal has its reason, or is a claim that is listed", () => {
    const unexplained = answers.flatMap(({ request, refused }) =>
      refused.flatMap(({ option, binding }) => (binding.length === 0 ? [`${request} ${option}`] : [])),
    );
    expect(unexplained.sort()).toEqual(
      result.claims.map(({ request, option }) => `${request} ${option}`).sort(),
    );
    expect(result.explained + result.claims.length).toBe(result.refusedOptions);
  });

  it("the checker certifies it: no claim left out, no place too many", () => {
    expect(faults(town, written)).toEqual([]);
  });

  it("the rule, read once more by the bench, finds the same claims", () => {
    const tables = tablesOf(town);
    const { claims } = measure(tables, planOf(tables, result), capsWith(tables, result));
    const found = [...claims].map((claim) => {
      const [request, option] = claim.split("/");
      return `${town.requests[Number(request)]!.id} ${option}`;
    });
    expect(found.sort()).toEqual(result.claims.map(({ request, option }) => `${request} ${option}`).sort());
  });

  it("a transfer never loses its seat", () => {
    const held = new Map(answers.map(({ request, option }) => [request, option]));
    for (const { id, current } of town.requests) {
      if (current === null) continue;
      expect(held.get(id), id).not.toBeNull();
      expect(held.get(id), id).toBeLessThanOrEqual(current);
    }
  });

  it("the order of the requests changes nothing, not a byte", () => {
    expect(file(reordered(town, 1))).toBe(written);
  });

  it("with two places beyond the capacity at the most, nobody has a claim", () => {
    const wider: Instance = { ...town, rules: { ...town.rules, surnombreMax: 2 } };
    const answer = allocate(wider);
    expect(answer.claims).toEqual([]);
    expect(faults(wider, [...resultLines(answer, hash)].join(""))).toEqual([]);
  });
});
