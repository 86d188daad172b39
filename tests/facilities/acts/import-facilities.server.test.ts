import { describe, expect, it } from "vitest";
import { importFacilities } from "#app/facilities/acts/import-facilities.server.ts";
import { importZones } from "#app/territory/acts/import-zones.server.ts";
import { useTestDatabase } from "../../support/database.ts";
import { codesOf, fixture, importing, linesOf, outcomesOf } from "../../support/imports.ts";

const titles = "name;kind;operator;operator_kind;places;opens;closes;days;night";

describe("importing facilities", () => {
  it("keeps what is stated and leaves the rest unknown; a second time changes nothing", async () => {
    const { db } = await useTestDatabase();
    await importZones(importing(db), fixture("zones.csv"));
    const report = await importFacilities(importing(db), fixture("facilities.csv"));
    expect(outcomesOf(report)).toEqual(["added", "added", "added", "added"]);
    const rows = await db.facility.findMany({
      include: { organisation: true, openingHours: { orderBy: { weekday: "asc" } }, sections: true },
      orderBy: { name: "asc" },
    });
    const [hive, nightlight, courtyard] = rows;
    expect(hive).toMatchObject({
      name: "La Ruche",
      kind: "multiAccueil",
      places: 40,
      homeBasedPlaces: null,
      quarterName: "Les Berges – Le Quai",
      organisation: { name: "Ville d'essai", kind: "ville" },
      sections: [],
    });
    expect(hive!.openingHours).toHaveLength(5);
    expect(hive!.openingHours[0]).toMatchObject({ weekday: 1, startMinute: 435, endMinute: 1110 });
    expect(nightlight!.openingHours).toHaveLength(7);
    expect(nightlight!.openingHours[0]).toMatchObject({ startMinute: 1140, endMinute: 1860 });
    expect(courtyard).toMatchObject({ places: null, openingHours: [], source: "Annuaire d'essai; page 3" });
    expect(courtyard!.organisationId).toBe(nightlight!.organisationId);
    expect(await db.organisation.count()).toBe(3);
    const again = await importFacilities(importing(db), fixture("facilities.csv"));
    expect(new Set(outcomesOf(again))).toEqual(new Set(["unchanged"]));
  });

  it("says what is unknown, how a quarter was read, and that an association alone is no facility", async () => {
    const { db } = await useTestDatabase();
    await importZones(importing(db), fixture("zones.csv"));
    const { lines } = await importFacilities(importing(db), fixture("facilities.csv"));
    const codes = lines.map(({ notes }) => notes.map(({ code }) => code));
    expect(codes).toEqual([
      ["operatorAdded", "quarterReadAs", "capacityUnknown"],
      ["operatorAdded", "capacityUnknown"],
      ["separatorInText", "hoursUnknown", "placesUnknown", "capacityUnknown"],
      ["operatorOnly"],
    ]);
  });

  it("a later file fills in what was unknown, and erases nothing that it leaves empty", async () => {
    const { db } = await useTestDatabase();
    await importFacilities(importing(db), fixture("facilities.csv"));
    const report = await importFacilities(
      importing(db),
      linesOf(titles, "le préau;periscolaire;;;120;11:30;18:30;1,2,4,5;", "LA RUCHE;multi-accueil;;;;;;;"),
    );
    expect(outcomesOf(report)).toEqual(["updated", "updated"]);
    const [hive, courtyard] = await db.facility.findMany({
      where: { kind: { in: ["multiAccueil", "afterSchool"] } },
      include: { openingHours: true },
      orderBy: { kind: "desc" },
    });
    expect(hive).toMatchObject({ name: "LA RUCHE", places: 40, address: "2 quai des Saules" });
    expect(hive!.openingHours).toHaveLength(5);
    expect(courtyard).toMatchObject({ places: 120 });
    expect(courtyard!.organisationId).not.toBeNull();
    expect(courtyard!.openingHours.map(({ weekday }) => weekday).sort()).toEqual([1, 2, 4, 5]);
  });

  it("refuses what makes no sense, and keeps nothing then", async () => {
    const { db } = await useTestDatabase();
    const report = await importFacilities(
      importing(db),
      linesOf(
        titles,
        "Un;crèche;;;douze;;;;",
        "Deux;crèche;;;;18:00;07:00;1-5;non",
        "Trois;crèche;Inconnu & Cie;;;;;;",
        "Quatre;club;;;;;;;",
        "Cinq;crèche;;;;25:00;26:00;1-9;peut-être",
        "Six;crèche;A;caf;;;;;",
        "Sept;crèche;A;ville;;;;;",
      ),
    );
    expect(codesOf(report)).toEqual([
      "number",
      "closesBeforeOpens",
      "operatorKindMissing",
      "facilityKind",
      "time",
      "time",
      "days",
      "yesNo",
      "operatorAdded",
      "hoursUnknown",
      "placesUnknown",
      "capacityUnknown",
      "contradictsLine",
    ]);
    expect(await db.facility.count()).toBe(0);
    expect(await db.organisation.count()).toBe(0);
  });

  it("hours may be written as text, every week alike", async () => {
    const { db } = await useTestDatabase();
    const report = await importFacilities(
      importing(db),
      linesOf(
        "nom;type;horaires",
        'Un;crèche;"lun-ven 7h-19h; sam 8h-12h"',
        "Deux;crèche;A lun 7h-19h",
        "Trois;crèche;le matin",
      ),
    );
    expect(outcomesOf(report)).toEqual(["added", "refused", "refused"]);
    expect(codesOf(report)).toContain("hours.alternating");
  });
});
