import { describe, expect, it } from "vitest";
import { applyMark, correctHours } from "#app/attendance/rules/apply-mark.ts";
import {
  type PresenceFacts,
  type PresenceState,
  isAlready,
  markLeadsTo,
  marks,
  marksAt,
  presenceStates,
  standingAt,
} from "#app/attendance/rules/presence.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";

const day = asDay("2026-11-24");
const at = (hour: number, minute = 0): Date => instantAt(day, hour * 60 + minute);

function stay(state: PresenceState = "planned", values: Partial<PresenceFacts> = {}) {
  const there = state === "arrived" || state === "left";
  return {
    day,
    plannedStart: at(8),
    plannedEnd: at(17),
    state,
    arrivedAt: there ? at(8, 5) : null,
    leftAt: state === "left" ? at(16, 50) : null,
    ...values,
  };
}
const night = { plannedStart: at(22), plannedEnd: at(30) };

describe("one touch", () => {
  it("marks an arrival at the minute it is", () => {
    const marked = applyMark(stay(), "arrive", new Date(at(8, 12).getTime() + 40_000));
    expect(marked).toEqual({
      ok: true,
      change: { state: "arrived", arrivedAt: at(8, 12), leftAt: null, absenceCode: null },
    });
  });

  it("marks afterwards an arrival at the planned time, as for a child of the night found asleep", () => {
    const marked = applyMark(stay("planned", night), "arriveAsPlanned", at(29));
    expect(marked).toMatchObject({ ok: true, change: { state: "arrived", arrivedAt: at(22) } });
    expect(applyMark(stay(), "arriveAsPlanned", at(7))).toMatchObject({ ok: false });
  });

  it("marks a departure and keeps the arrival", () => {
    const marked = applyMark(stay("arrived"), "leave", at(15, 40));
    expect(marked).toMatchObject({
      ok: true,
      change: { state: "left", arrivedAt: at(8, 5), leftAt: at(15, 40) },
    });
  });

  it("takes a child that was announced absent and comes after all", () => {
    expect(applyMark(stay("absent"), "arrive", at(9))).toMatchObject({
      ok: true,
      change: { state: "arrived", absenceCode: null },
    });
  });

  it("says afterwards that a child was there at the planned hours, and not before they are over", () => {
    expect(applyMark(stay(), "asPlanned", at(18))).toMatchObject({
      ok: true,
      change: { state: "left", arrivedAt: at(8), leftAt: at(17) },
    });
    expect(applyMark(stay(), "asPlanned", at(12))).toEqual({ ok: false, error: "attendance:error.notEnded" });
  });

  it("undoes step by step", () => {
    expect(applyMark(stay("left"), "undo", at(18))).toMatchObject({
      change: { state: "arrived", arrivedAt: at(8, 5), leftAt: null },
    });
    expect(applyMark(stay("arrived"), "undo", at(18))).toMatchObject({
      change: { state: "planned", arrivedAt: null },
    });
  });

  it("refuses hours that nobody would believe", () => {
    expect(applyMark(stay(), "arrive", at(3))).toEqual({ ok: false, error: "attendance:error.tooEarly" });
    expect(applyMark(stay(), "arrive", at(17))).toEqual({ ok: false, error: "attendance:error.tooLate" });
    expect(applyMark(stay("arrived"), "leave", at(22))).toEqual({
      ok: false,
      error: "attendance:error.tooLate",
    });
  });

  it("offers only touches that succeed, whatever the state and the hour", () => {
    for (const state of presenceStates) {
      for (let hour = 0; hour < 48; hour += 0.25) {
        const presence = stay(state);
        for (const mark of marksAt(presence, at(hour))) {
          if (mark === "correct") continue;
          expect([state, hour, mark, applyMark(presence, mark, at(hour)).ok]).toEqual([
            state,
            hour,
            mark,
            true,
          ]);
        }
      }
    }
  });

  it("finds a touch already made where it leads, and nowhere else", () => {
    for (const mark of marks) {
      if (mark === "correct") continue;
      for (const state of presenceStates) {
        const to = markLeadsTo(mark, state);
        if (!to) continue;
        const known = isAlready(mark, { state: to, absenceCode: null }, null);
        expect([mark, state, known]).toEqual([mark, state, mark === "undo" ? to === "planned" : true]);
      }
    }
    expect(isAlready("absent", { state: "absent", absenceCode: null }, "sick")).toBe(false);
    expect(isAlready("arrive", { state: "left", absenceCode: null }, null)).toBe(false);
  });
});

describe("hours typed afterwards", () => {
  it("are put on the day of the stay", () => {
    expect(correctHours(stay(), { arrived: 500, left: 990 }, at(18))).toMatchObject({
      ok: true,
      change: { state: "left", arrivedAt: at(8, 20), leftAt: at(16, 30) },
    });
  });

  it("put a night's departure on the right side of midnight", () => {
    const morning = correctHours(stay("planned", night), { arrived: 22 * 60, left: 6 * 60 }, at(32));
    expect(morning).toMatchObject({ change: { arrivedAt: at(22), leftAt: at(30) } });
    const early = correctHours(stay("planned", night), { arrived: 22 * 60, left: 23 * 60 }, at(32));
    expect(early).toMatchObject({ change: { leftAt: at(23) } });
    const late = correctHours(stay("planned", night), { arrived: 60, left: null }, at(26));
    expect(late).toMatchObject({ change: { state: "arrived", arrivedAt: at(25) } });
  });

  it("say what is wrong with them", () => {
    const typed = (arrived: number, left: number | null, now = at(23)) =>
      correctHours(stay(), { arrived, left }, now);
    expect(typed(3 * 60, null)).toEqual({ ok: false, error: "attendance:error.arrivalOutside" });
    expect(typed(9 * 60, 8 * 60)).toEqual({ ok: false, error: "attendance:error.departureOutside" });
    expect(typed(9 * 60, 22 * 60)).toEqual({ ok: false, error: "attendance:error.departureOutside" });
    expect(typed(9 * 60, 16 * 60, at(15))).toEqual({ ok: false, error: "attendance:error.future" });
  });
});

describe("what the list says of a stay", () => {
  it("says unknown, and never absent, of one that nobody marked", () => {
    expect(standingAt(stay(), at(7))).toBe("toCome");
    expect(standingAt(stay(), at(8, 1))).toBe("late");
    expect(standingAt(stay(), at(17))).toBe("unknown");
    expect(standingAt(stay("arrived"), at(16))).toBe("present");
    expect(standingAt(stay("arrived"), at(22))).toBe("notLeft");
  });
});
