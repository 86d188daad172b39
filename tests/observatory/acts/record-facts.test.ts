import { describe, expect, it } from "vitest";
import { readDashboard } from "#app/observatory/acts/read-dashboard.server.ts";
import { recordFacts } from "#app/observatory/acts/record-facts.server.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import type { Visit } from "#app/access/visit.server.ts";
import { useTestDatabase } from "../../support/database.ts";
import { aDemandFact, anOccupancyFact } from "../facts.ts";

const now = new Date("2026-11-23T03:30:00Z");
const visitOf = (db: Visit["db"]): Visit => ({ db, now, today: asDay("2026-11-23") }) as Visit;
const facts = { month: "2026-10", occupancy: [anOccupancyFact()], demand: [aDemandFact()] };

describe("recording a month", () => {
  it("twice leaves the same as once; the last figures stand", async () => {
    const { db } = await useTestDatabase();
    await recordFacts({ db, now }, { ...facts, occupancy: [anOccupancyFact({ children: 7 })] });
    await recordFacts({ db, now }, { ...facts, demand: [] });
    expect(await recordFacts({ db, now }, facts)).toEqual({ month: "2026-10", rows: 2 });
    expect(await db.occupancyFact.findMany({ select: { facilityKind: true, children: true } })).toEqual([
      { facilityKind: "multiAccueil", children: 100 },
    ]);
    expect(await db.demandFact.count()).toBe(1);
  });

  it("refuses whole whatever is not a figure or a kind, and keeps what was there", async () => {
    const { db } = await useTestDatabase();
    await recordFacts({ db, now }, facts);
    const withId = { ...anOccupancyFact(), facilityId: "creche-03" };
    const withName = anOccupancyFact({ facilityKind: "chez Camille Martin" });
    for (const occupancy of [[withId], [withName], [anOccupancyFact({ children: -1 })]])
      await expect(recordFacts({ db, now }, { ...facts, occupancy })).rejects.toThrow();
    await expect(recordFacts({ db, now }, { ...facts, month: "2026-13" })).rejects.toThrow();
    expect(await db.occupancyFact.count()).toBe(1);
  });

  it("leaves nothing half done", async () => {
    const { db } = await useTestDatabase();
    await recordFacts({ db, now }, facts);
    const twice = [aDemandFact(), aDemandFact()];
    await expect(recordFacts({ db, now }, { ...facts, demand: twice })).rejects.toThrow();
    expect(await db.demandFact.count()).toBe(1);
  });
});

describe("the dashboard", () => {
  it("says that nothing has been counted yet", async () => {
    const { db } = await useTestDatabase();
    expect(await readDashboard(visitOf(db), null)).toMatchObject({
      smallestCount: 5,
      months: [],
      shown: null,
    });
  });

  it("shows the month asked for, and the curve up to it", async () => {
    const { db } = await useTestDatabase();
    for (const month of ["2026-09", "2026-10", "2026-11"])
      await recordFacts({ db, now }, { ...facts, month });
    const closed = await readDashboard(visitOf(db), null);
    expect(closed.shown).toMatchObject({ month: "2026-10", underWay: false, recordedAt: now });
    expect(closed.shown?.trend.map(({ month }) => month)).toEqual(["2026-09", "2026-10"]);
    expect((await readDashboard(visitOf(db), "2026-11")).shown).toMatchObject({ underWay: true });
  });

  it("carries nothing of a masked row, and nothing that is not a figure", async () => {
    const { db } = await useTestDatabase();
    const small = anOccupancyFact({ facilityKind: "microNursery", children: 3, capacityMinutes: 777 * 60 });
    await recordFacts({ db, now }, { ...facts, occupancy: [anOccupancyFact(), small] });
    const { shown } = await readDashboard(visitOf(db), null);
    expect(shown?.occupancy.kinds.every(({ figures }) => figures === null)).toBe(true);
    expect(JSON.stringify(shown?.occupancy.kinds)).not.toMatch(/\d/);
  });
});
