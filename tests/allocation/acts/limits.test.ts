import { describe, expect, it } from "vitest";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { readPlaces } from "#app/allocation/acts/read-places.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { agentVisit, openSection, startOn, waitingFamily, week } from "../town.ts";

const asked = (careRequestId: string, sectionId: string) => ({
  careRequestId,
  sectionId,
  version: 1,
  startOn,
  endOn: null,
  hours: "asked" as const,
});

async function aCreche(db: PrismaClient, settings: { overCapacity?: boolean } | null, staff?: number) {
  const sectionId = await openSection(db);
  const { facilityId } = await db.section.findUniqueOrThrow({ where: { id: sectionId } });
  await db.capacityBand.updateMany({ where: { sectionId }, data: { places: 7 } });
  await db.section.update({ where: { id: sectionId }, data: { walking: false } });
  if (settings)
    await db.facilitySettings.create({ data: { facilityId, validFrom: "2020-01-01", ...settings } });
  if (staff !== undefined) {
    const hours = { startMinute: 360, endMinute: 1200, staff, validFrom: "2020-01-01" };
    await db.staffBand.createMany({
      data: [1, 2, 3, 4, 5].map((weekday) => ({ facilityId, weekday, ...hours })),
    });
  }
  return sectionId;
}

/** Offers a place to one family after the other. */
async function offerTo(db: PrismaClient, sectionId: string, count: number, hours = week(9, 17)) {
  const answers: Awaited<ReturnType<typeof makeOffer>>[] = [];
  for (let family = 0; family < count; family++) {
    const { careRequestId } = await waitingFamily(db, `famille${family}`, { pattern: hours });
    answers.push(await makeOffer(agentVisit(db), asked(careRequestId, sectionId)));
  }
  return answers.map((made) => (made.ok ? "offered" : made));
}

describe("beyond the licence", () => {
  it("nobody is offered a place in a facility that did not choose over-capacity", async () => {
    const { db } = await useTestDatabase();
    const answers = await offerTo(db, await aCreche(db, null), 8);
    expect(answers.slice(0, 7)).toEqual(Array(7).fill("offered"));
    expect(answers[7]).toMatchObject({ ok: false, error: "allocation:make.refusal.full" });
  });

  it("where it chose so, one child more than seven, as 115 % of seven is eight; the ninth is told the rule", async () => {
    const { db } = await useTestDatabase();
    const answers = await offerTo(db, await aCreche(db, { overCapacity: true }), 9);
    expect(answers.slice(0, 8)).toEqual(Array(8).fill("offered"));
    expect(answers[8]).toMatchObject({
      ok: false,
      error: "allocation:make.refusal.limits",
      breaches: [
        { rule: "overCapacity", limit: 8, wanted: 9, weekday: 1, start: 540, end: 1020 },
        ...[2, 3, 4, 5].map((weekday) => ({ rule: "overCapacity", weekday })),
      ],
    });
    expect(JSON.stringify(answers[8])).toContain("R2324-27");
  });

  it("never past the hours of the week, however empty each moment is", async () => {
    const { db } = await useTestDatabase();
    // Whole days for all: eight children hold more than seven places' hours.
    const answers = await offerTo(db, await aCreche(db, { overCapacity: true }), 8, week(7, 19));
    expect(answers[7]).toMatchObject({
      ok: false,
      error: "allocation:make.refusal.limits",
      breaches: [{ rule: "weeklyHours", weekday: null }],
    });
  });
});

describe("the staff", () => {
  it("limits what the licence would allow: one adult for five children who do not walk", async () => {
    const { db } = await useTestDatabase();
    const answers = await offerTo(db, await aCreche(db, null, 1), 2);
    expect(answers[0]).toMatchObject({
      error: "allocation:make.refusal.limits",
      breaches: expect.arrayContaining([
        expect.objectContaining({ rule: "minimumStaff", limit: 1, wanted: 2 }),
      ]) as unknown,
    });
    const other = await useTestDatabase();
    const enough = await offerTo(other.db, await aCreche(other.db, null, 2), 7);
    expect(enough).toEqual(Array(7).fill("offered"));
  });

  it("is said of a wished facility before anything is offered", async () => {
    const { db } = await useTestDatabase();
    const sectionId = await aCreche(db, null, 1);
    const { facilityId } = await db.section.findUniqueOrThrow({ where: { id: sectionId } });
    const { careRequestId } = await waitingFamily(db, "martin");
    await db.wish.deleteMany({ where: { careRequestId } });
    await db.wish.create({ data: { careRequestId, rank: 1, facilityId, coveredMinutes: 0 } });
    const page = await readPlaces(agentVisit(db), careRequestId, new URLSearchParams({ debut: startOn }));
    expect(page.places.wishes[0]!.look).toMatchObject({ ok: false, error: "allocation:make.refusal.limits" });
  });
});
