import { expect, it } from "vitest";
import { readDayList } from "#app/attendance/acts/read-day-list.server.ts";
import { readFacilityToday } from "#app/attendance/acts/read-facility-today.server.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { aPattern, createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild } from "../town.ts";

it("shows names and hours, and nothing else of a child or its family", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db);
  await placeChild(db, { facility });
  const visit = await visitAs(db, "attendance_staff", "presence:read", {
    facilityId: facility.id,
    now: at(monday, 7),
  });
  const list = await readDayList(visit, facility.id, { day: monday });
  const [line] = list.sections[0]!.lines;
  expect(line).toMatchObject({ childName: "Lina Martin", standing: "toCome", night: null });
  expect(Object.keys(line!).sort()).toEqual([
    "absenceCode",
    "arrivedAt",
    "childName",
    "id",
    "lateBy",
    "leftAt",
    "leftEarlyBy",
    "marks",
    "night",
    "plannedEnd",
    "plannedStart",
    "standing",
    "unplanned",
    "version",
  ]);
  const log = await db.auditEntry.findMany({ where: { subjectKind: "presenceList" } });
  expect(log.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ["read", `${facility.id}/${monday}`],
  ]);
});

it("shows a child who stays the night on both days, with a mark", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db);
  await placeChild(db, { facility, pattern: aPattern({ weekdays: [1], start: 1320, end: 1800 }) });
  const visit = await visitAs(db, "facility_manager", "presence:read", {
    facilityId: facility.id,
    now: at(monday, 23),
  });
  const nights = async (day: string) =>
    (await readDayList(visit, facility.id, { day: asDay(day) })).sections[0]!.lines.map(({ night }) => night);
  expect(await nights(monday)).toEqual(["untilTomorrow"]);
  expect(await nights(addDays(monday, 1))).toEqual(["fromYesterday"]);
  expect(await nights(addDays(monday, 2))).toEqual([]);
});

it("is not found for another facility", async () => {
  const { db } = await useTestDatabase();
  const [own, other] = [await createFacility(db), await createFacility(db)];
  const visit = await visitAs(db, "facility_manager", "presence:read", { facilityId: own.id });
  const status = (id: string) =>
    readDayList(visit, id, { day: monday }).catch((thrown: Response) => thrown.status);
  expect(await status(other.id)).toBe(404);
  expect(await status("nulle-part")).toBe(404);
});

it("gives the coordination the numbers of the day, and no name", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db, { places: 3 });
  await placeChild(db, { facility });
  const visit = await visitAs(db, "coordinator", "facility:today", { now: at(monday, 9) });
  const page = await readFacilityToday(visit, facility.id);
  expect(page.counts.late).toBe(1);
  expect(page.sections).toEqual([
    { id: facility.sectionId, name: "Tous", licensed: 3, booked: 1, present: 0 },
  ]);
  expect(page.week.map(({ expected }) => expected)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  expect(page.seesNames).toBe(false);
  expect(JSON.stringify(page)).not.toContain("Lina");
  expect(await db.auditEntry.count()).toBe(0);
});
