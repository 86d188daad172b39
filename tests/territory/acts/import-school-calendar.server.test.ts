import { describe, expect, it } from "vitest";
import { importSchoolCalendar } from "#app/territory/acts/import-school-calendar.server.ts";
import { useTestDatabase } from "../../support/database.ts";
import { codesOf, fixture, importing, linesOf, outcomesOf } from "../../support/imports.ts";

describe("importing a school calendar", () => {
  it("keeps terms, holidays and bridges, with how sure they are; a second time changes nothing", async () => {
    const { db } = await useTestDatabase();
    const report = await importSchoolCalendar(importing(db), fixture("school-calendar.csv"));
    expect(outcomesOf(report)).toEqual(["added", "added", "added", "added"]);
    expect(codesOf(report)).toEqual(["returnUnknown"]);
    const rows = await db.schoolPeriod.findMany({ orderBy: { fromDay: "asc" } });
    expect(rows.map(({ kind, fromDay, toDay, confidence }) => [kind, fromDay, toDay, confidence])).toEqual([
      ["term", "2026-09-01", null, "sourced"],
      ["holiday", "2026-10-17", "2026-11-02", "to confirm"],
      ["bridge", "2027-05-07", "2027-05-08", "to confirm"],
      ["holiday", "2027-07-03", null, "to confirm"],
    ]);
    const again = await importSchoolCalendar(importing(db), fixture("school-calendar.csv"));
    expect(new Set(outcomesOf(again))).toEqual(new Set(["unchanged"]));
  });

  it("a corrected day replaces the one that was announced", async () => {
    const { db } = await useTestDatabase();
    await importSchoolCalendar(importing(db), fixture("school-calendar.csv"));
    const corrected = linesOf(
      "kind;from;to;label;confidence",
      "holiday;2026-10-16;2026-11-02;Toussaint;sourced",
    );
    expect(outcomesOf(await importSchoolCalendar(importing(db), corrected))).toEqual(["updated"]);
    const rows = await db.schoolPeriod.findMany({ where: { label: "Toussaint" } });
    expect(rows).toMatchObject([{ fromDay: "2026-10-16", confidence: "sourced" }]);
  });

  it("days that do not exist, ends before starts and unknown kinds are refused", async () => {
    const { db } = await useTestDatabase();
    const report = await importSchoolCalendar(
      importing(db),
      linesOf(
        "kind;from;to;label",
        "holiday;31/02/2027;;Hiver",
        "holiday;2027-03-01;2027-02-01;Hiver",
        "récré;2027-03-01;;Hiver",
        "holiday;;;Été",
      ),
    );
    expect(codesOf(report)).toEqual(["day", "endBeforeStart", "periodKind", "emptyCell"]);
    expect(await db.schoolPeriod.count()).toBe(0);
  });
});
