import { describe, expect, it } from "vitest";
import { exact, minutesOf, ms, stay } from "./series.ts";

const sick = (day: string) => stay(day, 480, 1080, { state: "absent", absenceCode: "sick" });
const days = (...dates: number[]): string[] =>
  dates.map((date) => `2026-10-${String(date).padStart(2, "0")}`);

describe("sickness, from the fourth day on", () => {
  it("of five days of sickness, the last two are not billed", () => {
    expect(minutesOf(days(5, 6, 7, 8, 9).map(sick)).billed).toBe(3 * 600);
  });

  it("days are those of the calendar: sick on Friday, Monday is the fourth", () => {
    expect(minutesOf(days(9, 12).map(sick)).billed).toBe(600);
  });

  it("a day kept, or not marked, starts the count again", () => {
    const week = [...days(5, 6, 7).map(sick), stay("2026-10-08", 480, 1080), sick("2026-10-09")];
    expect(minutesOf(week).billed).toBe(5 * 600);
  });

  it("a sickness that began before the period counts from its first day", () => {
    const across = ["2026-09-29", "2026-09-30", "2026-10-01", "2026-10-02"].map(sick);
    expect(minutesOf(across)).toMatchObject({ absent: 2 * 600, billed: 600 });
  });

  it("each child has its own days", () => {
    const other = days(8, 9).map((day) => ({ ...sick(day), childId: "noe" }));
    expect(minutesOf([...days(5, 6).map(sick), ...other]).billed).toBe(4 * 600);
  });
});

describe("announced in time", () => {
  const absences = { sickFromDay: null, announcedBeforeCutOff: true };
  const announced = (markedAt: number) =>
    stay("2026-10-08", 480, 1080, { state: "absent", absenceCode: "family", markedAt });
  const billed = (markedAt: number, absenceCutOffDays: number, absenceCutOffMinute: number) =>
    minutesOf([announced(markedAt)], {
      rules: { ...exact, absences, cutOff: { absenceCutOffDays, absenceCutOffMinute } },
    }).billed;

  it("the day before at noon at the latest: told at noon it is not billed, a minute later it is", () => {
    expect(billed(ms("2026-10-07", 720), 1, 720)).toBe(0);
    expect(billed(ms("2026-10-07", 721), 1, 720)).toBe(600);
  });

  it("without a cut-off, until the stay begins", () => {
    expect(billed(ms("2026-10-08", 480), 0, 0)).toBe(0);
    expect(billed(ms("2026-10-08", 481), 0, 0)).toBe(600);
  });
});
