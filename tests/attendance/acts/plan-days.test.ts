import { expect, it } from "vitest";
import { planDays } from "#app/attendance/acts/plan-days.server.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { minutesBetween } from "#app/calendar/rules/instant.ts";
import { aPattern, createFacility } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild, staysOfContract } from "../town.ts";

it("an accepted place has its first two weeks planned at once, and planning again changes nothing", async () => {
  const { db } = await useTestDatabase();
  const { contractId } = await placeChild(db);
  const days = (await staysOfContract(db, contractId)).map(({ day }) => day);
  expect(days).toHaveLength(11);
  expect([days[0], days.at(-1)]).toEqual([monday, addDays(monday, 14)]);
  expect(await planDays({ db, now: at(monday, 7) })).toEqual({ created: 0, removed: 0 });
});

it("two jobs at once plan each stay once", async () => {
  const { db } = await useTestDatabase();
  const { contractId } = await placeChild(db);
  const later = { db, now: at(addDays(monday, 7), 1) };
  const counts = await Promise.all([planDays(later), planDays(later), planDays(later)]);
  expect(counts.reduce((sum, { created }) => sum + created, 0)).toBe(5);
  expect(await staysOfContract(db, contractId)).toHaveLength(16);
});

it("nobody is expected on public holidays, Moselle's own among them, nor when the facility is closed", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db);
  const closed = { facilityId: facility.id, fromDay: "2026-12-28", toDay: "2026-12-30", label: "Noël" };
  await db.closure.create({ data: closed });
  const signedAt = at(asDay("2026-12-21"), 8);
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
  const { contractId } = await placeChild(db, {
    facility,
    pattern: aPattern({ weekdays: [...weekdays] }),
    startOn: asDay("2026-12-21"),
    endOn: asDay("2027-01-02"),
    signedAt,
  });
  const days = (await staysOfContract(db, contractId)).map(({ day }) => day);
  for (const off of ["2026-12-25", "2026-12-26", "2026-12-28", "2026-12-30", "2027-01-01"]) {
    expect(days).not.toContain(off);
  }
  expect(days).toContain("2026-12-31");
  expect(days.at(-1)).toBe("2027-01-02");
});

it("an after-school site takes nobody during the school holidays; a nursery does", async () => {
  const { db } = await useTestDatabase();
  const period = { confidence: "sourced", source: "essai" };
  await db.schoolPeriod.create({
    data: { kind: "term", fromDay: "2026-09-01", label: "Rentrée", ...period },
  });
  await db.schoolPeriod.create({
    data: { kind: "holiday", fromDay: "2026-09-19", toDay: "2026-09-28", label: "Essai", ...period },
  });
  const site = await createFacility(db, { kind: "afterSchool" });
  const evening = aPattern({ start: 990, end: 1110 });
  const school = await placeChild(db, { facility: site, pattern: evening });
  const nursery = await placeChild(db);
  expect((await staysOfContract(db, school.contractId)).map(({ day }) => day)).toEqual([
    "2026-09-14",
    "2026-09-15",
    "2026-09-16",
    "2026-09-17",
    "2026-09-18",
    "2026-09-28",
  ]);
  expect(await staysOfContract(db, nursery.contractId)).toHaveLength(11);
});

it("a closure decided later takes its planned stays away, but keeps what somebody has marked", async () => {
  const { db } = await useTestDatabase();
  const { contractId, facilityId } = await placeChild(db);
  const [, tuesday, wednesday] = await staysOfContract(db, contractId);
  await db.presence.update({ where: { id: wednesday!.id }, data: { state: "absent" } });
  const closed = { facilityId, fromDay: tuesday!.day, toDay: wednesday!.day, label: "Travaux" };
  await db.closure.create({ data: closed });
  expect(await planDays({ db, now: at(monday, 12) })).toEqual({ created: 0, removed: 1 });
  const left = (await staysOfContract(db, contractId)).map(({ day }) => day);
  expect(left).not.toContain(tuesday!.day);
  expect(left).toContain(wednesday!.day);
});

it("the night when the clocks go back is one stay of nine hours, on the day it begins", async () => {
  const { db } = await useTestDatabase();
  const saturday = asDay("2026-10-24");
  const { contractId } = await placeChild(db, {
    pattern: aPattern({ weekdays: [6], start: 1320, end: 1800 }),
    startOn: saturday,
    endOn: saturday,
    signedAt: at(saturday, 8),
  });
  const stays = await staysOfContract(db, contractId);
  expect(stays.map(({ day }) => day)).toEqual([saturday]);
  expect(minutesBetween(stays[0]!.plannedStart, stays[0]!.plannedEnd)).toBe(9 * 60);
});

it("days that the job missed are planned when it runs again, once, and stay to be marked", async () => {
  const { db } = await useTestDatabase();
  const { contractId } = await placeChild(db);
  const begun = await placeChild(db, { startOn: asDay("2026-10-06"), firstName: "Noé" });
  const back = asDay("2026-10-12");
  await planDays({ db, now: at(back, 6) });
  const days = (await staysOfContract(db, contractId)).map(({ day }) => day);
  expect(days).toHaveLength(31);
  expect(days).toContain("2026-10-05");
  expect((await staysOfContract(db, begun.contractId))[0]!.day).toBe("2026-10-06");
  expect(await planDays({ db, now: at(back, 7) })).toEqual({ created: 0, removed: 0 });
});
