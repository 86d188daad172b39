import { parseWithZod } from "@conform-to/zod/v4";
import { expect, it } from "vitest";
import { licenceForm, startingLines, typedLines } from "#app/facilities/rules/licence-form.ts";
import { settingsForm } from "#app/facilities/rules/settings-form.ts";
import { staffForm } from "#app/facilities/rules/staff-form.ts";
import { versionsOf } from "#app/facilities/rules/versions.ts";
import { asDay } from "#app/calendar/rules/day.ts";

function posted(...entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const usual: [string, string][] = [
  ["validFrom", "2026-12-01"],
  ["absenceCutOffDays", "1"],
  ["absenceCutOffTime", "10:00"],
  ["roundingMinutes", "30"],
  ["toleranceMinutes", "10"],
];

it("the cut-off is a day and a time; without a time, the end of that day, or the beginning of the stay", () => {
  const minuteOf = (days: string, time: string) => {
    const form = posted(...usual);
    form.set("absenceCutOffDays", days);
    form.set("absenceCutOffTime", time);
    const read = parseWithZod(form, { schema: settingsForm });
    return read.status === "success" ? read.value.absenceCutOffMinute : read.reply().error;
  };
  expect(minuteOf("1", "10:00")).toBe(600);
  expect(minuteOf("1", "")).toBe(1440);
  expect(minuteOf("0", "")).toBe(0);
  expect(minuteOf("0", "midi")).toEqual({ absenceCutOffTime: ["facilities:settings.error.cutOffTime"] });
});

it("a rounding that is not a known one, or a tolerance too long, is refused beside its field", () => {
  const form = posted(...usual);
  form.set("roundingMinutes", "7");
  form.set("toleranceMinutes", "45");
  expect(parseWithZod(form, { schema: settingsForm }).reply().error).toEqual({
    roundingMinutes: ["facilities:settings.error.rounding"],
    toleranceMinutes: ["facilities:settings.error.tolerance"],
  });
});

const staff: [string, string][] = [
  ["weekdays", "5"],
  ["start", "22:00"],
  ["end", "06:00"],
  ["staff", "2"],
  ["validFrom", "2026-12-01"],
];

it("a night of staff says that it ends the next day", () => {
  const wrong = parseWithZod(posted(...staff), { schema: staffForm });
  expect(wrong.reply().error).toEqual({ end: ["facilities:settings.error.order"] });
  const right = parseWithZod(posted(...staff, ["nextDay", "on"]), { schema: staffForm });
  expect(right.status === "success" && right.value).toMatchObject({
    weekdays: [5],
    startMinute: 1320,
    endMinute: 1800,
    sectionId: null,
  });
});

const line = (index: number, weekdays: string[], start: string, end: string, places: string) =>
  [
    ...weekdays.map((day): [string, string] => [`lines[${index}].weekdays`, day]),
    [`lines[${index}].start`, start],
    [`lines[${index}].end`, end],
    [`lines[${index}].places`, places],
  ] as [string, string][];

it("lines of a licence become bands; empty lines do not count; midnight ends a day", () => {
  const form = posted(
    ["validFrom", "2026-12-01"],
    ...line(0, ["1", "2"], "08:00", "00:00", "10"),
    ...line(1, [], "", "", ""),
  );
  const read = parseWithZod(form, { schema: licenceForm });
  expect(read.status === "success" && read.value.bands).toEqual([
    { weekday: 1, startMinute: 480, endMinute: 1440, places: 10 },
    { weekday: 2, startMinute: 480, endMinute: 1440, places: 10 },
  ]);
  expect(typedLines(form)).toHaveLength(2);
});

it("two lines that overlap, Sunday night included, are told apart by the second one", () => {
  const form = posted(
    ["validFrom", "2026-12-01"],
    ...line(0, ["1"], "05:00", "12:00", "10"),
    ...line(1, ["7"], "22:00", "06:00", "4"),
    ["lines[1].nextDay", "on"],
  );
  expect(parseWithZod(form, { schema: licenceForm }).reply().error).toEqual({
    "lines[1].start": ["facilities:settings.error.overlap"],
  });
  expect(parseWithZod(posted(["validFrom", "2026-12-01"]), { schema: licenceForm }).reply().error).toEqual({
    "lines[0].start": ["facilities:settings.error.noLine"],
  });
});

it("a licence shown as lines and posted back is the same licence", () => {
  const bands = [1, 2, 3].flatMap((weekday) => [
    { weekday, startMinute: 0, endMinute: 420, places: weekday === 3 ? 4 : 6 },
    { weekday, startMinute: 420, endMinute: 1440, places: 12 },
  ]);
  const form = posted(["validFrom", "2026-12-01"]);
  for (const [index, { weekdays, start, end, nextDay, places }] of startingLines(bands).entries()) {
    for (const [name, value] of line(index, weekdays, start, end, places)) form.append(name, value);
    if (nextDay) form.append(`lines[${index}].nextDay`, "on");
  }
  const read = parseWithZod(form, { schema: licenceForm });
  const key = ({ weekday, startMinute }: { weekday: number; startMinute: number }) =>
    weekday * 1440 + startMinute;
  expect(read.status === "success" && [...read.value.bands].sort((a, b) => key(a) - key(b))).toEqual(bands);
});

it("versions are told from day to day, without what has ended or days without any", () => {
  const row = (validFrom: string, validTo: string | null) => ({
    validFrom: asDay(validFrom),
    validTo: validTo === null ? null : asDay(validTo),
  });
  const rows = [row("2020-01-01", "2026-08-31"), row("2026-09-01", "2026-12-31"), row("2027-02-01", null)];
  expect(versionsOf(rows, asDay("2026-09-14")).map(({ from, to }) => [from, to])).toEqual([
    ["2026-09-01", "2026-12-31"],
    ["2027-02-01", null],
  ]);
});
