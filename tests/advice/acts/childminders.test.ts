import { describe, expect, it } from "vitest";
import { readChildminderPage, readChildminders } from "#app/advice/acts/read-childminders.server.ts";
import { saveChildminder } from "#app/advice/acts/save-childminder.server.ts";
import { stopChildminder } from "#app/advice/acts/stop-childminder.server.ts";
import { newChildminderForm } from "#app/advice/rules/childminder-form.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { readDirectory } from "#app/facilities/acts/read-directory.server.ts";
import { listWishable } from "#app/requests/store/ask-town.server.ts";
import { importZones } from "#app/territory/acts/import-zones.server.ts";
import { createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { fixture, importing } from "#tests/support/imports.ts";

const offer = (typed: Partial<Record<string, string>> = {}) =>
  newChildminderForm.parse({
    intention: "save",
    nom: "Nadège Humbert",
    quartier: "Les Hauts",
    places: "2",
    heures: "lun-ven 5h30-8h30; ven 20h-7h+1",
    debut: "2026-09-14",
    ...typed,
  });

async function theRelais(): Promise<SignedVisit> {
  const { db } = await useTestDatabase();
  await importZones(importing(db), fixture("zones.csv"));
  return visitAs(db, "rpe_adviser", "childminder:manage");
}

const none = new URLSearchParams();

describe("the childminders of the relais", () => {
  it("are added with their hours, nights too, all of them free at first", async () => {
    const visit = await theRelais();
    expect(await saveChildminder(visit, null, offer())).toMatchObject({ ok: true });
    const { lines } = await readChildminders(visit, none);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ name: "Nadège Humbert", places: 2, children: 0 });
    expect(lines[0]!.freeMinutes).toBe(5 * 180 + 660);
    expect(lines[0]!.free.slots).toContainEqual({ week: 0, weekday: 5, start: 1200, end: 1860 });
  });

  it("have their quarter kept, and no address", async () => {
    const visit = await theRelais();
    await saveChildminder(visit, null, offer());
    expect(await visit.db.facility.findFirst({ where: { kind: "childminder" } })).toMatchObject({
      quarterName: "Les Hauts",
      address: null,
      zoneCode: null,
      organisationId: null,
    });
  });

  it("take four children at most, in a quarter of the town, under a name of their own", async () => {
    const visit = await theRelais();
    expect(await saveChildminder(visit, null, offer({ places: "5" }))).toEqual({
      ok: false,
      field: "places",
      error: "advice:childminders.error.licence",
    });
    expect(await saveChildminder(visit, null, offer({ quartier: "Ailleurs" }))).toMatchObject({
      field: "quartier",
    });
    await saveChildminder(visit, null, offer());
    expect(await saveChildminder(visit, null, offer())).toMatchObject({ field: "nom" });
  });

  it("say anew what they offer from a day on; until the day before, what they offered stands", async () => {
    const visit = await theRelais();
    const added = await saveChildminder(visit, null, offer());
    const { id } = added as { id: string };
    expect(await saveChildminder(visit, id, offer({ debut: "2026-09-01" }))).toMatchObject({
      field: "debut",
    });
    await saveChildminder(visit, id, offer({ places: "3", heures: "lun-ven 8h-18h", debut: "2026-11-02" }));
    const bands = await visit.db.capacityBand.findMany({
      orderBy: [{ validFrom: "asc" }, { weekday: "asc" }],
    });
    expect(bands.filter(({ validTo }) => validTo === "2026-11-01")).toHaveLength(6);
    expect(bands.filter(({ validFrom }) => validFrom === "2026-11-02").map(({ places }) => places)).toEqual([
      3, 3, 3, 3, 3,
    ]);
  });

  it("stop from a day on: nothing is free, and the public counts them no more", async () => {
    const visit = await theRelais();
    const { id } = (await saveChildminder(visit, null, offer())) as { id: string };
    const counted = async (today: string): Promise<number> =>
      (await readDirectory({ ...visit, today: asDay(today) }, none)).childminders;
    expect(await counted("2026-09-14")).toBe(1);
    expect(await stopChildminder(visit, id, asDay("2026-09-13"))).toMatchObject({ ok: false });
    expect(await stopChildminder(visit, id, asDay("2026-09-18"))).toEqual({ ok: true });
    const { line } = await readChildminderPage(visit, id);
    expect(line).toMatchObject({ freeMinutes: 0, state: { state: "available", stopsOn: "2026-09-18" } });
    expect(await counted("2026-09-19")).toBe(0);
  });

  it("are counted by quarter in public, never named, and nobody wishes for one", async () => {
    const visit = await theRelais();
    await saveChildminder(visit, null, offer());
    const view = await readDirectory(visit, none);
    expect(view.quarters).toEqual([{ name: "Les Hauts", facilities: [], childminders: 1 }]);
    expect(JSON.stringify(view)).not.toContain("Humbert");
    expect(await listWishable(visit.db, "nursery", null)).toEqual([]);
  });

  it("are not a page that a nursery can be changed through", async () => {
    const visit = await theRelais();
    const nursery = await createFacility(visit.db);
    await expect(saveChildminder(visit, nursery.id, offer())).rejects.toMatchObject({ status: 404 });
    await expect(stopChildminder(visit, nursery.id, asDay("2026-10-01"))).rejects.toMatchObject({
      status: 404,
    });
  });
});
