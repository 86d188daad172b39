import { describe, expect, it } from "vitest";
import { demandTables, monthToShow, occupancyTable, trendPoint } from "#app/observatory/rules/dashboard.ts";
import { aDemandFact, anOccupancyFact } from "../facts.ts";

describe("hours of the town", () => {
  it("rates are booked, and present, hours over licensed places × hours open", () => {
    const { total } = occupancyTable([anOccupancyFact()], 5);
    expect(total).toEqual({
      capacity: 1000,
      booked: 750,
      realised: 700,
      // 44,100 minutes of 60,000, and of 42,000.
      billed: 735,
      billedRate: 0.74,
      billingRate: 1.05,
      present: 700,
      bookedRate: 0.75,
      presentRate: 0.7,
      unmarkedShare: 0.02,
      bookedSplit: { ordinary: 667, atypical: 83 },
      presentSplit: { ordinary: 633, atypical: 67 },
      atypicalShare: 0.11,
    });
  });

  it("a kind with fewer than five children shows no hours at all, and neither does the next smallest", () => {
    const { total, kinds } = occupancyTable(
      [
        anOccupancyFact(),
        anOccupancyFact({ facilityKind: "afterSchool", children: 60, capacityMinutes: 50_000 }),
        anOccupancyFact({ facilityKind: "microNursery", children: 4, capacityMinutes: 6_000 }),
      ],
      5,
    );
    expect(kinds.map(({ kind, figures }) => [kind, figures !== null])).toEqual([
      ["multiAccueil", true],
      ["afterSchool", false],
      ["microNursery", false],
    ]);
    expect(total?.capacity).toBe(1933);
  });

  it("without licence or booking, a rate is unknown, never zero", () => {
    const { total } = occupancyTable([anOccupancyFact({ capacityMinutes: 0, bookedMinutes: 0 })], 5);
    expect(total).toMatchObject({ bookedRate: null, presentRate: null, unmarkedShare: null });
  });

  it("a split kept back stays back", () => {
    const { kinds } = occupancyTable([anOccupancyFact({ ordinaryBooked: 0, atypicalBooked: 0 })], 5);
    expect(kinds[0]?.figures).toMatchObject({ booked: 750, bookedSplit: null, atypicalShare: null });
  });

  it("a town with fewer than five children shows nothing", () => {
    expect(occupancyTable([anOccupancyFact({ children: 4 })], 5)).toEqual({
      total: null,
      kinds: [{ kind: "multiAccueil", figures: null }],
    });
  });
});

describe("requests of the town", () => {
  it("each population has its own mask: few places given do not hide how many wait", () => {
    const { received, served, open } = demandTables(
      [aDemandFact(), aDemandFact({ careKind: "afterSchool", served: 2 })],
      5,
    );
    expect(received.kinds.every(({ figures }) => figures === 50)).toBe(true);
    expect(served).toEqual({
      total: 32,
      kinds: [
        { kind: "afterSchool", figures: null },
        { kind: "nursery", figures: null },
      ],
    });
    expect(open.total).toEqual({ count: 920, asked: { ordinary: 20_000, atypical: 2_000 } });
  });

  it("requests that are late are hidden when they, or those that are not, are too few", () => {
    const few = demandTables([aDemandFact({ unserved: 3 })], 5);
    expect(few.late.total).toBeNull();
    expect(few.open.total?.count).toBe(403);
    expect(demandTables([aDemandFact({ waiting: 2 })], 5).late.total).toBeNull();
    expect(demandTables([aDemandFact()], 5).late.total).toBe(60);
  });

  it("a month whose count is too small is a gap in the curve", () => {
    const point = trendPoint({ month: "2026-10", occupancy: [], demand: [aDemandFact({ served: 4 })] }, 5);
    expect(point).toEqual({
      month: "2026-10",
      bookedRate: null,
      presentRate: null,
      received: 50,
      served: null,
      open: 460,
      late: 60,
    });
  });
});

it("the page opens on the last month that is over", () => {
  const months = ["2026-09", "2026-10", "2026-11"];
  expect(monthToShow(months, null, "2026-11")).toBe("2026-10");
  expect(monthToShow(months, "2026-09", "2026-11")).toBe("2026-09");
  expect(monthToShow(months, "1999-01", "2026-11")).toBe("2026-10");
  expect(monthToShow(["2026-11"], null, "2026-11")).toBe("2026-11");
  expect(monthToShow([], null, "2026-11")).toBeUndefined();
});
