import { describe, expect, it } from "vitest";
import { noScope } from "#app/access/rules/permissions.ts";
import type { Visit } from "#app/access/visit.server.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { importFacilities } from "#app/facilities/acts/import-facilities.server.ts";
import { readDirectory } from "#app/facilities/acts/read-directory.server.ts";
import { translator } from "#app/i18n/resources.server.ts";
import { importZones } from "#app/territory/acts/import-zones.server.ts";
import { useTestDatabase } from "../../support/database.ts";
import { fixture, importing } from "../../support/imports.ts";

async function someone(): Promise<Visit> {
  const { db } = await useTestDatabase();
  await importZones(importing(db), fixture("zones.csv"));
  await importFacilities(importing(db), fixture("facilities.csv"));
  const now = new Date("2026-11-23T09:00:00Z");
  return {
    db,
    now,
    today: asDay("2026-11-23"),
    language: "fr",
    t: translator("fr"),
    actor: null,
    scope: noScope,
  };
}

describe("the directory of facilities", () => {
  it("shows anybody every facility by quarter, and the map of the town", async () => {
    const view = await readDirectory(await someone(), new URLSearchParams());
    expect(view.quarters.map(({ name, facilities }) => [name, facilities.length])).toEqual([
      ["Les Berges – Le Quai", 1],
      ["Les Hauts", 1],
      [null, 1],
    ]);
    expect(view).toMatchObject({ count: 3, places: { known: 59, unknown: 1 } });
    expect(view.zones.map(({ code, facilities }) => [code, facilities])).toEqual([
      ["TEST-01", 1],
      ["TEST-02", 1],
      ["TEST-03", 1],
    ]);
  });

  it("the kind filters list and map; the quarter filters the list alone", async () => {
    const view = await readDirectory(
      await someone(),
      new URLSearchParams("type=multiAccueil&quartier=Les+Hauts"),
    );
    expect(view.count).toBe(0);
    expect(view.zones.map(({ facilities }) => facilities)).toEqual([1, 1, 0]);
    expect(view.quarterNames).toEqual(["Les Berges – Le Quai", "Les Hauts"]);
  });
});
