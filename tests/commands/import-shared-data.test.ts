// The real files that the town gave, which stay outside the project: read where they are, passed over elsewhere.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { asDay } from "#app/calendar/rules/day.ts";
import { schoolTimeOn } from "#app/calendar/rules/school-year.ts";
import { importFacilities } from "#app/facilities/acts/import-facilities.server.ts";
import { countOutcomes } from "#app/platform/files/import-report.ts";
import { importSchoolCalendar } from "#app/territory/acts/import-school-calendar.server.ts";
import { importZones } from "#app/territory/acts/import-zones.server.ts";
import { readZones } from "#app/territory/acts/read-zones.server.ts";
import { findSchoolPeriods } from "#app/territory/store.server.ts";
import { useTestDatabase } from "../support/database.ts";
import { codesOf, importing } from "../support/imports.ts";

const folder = path.resolve(import.meta.dirname, "../../../shared/data");
const file = (name: string) => ({ name, bytes: readFileSync(path.join(folder, name)) });

describe.runIf(existsSync(folder))("the files of Metz (only where ../shared/data exists)", () => {
  it("49 zones come from the table, then their contours from GeoJSON, then nothing changes", async () => {
    const { db } = await useTestDatabase();
    const table = await importZones(importing(db), file("metz-iris.csv"));
    expect(countOutcomes(table)).toEqual({ added: 49, updated: 0, unchanged: 0, refused: 0 });
    const contours = await importZones(importing(db), file("metz-iris.geojson"));
    expect(countOutcomes(contours)).toEqual({ added: 0, updated: 49, unchanged: 0, refused: 0 });
    const again = await importZones(importing(db), file("metz-iris.geojson"));
    expect(countOutcomes(again)).toEqual({ added: 0, updated: 0, unchanged: 49, refused: 0 });
    const zones = await readZones(db);
    expect(new Set(zones.map(({ quarterName }) => quarterName)).size).toBe(12);
    for (const { longitude, latitude, contour } of zones) {
      expect(contour).not.toBeNull();
      expect(longitude! > 6 && longitude! < 6.3 && latitude! > 49 && latitude! < 49.2).toBe(true);
    }
  });

  it("six facilities and four associations, with what is not known said and not guessed", async () => {
    const { db } = await useTestDatabase();
    await importZones(importing(db), file("metz-iris.csv"));
    const report = await importFacilities(importing(db), file("metz-facilities.csv"));
    expect(report.kept).toBe(true);
    expect(await db.facility.count()).toBe(6);
    expect(codesOf(report).filter((code) => code === "operatorOnly")).toHaveLength(4);
    const named = async (name: string) =>
      db.facility.findUniqueOrThrow({ where: { name }, include: { openingHours: true } });
    const moonlight = await named("Au Clair de Lune");
    expect(moonlight).toMatchObject({ places: 9, homeBasedPlaces: 10 });
    expect(moonlight.openingHours).toHaveLength(5);
    expect(
      moonlight.openingHours.every(({ startMinute, endMinute }) => startMinute === 0 && endMinute === 1440),
    ).toBe(true);
    const barn = await named("La Grange-aux-Bois");
    expect(barn).toMatchObject({ places: null, quarterName: "Grange-aux-Bois – Technopôle" });
    expect(barn.openingHours[0]).toMatchObject({ startMinute: 360, endMinute: 1320 });
    const again = await importFacilities(importing(db), file("metz-facilities.csv"));
    expect(countOutcomes(again)).toEqual({ added: 0, updated: 0, unchanged: 10, refused: 0 });
  });

  it("the calendar of zone B tells terms from holidays, and what is not published yet from both", async () => {
    const { db } = await useTestDatabase();
    const report = await importSchoolCalendar(importing(db), file("school-calendar-zone-b.csv"));
    expect(countOutcomes(report).added).toBe(15);
    const periods = await findSchoolPeriods(db);
    const on = (day: string): string => schoolTimeOn(asDay(day), periods);
    expect(
      ["2026-05-14", "2026-05-15", "2026-05-16", "2026-07-04", "2026-08-31", "2026-09-01"].map(on),
    ).toEqual(["term", "holidays", "holidays", "holidays", "holidays", "term"]);
    expect(["2025-08-31", "2027-07-03", "2027-09-01"].map(on)).toEqual(["unknown", "holidays", "unknown"]);
  });
});
