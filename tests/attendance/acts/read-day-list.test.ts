import { expect, it } from "vitest";
import { readDayList } from "#app/attendance/acts/read-day-list.server.ts";
import { confirmPresences } from "#app/attendance/acts/confirm-presences.server.ts";
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

it("lists a site of after-school care band by band, with the adults that its children need", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db, { kind: "afterSchool", opens: 450, closes: 510, weekdays: [1] });
  const { id: facilityId, sectionId } = facility;
  await db.openingHours.create({ data: { facilityId, weekday: 1, startMinute: 990, endMinute: 1110 } });
  const evening = { weekday: 1, startMinute: 990, endMinute: 1110, validFrom: "2020-01-01" };
  await db.staffBand.create({ data: { facilityId, staff: 1, ...evening } });
  const morningOnly = aPattern({ weekdays: [1], start: 450, end: 510 });
  const eveningOnly = aPattern({ weekdays: [1], start: 990, end: 1080 });
  for (let index = 0; index < 11; index++)
    await placeChild(db, { facility, pattern: eveningOnly, firstName: `Soir${index}` });
  await placeChild(db, { facility, pattern: morningOnly, firstName: "Matin" });
  const read = async (now: Date) => {
    const as = { facilityId, now };
    return (
      await readDayList(await visitAs(db, "facility_manager", "presence:read", as), facilityId, {
        day: monday,
      })
    ).sections.map(({ lines, band }) => [lines.length, band?.figures]);
  };

  const before = await read(at(monday, 7));
  expect(before).toMatchObject([
    [1, { phase: "before", expected: 1, needed: 1, staff: null, missing: 0 }],
    // Under six and without a PEDT: one adult for ten.
    [11, { expected: 11, under6: 11, needed: 2, staff: { count: 1, at: null }, missing: 1 }],
    [0, undefined],
  ]);
  await db.facilitySettings.create({ data: { facilityId, validFrom: monday, hasPedt: true } });
  expect((await read(at(monday, 7)))[1]).toMatchObject([11, { needed: 1, missing: 0 }]);

  await db.presence.updateMany({
    where: { plannedStart: at(monday, 7, 30) },
    data: { state: "arrived", arrivedAt: at(monday, 7, 35) },
  });
  const counted = { facilityId, sectionId, kind: "staffCount", outcome: "applied", staff: 0 };
  const when = { at: at(monday, 7, 40), receivedAt: at(monday, 7, 40) };
  await db.attendanceOperation.create({ data: { id: "adults", ...counted, ...when } });
  const [morning, later] = await read(at(monday, 8));
  expect(morning).toMatchObject([
    1,
    { phase: "now", present: 1, staff: { count: 0, at: at(monday, 7, 40) }, missing: 1 },
  ]);
  // What was counted in the morning says nothing of the evening.
  expect(later).toMatchObject([11, { staff: { count: 1, at: null } }]);

  const marking = await visitAs(db, "facility_manager", "presence:mark", { facilityId, now: at(monday, 20) });
  const band = (start: number, end: number) => ({ sectionId: `band-${start}-${end}`, day: monday });
  expect(await confirmPresences(marking, facilityId, band(450, 510))).toBe(0);
  expect(await confirmPresences(marking, facilityId, band(990, 1110))).toBe(11);
  expect((await read(at(monday, 20)))[1]).toMatchObject([11, { phase: "over", present: 11 }]);
});
