// The last word is the database's: written past every act, the same hours of a child are refused.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDay, addDays, asDay } from "#app/calendar/rules/day.ts";
import { type HeldPeriod, staysOverlap } from "#app/calendar/rules/held-overlap.ts";
import { parseHours } from "#app/calendar/rules/hours-text.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { overlappingSlots } from "#app/calendar/rules/weekly-pattern.ts";
import { overlapInRota } from "#app/calendar/rules/rota-overlap.ts";
import { isHeldTwice } from "#app/attendance/rules/contract-refusal.ts";
import { insertContract, moveContract } from "#app/attendance/store/contracts.server.ts";
import { createCareRequest, createFacility } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const at = new Date("2026-12-01T08:00:00Z");

function period(text: string, startOn = "2026-12-07", endOn: string | null = null): HeldPeriod {
  const read = parseHours(text);
  if (!read.ok) throw new Error(`${read.problem.code}: ${text}`);
  return { pattern: read.pattern, startOn: asDay(startOn), endOn: endOn as CalendarDay | null };
}

async function aChild(db: PrismaClient) {
  const { id: facilityId, sectionId } = await createFacility(db);
  const { childId } = await createCareRequest(db);
  const sign = (held: HeldPeriod): Promise<string> =>
    db.$transaction((tx) =>
      insertContract(tx, {
        ...held,
        childId,
        facilityId,
        sectionId,
        offerId: null,
        careRequestId: null,
        createdAt: at,
      }),
    );
  return { childId, sign };
}

/** Why a write was refused; null when it was not. */
const refusalOf = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => (isHeldTwice(error) ? "held twice" : String(error)),
  );

describe("a second contract of the same child", () => {
  const cases: [string, HeldPeriod, HeldPeriod, boolean][] = [
    ["the same week", period("lun-ven 8h-18h"), period("mer 12h-14h"), true],
    ["other hours of the same day", period("lun 8h-12h"), period("lun 12h-18h"), false],
    ["weeks A and B", period("A lun 8h-18h"), period("B lun 8h-18h"), false],
    ["weeks A, and every week", period("A lun 8h-18h"), period("lun 17h-19h"), true],
    ["a night, and the next morning", period("mar 21h-7h+1"), period("mer 6h-12h"), true],
    ["a night that ends when the morning begins", period("mar 21h-7h+1"), period("mer 7h-12h"), false],
    ["Sunday night, and Monday", period("dim 22h-7h+1"), period("lun 6h-12h"), true],
    ["A's Sunday night, and B's Monday", period("A dim 22h-7h+1"), period("B lun 6h-12h"), true],
    [
      "days that follow each other",
      period("lun-ven 8h-18h", "2026-12-07", "2026-12-31"),
      period("lun-ven 8h-18h", "2027-01-01"),
      false,
    ],
    [
      "the same last day",
      period("lun-ven 8h-18h", "2026-12-07", "2027-01-01"),
      period("lun-ven 8h-18h", "2027-01-01"),
      true,
    ],
    [
      "the last night, and the first morning",
      period("jeu 22h-6h+1", "2026-12-07", "2026-12-31"),
      period("ven 5h-9h", "2027-01-01"),
      true,
    ],
    ["a given week, and a cycle", period("A lun 8h-9h; 2026-12-21: jeu 8h-18h"), period("jeu 10h-11h"), true],
    [
      "a given week, and a cycle that begins after it",
      period("A lun 8h-9h; 2026-12-21: jeu 8h-18h"),
      period("jeu 10h-11h", "2026-12-28"),
      false,
    ],
    [
      "a week that its rota leaves free",
      period("jeu 8h-18h; 2026-12-10: -".replace("2026-12-10", "2026-12-07")),
      period("jeu 8h-18h", "2026-12-07", "2026-12-13"),
      false,
    ],
    ["two of three weeks that repeat", period("1/3: lun 8h-18h"), period("2/3: lun 8h-18h"), false],
    ["a third week, and every other one: they meet", period("1/3: lun 8h-18h"), period("A lun 8h-18h"), true],
  ];
  it.each(cases)("%s", async (_, one, other, meet) => {
    const { db } = await useTestDatabase();
    const { sign } = await aChild(db);
    await sign(one);
    expect(staysOverlap(one, other)).toBe(meet);
    expect(await refusalOf(sign(other))).toBe(meet ? "held twice" : null);
    // Refused, nothing of it is left.
    expect(await db.contract.count()).toBe(meet ? 1 : 2);
  });

  it("written straight into the table of hours is refused too, and hours are never rewritten", async () => {
    const { db } = await useTestDatabase();
    const { childId, sign } = await aChild(db);
    const contractId = await sign(period("lun 8h-18h"));
    const [held] = await db.contractHours.findMany();
    const { id: _, ...same } = held!;
    const again = db.contractHours.create({ data: { ...same, startMinute: 600, endMinute: 660 } });
    expect(await refusalOf(again)).toBe("held twice");
    const rewritten = db.contractHours.updateMany({
      where: { contractId, childId },
      data: { endMinute: 60 },
    });
    await expect(rewritten).rejects.toThrow();
  });

  it("made longer over another is refused, and stays as it was", async () => {
    const { db } = await useTestDatabase();
    const { childId, sign } = await aChild(db);
    const first = period("lun 8h-18h", "2026-12-07", "2026-12-31");
    const id = await sign(first);
    await sign(period("lun 8h-18h", "2027-01-01"));
    const longer = db.$transaction((tx) =>
      moveContract(tx, { ...first, id, childId, version: 1 }, { endOn: asDay("2027-02-01") }),
    );
    expect(await refusalOf(longer)).toBe("held twice");
    expect(await db.contract.findUniqueOrThrow({ where: { id } })).toMatchObject({
      endOn: "2026-12-31",
      version: 1,
    });
    expect(await db.contractHours.count({ where: { contractId: id } })).toBe(1);
  });
});

