import { describe, expect, it } from "vitest";
import { readAskDraft } from "#app/requests/rules/ask-form.ts";
import { readAnswers } from "#app/requests/rules/ask-form-answers.ts";
import { completeAsk } from "#app/requests/rules/ask-form-complete.ts";
import { keepTyped } from "#app/requests/rules/ask-form-keep.ts";
import { allOrNothing, careDays, fewerDaysChoices } from "#app/requests/rules/fewer-days.ts";
import { aDraft, aTypedChild, form, today, weekOf } from "#tests/requests/ask-draft.ts";

const context = { today, knownGuardians: [] };
const town = { streets: [], zoneCodes: [], schoolIds: [], town: "Metz" };

describe("fewer days", () => {
  const read = (minDays: string, pattern = weekOf([1, 2, 3], 480, 1080)) =>
    completeAsk(aDraft({ children: [aTypedChild({ pattern, minDays, fewerDaysFirst: true })] }), context)!
      .children[0]!.fewerDays;

  it("are asked of a week of two days or more", () => {
    expect(fewerDaysChoices(weekOf([2], 480, 1080))).toEqual([]);
    expect(fewerDaysChoices(weekOf([1, 2, 4, 5], 480, 1080))).toEqual([3, 2, 1]);
    const slots = [1, 2, 4].map((weekday) => ({
      week: weekday === 4 ? 1 : 0,
      weekday,
      start: 480,
      end: 1080,
    }));
    expect(careDays({ cycleWeeks: 2, slots: slots as never })).toBe(2);
  });

  it("count when they are fewer than those of the hours, whatever the hours become", () => {
    expect(read("2")).toEqual({ minDays: 2, fewerDaysFirst: true });
    for (const answer of ["", "0", "3", "1.5", "x"]) expect(read(answer)).toEqual(allOrNothing);
    expect(read("1", weekOf([1], 480, 1080))).toEqual(allOrNothing);
  });

  it("of a draft kept before they were asked are no", () => {
    const { minDays: _, fewerDaysFirst: __, ...child } = aTypedChild();
    const { siblingRules: ___, ...older } = aDraft({ children: [child as never] });
    expect(readAskDraft(older)).toEqual(aDraft());
  });

  it("are kept as they were answered", () => {
    const answers = readAnswers(form({ minDays: "2", fewerDaysFirst: "yes" }));
    const [kept] = keepTyped(aDraft(), { step: "wishes", child: 0 }, answers, town).children;
    expect(kept).toMatchObject({ minDays: "2", fewerDaysFirst: true });
  });
});
