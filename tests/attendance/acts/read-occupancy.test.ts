import { expect, it } from "vitest";
import { readMonthlyOccupancy } from "#app/attendance/acts/read-occupancy.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { createFacility } from "#tests/support/builders.ts";
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
    ordinaryBooked: 11 * 600,
    atypicalBooked: 0,
    ordinaryPresent: 600,
    atypicalPresent: 30,
  });
  const underWay = await readMonthlyOccupancy(db, "2026-09", at(addDays(monday, 2), 9));
  expect(underWay[0]).toMatchObject({ unknownMinutes: 60, toComeMinutes: 9 * 600 - 60 });
  expect(await readMonthlyOccupancy(db, "2026-08")).toMatchObject([{ childrenCount: 0, bookedMinutes: 0 }]);
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

it("counts 72,000 stays of one month in less than two seconds of work", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db, { places: 1_000 });
  const { contractId } = await placeChild(db, { facility, endOn: monday });
  // 1,200 contracts of two stays a day over thirty days, each stay with minutes of its own.
  await db.$executeRaw`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1199)
    INSERT INTO "Contract" ("id", "childId", "facilityId", "sectionId", "pattern", "startOn", "createdAt")
    SELECT 'c-' || i, "childId", "facilityId", "sectionId", "pattern", "startOn", "createdAt"
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
  const began = process.cpuUsage();
  const [line] = await readMonthlyOccupancy(db, "2026-09");
  const { user, system } = process.cpuUsage(began);
  expect(line!.bookedMinutes).toBe(72_000 * 300 + 600);
  expect((user + system) / 1_000_000).toBeLessThan(2);
});
