import { expect, it } from "vitest";
import { careBounds } from "#app/attendance/rules/care-bounds.ts";
import { asDay } from "#app/calendar/rules/day.ts";

const row = (id: string, startOn: string, endOn: string | null, agreementId = "agreement") => ({
  id,
  agreementId,
  startOn: asDay(startOn),
  endOn: endOn === null ? null : asDay(endOn),
});
const [from, to] = [asDay("2026-09-01"), asDay("2026-09-30")];
const told = (...rows: ReturnType<typeof row>[]) =>
  careBounds(rows, from, to).map(({ what, day }) => `${what} ${day}`);

it("tells the first and the last day of care", () => {
  expect(told(row("a", "2026-09-07", "2026-09-25"))).toEqual(["careStart 2026-09-07", "careEnd 2026-09-25"]);
});

it("an amendment or the end of an adaptation is no end: care goes on", () => {
  expect(told(row("a", "2026-09-07", "2026-09-13"), row("b", "2026-09-14", null))).toEqual([
    "careStart 2026-09-07",
  ]);
});

it("one agreement ending as another begins is an end and a start", () => {
  const rows = [row("a", "2026-08-03", "2026-09-13"), row("b", "2026-09-14", null, "other")];
  expect(told(...rows)).toEqual(["careEnd 2026-09-13", "careStart 2026-09-14"]);
});

it("a row that never began, and days outside the period, say nothing", () => {
  expect(told(row("a", "2026-09-07", "2026-09-06"), row("b", "2026-08-03", null, "other"))).toEqual([]);
});
