import { describe, expect, it } from "vitest";
import { drawTown, reordered } from "../../../bench/allocation/town.ts";
import { allocate } from "#app/allocation/rules/engine.ts";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import { resultLines } from "#app/allocation/rules/result-lines.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const noHash = "0".repeat(64);

describe("allocation, on made-up towns", () => {
  it.each(seeds)("with a surnombre of two, no claim is left: seed %i", (seed) => {
    const town = drawTown({ requests: 400, facilities: 10, seed, load: 2.3, surnombreMax: 2 });
    for (const resource of town.resources) resource.hardCap = resource.cap + 1000;
    const { claims, explained, refusedOptions } = allocate(town);
    expect(claims).toEqual([]);
    expect(explained).toBe(refusedOptions);
  });

  it.each([false, true])("explains every refusal but the claims, alternating weeks: %s", (alternateWeeks) => {
    const town = drawTown({ requests: 300, facilities: 8, seed: 9, load: 1.5, alternateWeeks });
    expect(readInstance(town).ok).toBe(true);
    const result = allocate(town);
    let explained = 0;
    for (const { refused } of result.lines)
      explained += refused.filter(({ binding }) => binding.length > 0).length;
    expect(explained).toBe(result.explained);
    expect(result.refusedOptions - explained).toBe(result.claims.length);
  });

  it("gives the same bytes whatever the order of the file", () => {
    const town = drawTown({ requests: 300, facilities: 8, seed: 3, load: 2 });
    const bytes = (given: typeof town): string => [...resultLines(allocate(given), noHash)].join("");
    expect(bytes(reordered(town, 5))).toBe(bytes(town));
  });
});
