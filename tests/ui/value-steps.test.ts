import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepOf, stepsOf } from "#app/ui/value-steps.ts";

const anyValues = fc.array(fc.option(fc.nat({ max: 50 })), { maxLength: 60 });

describe("values in steps", () => {
  it("every known value is in a step that says so, and no step is empty", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const steps = stepsOf(values);
        const used = new Set<number>();
        for (const value of values) {
          const step = stepOf(value, steps);
          if (value === null) expect(step).toBeNull();
          else {
            const own = steps.find((each) => each.step === step)!;
            expect(value >= own.from && value <= own.to).toBe(true);
            used.add(step!);
          }
        }
        expect(used.size).toBe(steps.length);
      }),
    );
  });

  it("a larger value never has a lighter step, and there are six steps at most", () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const steps = stepsOf(values);
        expect(steps.length).toBeLessThanOrEqual(6);
        const known = values.filter((value) => value !== null).sort((a, b) => a - b);
        const shades = known.map((value) => stepOf(value, steps)!);
        expect(shades).toEqual([...shades].sort((a, b) => a - b));
      }),
    );
  });

  it("zero is apart from the smallest value, and unknown from zero", () => {
    expect(stepsOf([null, 0, 0, 3])).toEqual([
      { step: 0, from: 0, to: 0 },
      { step: 3, from: 3, to: 3 },
    ]);
    expect(stepsOf([null])).toEqual([]);
    expect(stepsOf([1, 2]).map(({ step }) => step)).toEqual([1, 5]);
  });
});
