import { describe, expect, it } from "vitest";
import type { FacilityOccupancy } from "#app/attendance/acts/read-occupancy.server.ts";
import { demandFacts, knownMonths, occupancyByKind, recordTownFacts } from "#app/commands/facts.ts";
import { createCareRequest, createFacility } from "../support/builders.ts";
import { useTestDatabase } from "../support/database.ts";

const now = new Date("2026-11-23T12:00:00Z");

function aFacility(values: Partial<FacilityOccupancy> = {}): FacilityOccupancy {
  return {
    facilityKind: "multiAccueil",
    facilityId: "creche-03",
    childrenCount: 30,
    atypicalChildrenCount: 6,
    atypicalPresentChildrenCount: 6,
    capacityMinutes: 1000,
    capacityKnown: true,
    bookedMinutes: 800,
    presentMinutes: 600,
    extraMinutes: 0,
    absentMinutes: 50,
    unknownMinutes: 100,
    toComeMinutes: 50,
    realisedMinutes: 600,
    billedMinutes: 700,
    demandedMinutes: 0,
    allocatedMinutes: 0,
    ordinaryBooked: 700,
    atypicalBooked: 100,
    nightBooked: 40,
    ordinaryPresent: 540,
    atypicalPresent: 60,
    nightPresent: 20,
    ...values,
  };
}

describe("from facilities to kinds", () => {
  it("facilities of a kind are added up, and their ids stay behind", () => {
    expect(occupancyByKind([aFacility(), aFacility({ facilityId: "creche-04" })], 5)).toEqual([
      {
        facilityKind: "multiAccueil",
        facilities: 2,
        children: 60,
        capacityMinutes: 2000,
        bookedMinutes: 1600,
        presentMinutes: 1200,
        unknownMinutes: 300,
        realisedMinutes: 1200,
        billedMinutes: 1400,
        ordinaryBooked: 1400,
        atypicalBooked: 200,
        ordinaryPresent: 1080,
        atypicalPresent: 120,
      },
    ]);
  });

  it("atypical hours of one to four children are not told apart, even to the observatory", () => {
    const [few] = occupancyByKind([aFacility({ atypicalChildrenCount: 4 })], 5);
    expect(few).toMatchObject({
      bookedMinutes: 800,
      ordinaryBooked: 0,
      atypicalBooked: 0,
      atypicalPresent: 0,
    });
    const [absent] = occupancyByKind([aFacility({ atypicalPresentChildrenCount: 1 })], 5);
    expect(absent).toMatchObject({ atypicalBooked: 0, ordinaryPresent: 0, atypicalPresent: 0 });
    const [none] = occupancyByKind([aFacility({ atypicalChildrenCount: 0, atypicalBooked: 0 })], 5);
    expect(none).toMatchObject({ ordinaryBooked: 700, atypicalBooked: 0 });
  });

  it("nor are those that one to four requests ask for", () => {
    const asked = {
      received: 9,
      served: 9,
      waiting: 9,
      unserved: 9,
      ordinaryMinutes: 900,
      atypicalMinutes: 90,
    };
    const facts = (atypicalRequests: number) =>
      demandFacts([{ careKind: "nursery", ...asked, atypicalRequests }], 5);
    expect(facts(5)).toEqual([{ careKind: "nursery", ...asked }]);
    expect(facts(4)).toEqual([{ careKind: "nursery", ...asked, ordinaryMinutes: 0, atypicalMinutes: 0 }]);
  });
});

it("months before the first stay on record are unknown, not empty", () => {
  const month = (name: string, bookedMinutes: number) => ({
    month: name,
    facilities: [aFacility({ bookedMinutes }), aFacility({ bookedMinutes: 0 })],
  });
  const of = (...booked: number[]) =>
    knownMonths(booked.map((minutes, index) => month(`2026-0${index + 1}`, minutes)));
  expect(of(0, 0, 800, 0, 900).map(({ month }) => month)).toEqual(["2026-03", "2026-04", "2026-05"]);
  expect(of(700, 800)).toHaveLength(2);
  expect(of(0, 0)).toHaveLength(2);
});

it("counting a town twice gives the same facts, for five months", async () => {
  const { db } = await useTestDatabase();
  await createFacility(db);
  await createCareRequest(db, { submittedAt: new Date("2026-10-05T10:00:00Z") });
  const report = await recordTownFacts({ db, now });
  expect(report).toEqual({ months: 5, rows: 15 });
  const facts = await db.occupancyFact.findMany();
  expect(facts.map(({ month }) => month)).toEqual(["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]);
  await recordTownFacts({ db, now });
  expect(await db.occupancyFact.findMany()).toEqual(facts);
  const [october] = await db.demandFact.findMany({ where: { month: "2026-10", careKind: "nursery" } });
  expect(october).toMatchObject({ received: 1, served: 0 });
});

it("a town of several thousand requests can be counted", async () => {
  const { db } = await useTestDatabase();
  const { householdId, childId } = await createCareRequest(db);
  const [first] = await db.careRequest.findMany({ omit: { id: true } });
  const many = Array.from({ length: 4000 }, (_, index) => ({
    ...first!,
    pattern: {},
    householdId,
    childId,
    reference: `R${index}`,
    trackingTokenHash: `T${index}`,
  }));
  for (let index = 0; index < many.length; index += 500)
    await db.careRequest.createMany({ data: many.slice(index, index + 500) });
  await expect(recordTownFacts({ db, now })).resolves.toMatchObject({ months: 5 });
});
