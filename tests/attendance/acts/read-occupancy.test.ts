import { expect, it } from "vitest";
import { readMonthlyOccupancy, readOccupancy } from "#app/attendance/acts/read-occupancy.server.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { aPattern, createCareRequest, createFacility } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild, staysOfContract } from "../town.ts";

it("counts what was licensed, booked and used, without any key to a child", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db, { places: 10 });
  await db.closure.create({
    data: { facilityId: facility.id, fromDay: "2026-09-30", toDay: "2026-09-30", label: "Travaux" },
  });
  const { contractId } = await placeChild(db, { facility });
  const [first, second] = await staysOfContract(db, contractId);
  const came = { state: "left", arrivedAt: at(monday, 6, 30), leftAt: at(monday, 17) };
  await db.presence.update({ where: { id: first!.id }, data: came });
  await db.presence.update({ where: { id: second!.id }, data: { state: "absent" } });

  const [line] = await readMonthlyOccupancy(db, "2026-09");
  expect(line).toEqual({
    facilityKind: "multiAccueil",
    facilityId: facility.id,
    childrenCount: 1,
    atypicalChildrenCount: 0,
    atypicalPresentChildrenCount: 1,
    // 22 working days, one of them closed; 12 hours of 10 places.
    capacityMinutes: 21 * 12 * 60 * 10,
    capacityKnown: true,
    bookedMinutes: 11 * 600,
    presentMinutes: 630,
    extraMinutes: 90,
    absentMinutes: 60 + 600,
    unknownMinutes: 9 * 600,
    toComeMinutes: 0,
    realisedMinutes: 630,
    // The absence is due, and so are the stays that nobody marked.
    billedMinutes: 11 * 600 + 90,
    demandedMinutes: 0,
    allocatedMinutes: 0,
    ordinaryBooked: 11 * 600,
    atypicalBooked: 0,
    nightBooked: 0,
    ordinaryPresent: 600,
    atypicalPresent: 30,
    nightPresent: 0,
  });
  const underWay = await readMonthlyOccupancy(db, "2026-09", at(addDays(monday, 2), 9));
  // The day plan reaches the 28th: the contract speaks for the 29th.
  expect(underWay[0]).toMatchObject({ unknownMinutes: 60, toComeMinutes: 10 * 600 - 60 });
  expect(await readMonthlyOccupancy(db, "2026-08")).toMatchObject([{ childrenCount: 0, bookedMinutes: 0 }]);
});

it("tells what is asked, promised and booked apart: an hour is in one of them", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db);
  const pattern = aPattern({ weekdays: [1] });
  const asOf = at(monday, 9);
  const october = async () => (await readMonthlyOccupancy(db, "2026-10", asOf))[0]!;
  const request = await createCareRequest(db, { status: "waiting", pattern, startOn: "2026-10-12" });
  const wishes = { careRequestId: request.id, facilityId: facility.id, rank: 1, coveredMinutes: 600 };
  await db.wish.create({ data: wishes });
  // Mondays 12, 19 and 26 October, ten hours each.
  expect(await october()).toMatchObject({ demandedMinutes: 1800, allocatedMinutes: 0, bookedMinutes: 0 });
  await db.careRequest.update({ where: { id: request.id }, data: { status: "offered" } });
  const offer = {
    careRequestId: request.id,
    facilityId: facility.id,
    sectionId: facility.sectionId,
    pattern,
  };
  await db.offer.create({
    data: {
      ...offer,
      startOn: "2026-10-12",
      status: "open",
      answerBy: asOf,
      createdAt: asOf,
      tokenHash: "offre",
    },
  });
  expect(await october()).toMatchObject({ demandedMinutes: 0, allocatedMinutes: 1800, bookedMinutes: 0 });
  const signedAt = at(asDay("2026-10-04"), 9);
  // Signed from 5 October on: four Mondays, promised until then.
  await placeChild(db, { facility, pattern, startOn: asDay("2026-10-05"), signedAt });
  expect(await october()).toMatchObject({ allocatedMinutes: 1800 + 2400, bookedMinutes: 0 });
  const begun = await readMonthlyOccupancy(db, "2026-10", at(asDay("2026-10-06"), 9));
  expect(begun[0]).toMatchObject({ allocatedMinutes: 1800, bookedMinutes: 2400, toComeMinutes: 1800 });
});

