import { describe, expect, it } from "vitest";
import { importZones } from "#app/territory/acts/import-zones.server.ts";
import { readZones } from "#app/territory/acts/read-zones.server.ts";
import { useTestDatabase } from "../../support/database.ts";
import { codesOf, fixture, importing, linesOf, outcomesOf } from "../../support/imports.ts";

describe("importing zones", () => {
  it("from GeoJSON keeps their contours and computes their centres; a second time changes nothing", async () => {
    const { db } = await useTestDatabase();
    const report = await importZones(importing(db), fixture("zones.geojson"));
    expect(outcomesOf(report)).toEqual(["added", "added"]);
    const [mill, port] = await readZones(db);
    expect(mill).toMatchObject({
      code: "TEST-01",
      kind: "habitat",
      quarterName: "Les Berges – Le Quai",
      longitude: 6.11,
      latitude: 49.11,
      source: "Plan d'essai",
    });
    expect(port!.kind).toBe("activity");
    expect(port!.contour).toMatchObject({ type: "MultiPolygon" });
    expect(outcomesOf(await importZones(importing(db), fixture("zones.geojson")))).toEqual([
      "unchanged",
      "unchanged",
    ]);
  });

  it("from a table adds what is known, and never erases a contour or a centre it does not speak of", async () => {
    const { db } = await useTestDatabase();
    await importZones(importing(db), fixture("zones.geojson"));
    const report = await importZones(importing(db), fixture("zones.csv"));
    // The same facts from another source: the source alone is updated.
    expect(outcomesOf(report)).toEqual(["updated", "updated", "added"]);
    const [mill, port, hill] = await readZones(db);
    expect(mill!.contour).not.toBeNull();
    expect(port!.longitude).toBe(6.13);
    expect(hill).toMatchObject({ code: "TEST-03", kind: "habitat", contour: null, latitude: 49.13 });
  });

  it("keeps nothing when one line is refused, and says what is wrong with each", async () => {
    const { db } = await useTestDatabase();
    const report = await importZones(
      importing(db),
      linesOf(
        "code,name,quarter_code,quarter_name,kind,lon,lat",
        "Z1,Un,Q,Le Quart,H,6,49",
        ",Deux,Q,Le Quart,H,,",
        "Z3,Trois,Q,Le Quart,forêt,,",
        "Z4,Quatre,Q,Le Quart,H,6,",
        "Z1,Autre,Q,Le Quart,H,6,49",
        "Z1,Un,Q,Le Quart,H,6,49",
      ),
    );
    expect(outcomesOf(report)).toEqual(["added", "refused", "refused", "refused", "refused", "unchanged"]);
    expect(codesOf(report)).toEqual(["emptyCell", "zoneKind", "position", "contradictsLine", "sameAsLine"]);
    expect(report.kept).toBe(false);
    expect(await db.zone.count()).toBe(0);
  });

  it("a trial says the same and writes nothing", async () => {
    const { db } = await useTestDatabase();
    const report = await importZones(importing(db, { dryRun: true }), fixture("zones.csv"));
    expect(outcomesOf(report)).toEqual(["added", "added", "added"]);
    expect(report.kept).toBe(false);
    expect(await db.zone.count()).toBe(0);
  });

  it("a file that is something else is refused as a whole, with the columns it lacks", async () => {
    const { db } = await useTestDatabase();
    expect(codesOf(await importZones(importing(db), linesOf('{"type":"Topology"}')))).toEqual(["notGeoJson"]);
    expect(codesOf(await importZones(importing(db), linesOf("{nothing")))).toEqual(["notGeoJson"]);
    const report = await importZones(importing(db), linesOf("code;nom", "1;Un"));
    expect(report.problems).toEqual([
      { code: "missingColumn", values: { name: "quarter_code" } },
      { code: "missingColumn", values: { name: "quarter_name" } },
      { code: "columnsFound", values: { columns: "code, nom" } },
    ]);
  });

  it("a contour in metres is refused", async () => {
    const { db } = await useTestDatabase();
    const text = Buffer.from(fixture("zones.geojson").bytes).toString().replaceAll("6.1,", "931000,");
    const report = await importZones(importing(db), { name: "lambert.geojson", bytes: Buffer.from(text) });
    expect(codesOf(report)).toEqual(["contour.notDegrees"]);
  });
});
