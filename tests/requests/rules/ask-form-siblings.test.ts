import { describe, expect, it } from "vitest";
import { readAnswers } from "#app/requests/rules/ask-form-answers.ts";
import { applyIntent, keepTyped } from "#app/requests/rules/ask-form-keep.ts";
import { siblingsAskedAt, siblingsOf } from "#app/requests/rules/ask-form-siblings.ts";
import { gapsOf, problemsAt } from "#app/requests/rules/ask-form-steps.ts";
import { aDraft, aTypedChild, form, today } from "#tests/requests/ask-draft.ts";

const context = { today, knownGuardians: [] };
const town = { streets: [], zoneCodes: [], schoolIds: [], town: "Metz" };

describe("brothers and sisters", () => {
  const tom = (change: Parameters<typeof aTypedChild>[0] = {}) =>
    aTypedChild({ firstName: "Tom", ...change });
  const school = aTypedChild({ kind: "afterSchool", birthDay: "2019-01-01", schoolId: "school-north" });
  const last = { step: "wishes", child: 1 } as const;

  it("are asked once whether they go together, with the last who needs the same kind of place", () => {
    const draft = aDraft({ children: [aTypedChild(), school, tom()] });
    expect(siblingsOf(draft)).toEqual([{ kind: "nursery", children: [0, 2], rule: "apart" }]);
    expect([0, 1, 2].map((child) => siblingsAskedAt(draft, child) !== null)).toEqual([false, false, true]);
    expect(siblingsOf(aDraft({ children: [aTypedChild(), school] }))).toEqual([]);
  });

  it("keep the answer of each kind of place, and none that was not offered", () => {
    const draft = aDraft({ children: [aTypedChild(), tom()] });
    const answered = (child: number, siblingRule: string) =>
      keepTyped(draft, { step: "wishes", child }, readAnswers(form({ siblingRule })), town).siblingRules;
    expect(answered(1, "preferTogether")).toEqual({ nursery: "preferTogether", afterSchool: "" });
    expect(answered(1, "x").nursery).toBe("apart");
    expect(answered(0, "together").nursery).toBe("");
  });

  it("together or nothing, need a wish in common", () => {
    const wishing = (facilityId: string) => {
      const draft = aDraft({ children: [aTypedChild(), tom({ wishes: [{ facilityId, rank: "2" }] })] });
      return { ...draft, siblingRules: { ...draft.siblingRules, nursery: "together" } };
    };
    expect(problemsAt(wishing("night"), last, context)).toEqual([
      { name: "siblingRule", code: "noSharedWish" },
    ]);
    expect(gapsOf(wishing("night"), context)).toEqual([last]);
    expect(gapsOf(wishing("day"), context)).toEqual([]);
    const same = applyIntent(wishing("night"), last, "same:0", { knownGuardians: 0, suggested: [], today })!;
    expect(problemsAt(same.draft, last, context)).toEqual([]);
  });
});
