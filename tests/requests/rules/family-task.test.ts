import { describe, expect, it } from "vitest";
import { familyForm } from "#app/allocation/rules/family-form.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { byDueDay, taskOf } from "#app/requests/rules/family-task.ts";
import { careRequestStatuses } from "#app/requests/rules/lifecycle.ts";

describe("the one thing to do now", () => {
  const today = asDay("2026-09-07");
  const todo: Record<string, string> = {
    offered: "answer",
    incomplete: "sendProof",
    expectedBirth: "declareBirth",
    toRenew: "renew",
    lapsed: "reopen",
  };
  it.each(careRequestStatuses)("%s", (status) => {
    const child = { birthDay: today, expectedOn: today };
    expect(taskOf({ status, nextStepBy: today, child }, today)).toBe(todo[status] ?? null);
  });

  it("a birth is not asked about before the day it is expected", () => {
    const child = { birthDay: null, expectedOn: asDay("2026-09-08") };
    expect(taskOf({ status: "expectedBirth", nextStepBy: null, child }, today)).toBeNull();
  });

  it("a birth is still asked about once a place was declined or accepted before it", () => {
    const child = { birthDay: null, expectedOn: today };
    for (const status of ["declinedKept", "accepted"] as const)
      expect(taskOf({ status, nextStepBy: null, child }, today)).toBe("declareBirth");
    expect(taskOf({ status: "withdrawn", nextStepBy: null, child }, today)).toBeNull();
  });

  it("what was closed for want of news is opened again while it is time", () => {
    const closed = { status: "lapsed" as const, child: { birthDay: today, expectedOn: null } };
    expect(taskOf({ ...closed, nextStepBy: asDay("2026-09-06") }, today)).toBeNull();
  });

  it("what is due first comes first, what has no date last", () => {
    const due = (day: string | null) => ({ dueOn: day === null ? null : asDay(day) });
    const sorted = byDueDay([due(null), due("2026-10-01"), due("2026-09-01")]);
    expect(sorted).toEqual([due("2026-09-01"), due("2026-10-01"), due(null)]);
  });
});

describe("what a family posts from its page", () => {
  const problems = (form: object): string[] =>
    familyForm.safeParse(form).error?.issues.map(({ message }) => message) ?? [];

  it("an answer, a withdrawal, a birth", () => {
    expect(problems({ intention: "answer", reponse: "accept", version: "1" })).toEqual([]);
    expect(problems({ intention: "withdraw", version: "3" })).toEqual([]);
    expect(problems({ intention: "stillNeeded", version: "3" })).toEqual([]);
    const birth = { intention: "birth", version: "2", firstName: " Élise ", birthDay: "2026-09-04" };
    expect(familyForm.parse(birth)).toMatchObject({ firstName: "Élise", birthDay: "2026-09-04" });
  });

  it("a birth without a name or a day says what is missing", () => {
    expect([...new Set(problems({ intention: "birth", version: "2" }))]).toEqual([
      "allocation:family.birth.error.firstName",
      "allocation:family.birth.error.day",
    ]);
  });

  it("nothing else", () => {
    expect(problems({ intention: "delete", version: "1" })).not.toEqual([]);
    expect(problems({ intention: "answer", reponse: "maybe", version: "1" })).not.toEqual([]);
  });
});
