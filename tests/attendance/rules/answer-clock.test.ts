import fc from "fast-check";
import { expect, it } from "vitest";
import { answerDeadline } from "#app/attendance/rules/answer-clock.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { instantAt, minuteOf } from "#app/calendar/rules/instant.ts";

const monday = asDay("2026-09-14");
const at = (day: number, hour: number, minute = 0): Date =>
  instantAt(addDays(monday, day), hour * 60 + minute);
const care = { answerMinutes: 120, quietFrom: 1260, quietTo: 420 };
const later = at(5, 8);

it.each([
  ["in the day", at(0, 14), at(0, 16)],
  ["up to the evening", at(0, 19), at(0, 21)],
  ["in the evening: the rest in the morning", at(0, 20, 30), at(1, 8, 30)],
  ["at night", at(0, 23), at(1, 9)],
  ["before dawn", at(1, 5), at(1, 9)],
])("asked %s", (_, askedAt, answerBy) => {
  expect(answerDeadline(askedAt, later, care)).toEqual(answerBy);
});

it("never runs past the hours asked about", () => {
  expect(answerDeadline(at(0, 23), at(1, 8), care)).toEqual(at(1, 8));
});

it("never ends in the quiet hours, and leaves two waking hours at least", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * 1440 }), (minute) => {
      const askedAt = instantAt(monday, minute);
      const answerBy = answerDeadline(askedAt, at(30, 0), care);
      const ended = minuteOf(new Date(answerBy.getTime() - 1));
      expect(ended >= 420 && ended < 1260).toBe(true);
      expect(answerBy.getTime() - askedAt.getTime()).toBeGreaterThanOrEqual(120 * 60_000);
    }),
  );
});