it("bills by the facility's own rounding, and deducts a sickness from its fourth day, begun in the month before", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db);
  const { contractId } = await placeChild(db, {
    facility,
    startOn: asDay("2026-09-28"),
    signedAt: at(asDay("2026-09-27"), 9),
  });
  const settings = { facilityId: facility.id, validFrom: "2026-10-01", roundingMinutes: 30 };
  await db.facilitySettings.create({ data: settings });
  for (const stay of await staysOfContract(db, contractId)) {
    // Sick from Tuesday 29 September to Friday 2 October; then ten minutes more every day until the 9th.
    if (stay.day < "2026-09-29" || stay.day > "2026-10-09") continue;
    const leftAt = new Date(stay.plannedEnd.getTime() + 10 * 60_000);
    const data =
      stay.day <= "2026-10-02"
        ? { state: "absent", absenceCode: "sick" }
        : { state: "left", arrivedAt: stay.plannedStart, leftAt };
    await db.presence.update({ where: { id: stay.id }, data });
  }
  const [line] = await readOccupancy(db, asDay("2026-10-01"), asDay("2026-10-09"));
  // Thursday 1 is the third day of sickness, Friday 2 the fourth; five days of ten hours and a half-hour begun.
  expect(line).toMatchObject({
    bookedMinutes: 7 * 600,
    absentMinutes: 2 * 600,
    presentMinutes: 5 * 610,
    realisedMinutes: 5 * 630,
    billedMinutes: 600 + 5 * 630,
  });
});

it("says when no licence is on record: unknown is not zero", async () => {
  const { db } = await useTestDatabase();
  await db.facility.create({
    data: { id: "sans", name: "Sans agrément", kind: "multiAccueil", source: "essai" },
  });
  expect(await readMonthlyOccupancy(db, "2026-09")).toMatchObject([
    { capacityMinutes: 0, capacityKnown: false },
  ]);
});

it("counts 72,000 stays of one month, each to the minute", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db, { places: 1_000 });
  const { contractId } = await placeChild(db, { facility, endOn: monday });
  // 1,200 contracts of two stays a day over thirty days, each stay with minutes of its own.
  await db.$executeRaw`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1199)
    INSERT INTO "Contract" ("id", "childId", "facilityId", "sectionId", "pattern", "startOn", "agreementId", "createdAt")
    SELECT 'c-' || i, "childId", "facilityId", "sectionId", "pattern", "startOn", 'c-' || i, "createdAt"
    FROM n, "Contract" WHERE "id" = ${contractId}`;
  await db.$executeRaw`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1199),
      stay(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM stay WHERE k < 59),
      at(i, k, start) AS (SELECT i, k, strftime('%s', '2026-09-01') + (k / 2) * 86400 + (6 + (k % 2) * 6) * 3600 FROM n, stay)
    INSERT INTO "Presence" ("id", "contractId", "day", "plannedStart", "plannedEnd", "state", "arrivedAt", "leftAt")
    SELECT 'p-' || i || '-' || k, 'c-' || i, date(start, 'unixepoch'),
      strftime('%Y-%m-%dT%H:%M:%S.000+00:00', start, 'unixepoch'),
      strftime('%Y-%m-%dT%H:%M:%S.000+00:00', start + 18000, 'unixepoch'), 'left',
      strftime('%Y-%m-%dT%H:%M:%S.000+00:00', start + (i % 40) * 60, 'unixepoch'),
      strftime('%Y-%m-%dT%H:%M:%S.000+00:00', start + 16200 + (i % 30) * 60, 'unixepoch')
    FROM at`;
  const [line] = await readMonthlyOccupancy(db, "2026-09");
  expect(line!.bookedMinutes).toBe(72_000 * 300 + 600);
});
