import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { careRequestStatuses, mayTransition } from "#app/requests/rules/lifecycle.ts";
import {
  askedAgainOn,
  isSilent,
  renewBefore,
  renewalAnswersOpen,
  renewalReminderDue,
  reopenBefore,
} from "#app/requests/rules/renewal.ts";

const settings = {
  everyMonths: 3,
  answerDays: 15,
  firstReminderDays: 7,
  secondReminderDays: 1,
  reopenDays: 30,
};
const someDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(asDay("2026-01-01"), days));

describe("the dates of a renewal", () => {
  it("are those of the settings", () => {
    expect(askedAgainOn(asDay("2026-11-30"), settings)).toBe("2027-02-28");
    expect(renewBefore(asDay("2026-11-24"), settings)).toBe("2026-12-09");
    expect(reopenBefore(asDay("2026-12-10"), settings)).toBe("2027-01-09");
  });

  it("two reminders: half-way, and the day before", () => {
    const asked = { askedOn: asDay("2026-11-24"), renewBy: asDay("2026-12-09") };
    const due = (day: string) => renewalReminderDue(asked, asDay(day), settings);
    expect(due("2026-12-01")).toBeNull();
    expect(due("2026-12-02")).toBe("first");
    expect(due("2026-12-07")).toBe("first");
    expect(due("2026-12-08")).toBe("second");
    expect(due("2026-12-09")).toBe("second");
    expect(due("2026-12-10")).toBeNull();
  });

  it("never on the day of the question, never once it is over, and never both silent and reminded", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 40 }), someDay, (askedOn, days, today) => {
        const renewBy = addDays(askedOn, days);
        const due = renewalReminderDue({ askedOn, renewBy }, today, settings);
        if (due === null) return;
        expect(today > askedOn && today <= renewBy).toBe(true);
        expect(isSilent({ renewBy }, today)).toBe(false);
      }),
    );
  });
});

describe("what may be answered", () => {
  const today = asDay("2026-12-10");
  it.each(careRequestStatuses)("%s: one answer at most", (status) => {
    const open = renewalAnswersOpen({ status, reopenBy: today }, "family", today);
    expect(Object.values(open).filter(Boolean).length).toBeLessThanOrEqual(1);
    expect(open.renew).toBe(mayTransition("renew", status, "family"));
    expect(open.reopen).toBe(status === "lapsed");
  });

  it("no longer to open again once the time is over", () => {
    const status = "lapsed" as const;
    expect(renewalAnswersOpen({ status, reopenBy: asDay("2026-12-09") }, "desk", today).reopen).toBe(false);
    expect(renewalAnswersOpen({ status, reopenBy: null }, "desk", today).reopen).toBe(false);
  });
});