const monday = asDay("2026-12-07");
const slot = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }))
  .map(([weekday, start, length]) => ({ weekday, start: start * 60, end: (start + length) * 60 }));
const anyPeriod: fc.Arbitrary<HeldPeriod> = fc
  .record({
    cycleWeeks: fc.integer({ min: 1, max: 3 }),
    slots: fc.array(fc.tuple(fc.nat(), slot), { minLength: 1, maxLength: 2 }),
    given: fc.option(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.array(slot, { maxLength: 1 }))),
    start: fc.integer({ min: 0, max: 30 }),
    length: fc.option(fc.integer({ min: 0, max: 60 })),
  })
  .map(({ cycleWeeks, slots, given, start, length }): HeldPeriod => {
    const startOn = addDays(monday, start);
    const pattern = {
      cycleWeeks,
      slots: slots.map(([week, each]) => ({ week: week % cycleWeeks, ...each })),
      ...(given && { rota: [{ monday: addDays(monday, 7 * given[0]), slots: given[1] }] }),
    } as WeeklyPattern;
    return { pattern, startOn, endOn: length === null ? null : addDays(startOn, length) };
  })
  .filter(({ pattern }) => !overlappingSlots(pattern) && !overlapInRota(pattern));

it(
  "the database refuses a second contract exactly when the real days of both share a minute",
  { timeout: 60_000 },
  async () => {
    const { db } = await useTestDatabase();
    const { childId, sign } = await aChild(db);
    await fc.assert(
      fc.asyncProperty(anyPeriod, anyPeriod, async (one, other) => {
        await db.contract.deleteMany({ where: { childId } });
        await sign(one);
        expect(await refusalOf(sign(other))).toBe(staysOverlap(one, other) ? "held twice" : null);
      }),
      { numRuns: 120 },
    );
  },
);
