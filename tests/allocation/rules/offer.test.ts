import { describe, expect, it } from "vitest";
import {
  answers,
  lastAnswerDay,
  mayMoveOffer,
  offerDeadline,
  offerStatuses,
  offerTransitions,
  standingOf,
  type OfferStanding,
  type OfferTransitionName,
} from "#app/allocation/rules/offer.ts";
import { reminderDue } from "#app/allocation/rules/reminders.ts";
import { ageFits, ageInMonths } from "#app/allocation/rules/child-age.ts";
import { samePlace } from "#app/allocation/rules/same-place.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { transitions } from "#app/requests/rules/lifecycle.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { week } from "../town.ts";

const names = Object.keys(offerTransitions) as OfferTransitionName[];
const standings: OfferStanding[] = [...offerStatuses, "late"];

describe("the life of an offer", () => {
  const allowed: Record<string, OfferStanding[]> = {
    "accept family": ["open"],
    "accept desk": ["open"],
    "decline family": ["open"],
    "decline desk": ["open"],
    "withdraw family": ["open", "late"],
    "withdraw desk": ["open", "late"],
    "expire clock": ["late"],
  };
  const cases = names.flatMap((name) =>
    (["family", "desk", "facility", "adviser", "clock"] as const).flatMap((by) =>
      standings.map((standing) => ({
        name,
        by,
        standing,
        may: (allowed[`${name} ${by}`] ?? []).includes(standing),
      })),
    ),
  );
  it.each(cases)("$name by $by when $standing: $may", ({ name, by, standing, may }) => {
    expect(mayMoveOffer(name, standing, by)).toBe(may);
  });

  it("an answer moves the request from offered", () => {
    for (const { request } of Object.values(answers)) expect(transitions[request].from).toContain("offered");
  });

  it("is late from the end of its last day", () => {
    const { day, answerBy } = offerDeadline(asDay("2026-10-20"), 10);
    expect(day).toBe("2026-10-30");
    expect(lastAnswerDay(answerBy)).toBe("2026-10-30");
    const offer = { status: "open" as const, answerBy };
    // The clocks went back on the 25th: midnight in Paris is 23:00 UTC again.
    expect(standingOf(offer, new Date("2026-10-30T22:59:59Z"))).toBe("open");
    expect(standingOf(offer, new Date("2026-10-30T23:00:00Z"))).toBe("late");
    expect(standingOf({ ...offer, status: "accepted" }, new Date("2027-01-01T00:00:00Z"))).toBe("accepted");
  });
});

describe("reminders of an offer sent on 7 September, to answer by the 17th", () => {
  const createdAt = new Date("2026-09-07T08:00:00Z");
  const { answerBy } = offerDeadline(asDay("2026-09-07"), 10);
  it.each([
    ["2026-09-07T20:00:00Z", null],
    ["2026-09-12T05:59:00Z", null],
    ["2026-09-12T06:00:00Z", "halfway"],
    ["2026-09-16T05:59:00Z", "halfway"],
    ["2026-09-16T06:00:00Z", "eve"],
    ["2026-09-17T21:59:00Z", "eve"],
    ["2026-09-17T22:00:00Z", null],
  ])("%s: %s", (now, due) => {
    expect(reminderDue({ createdAt, answerBy }, new Date(now))).toBe(due);
  });

  it("none on the day of the offer, when there is only one day to answer", () => {
    const short = { createdAt, answerBy: offerDeadline(asDay("2026-09-07"), 1).answerBy };
    expect(reminderDue(short, new Date("2026-09-08T20:00:00Z"))).toBeNull();
  });
});

describe("the age", () => {
  const babies = { minAgeMonths: 2, maxAgeMonths: 15 };
  it.each([
    [{ birthDay: asDay("2026-01-10"), expectedOn: null }, "2026-03-09", 1, false],
    [{ birthDay: asDay("2026-01-10"), expectedOn: null }, "2026-03-10", 2, true],
    [{ birthDay: null, expectedOn: asDay("2026-01-10") }, "2027-05-09", 15, true],
    [{ birthDay: null, expectedOn: asDay("2026-01-10") }, "2027-05-10", 16, false],
    [{ birthDay: null, expectedOn: null }, "2026-03-10", null, false],
  ])("%j on %s is %s months", (child, on, months, fits) => {
    expect(ageInMonths(child, asDay(on))).toBe(months);
    expect(ageFits(babies, child, asDay(on))).toBe(fits);
  });
});

describe("two places for one child", () => {
  const at = (start: number, end: number): WeeklyPattern => ({
    cycleWeeks: 1,
    slots: [{ week: 0, weekday: 1, start, end }],
  });
  const everyOther = (week: number): WeeklyPattern => ({
    cycleWeeks: 2,
    slots: [{ week, weekday: 1, start: 480, end: 1080 }],
  });
  const held = (
    pattern: WeeklyPattern = week(8, 18),
    startOn = "2026-09-01",
    endOn: string | null = null,
  ) => ({
    pattern,
    startOn: asDay(startOn),
    endOn: endOn === null ? null : asDay(endOn),
  });
  it.each([
    ["the same hours", held(), held(), true],
    ["an hour in common", held(), held(week(17, 19, [5])), true],
    ["one after the other", held(week(7, 8)), held(), false],
    ["a night that ends in the morning", held(week(22, 33, [7])), held(week(8, 9, [1])), true],
    [
      "one year after the other",
      held(week(8, 18), "2026-09-01", "2027-08-31"),
      held(week(8, 18), "2027-09-01"),
      false,
    ],
    ["an end and a start in the same quarter hour", held(at(480, 730)), held(at(730, 1080)), false],
    [
      "the last night of one, and the next morning of the other",
      held(week(22, 32, [1]), "2026-09-01", "2026-09-07"),
      held(week(7, 9, [2]), "2026-09-08"),
      true,
    ],
    ["weeks A and weeks B", held(everyOther(0)), held(everyOther(1)), false],
    [
      "two cycles that meet once in six weeks",
      held(everyOther(0)),
      held({ ...everyOther(1), cycleWeeks: 3 }),
      true,
    ],
    [
      "the one week that a rota changes",
      held(week(8, 12, [1])),
      held({
        ...week(14, 18, [1]),
        rota: [{ monday: asDay("2027-03-01"), slots: [{ weekday: 1, start: 600, end: 660 }] }],
      }),
      true,
    ],
  ])("%s", (_name, one, other, same) => {
    expect(samePlace(one, other)).toBe(same);
    expect(samePlace(other, one)).toBe(same);
  });
});
