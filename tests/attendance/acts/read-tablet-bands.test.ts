import { expect, it } from "vitest";
import { readTabletDay } from "#app/attendance/acts/read-tablet-day.server.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { aPattern, createFacility } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild } from "../town.ts";

async function dayAt(db: PrismaClient, facility: { id: string; sectionId: string }, now: Date) {
  const { id, sectionId } = facility;
  const [language, t] = ["fr" as const, translator("fr")];
  const visit = { db, now, today: dayOf(now), language, t, facilityId: id, deviceId: "door" };
  return readTabletDay(visit, { id, name: "Le Ponton", sectionIds: [sectionId] });
}
const door = (db: PrismaClient, facilityId: string) =>
  db.device.create({
    data: { id: "door", facilityId, name: "Porte", createdAt: at(monday, 6), createdBy: "manager" },
  });

it("tells the tablet of a site its bands, today's and tomorrow's, and no age of any child", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db, { kind: "afterSchool", opens: 450, closes: 510, weekdays: [1] });
  const { id: facilityId } = facility;
  for (const weekday of [1, 2])
    await db.openingHours.create({ data: { facilityId, weekday, startMinute: 990, endMinute: 1110 } });
  const evening = { weekday: 1, startMinute: 990, endMinute: 1110, validFrom: "2020-01-01" };
  await db.staffBand.create({ data: { facilityId, staff: 1, ...evening } });
  await db.facilitySettings.create({ data: { facilityId, validFrom: "2026-01-01", hasPedt: true } });
  await door(db, facilityId);
  const pattern = aPattern({ weekdays: [1, 2], start: 990, end: 1080 });
  for (let index = 0; index < 15; index++) await placeChild(db, { facility, pattern });

  const day = await dayAt(db, facility, at(monday, 7));
  expect(day.bands).toMatchObject([
    { id: "band-450-510", day: monday, since: null, planned: null, needed: 0, rule: { under6: false } },
    {
      ...{ id: "band-990-1110", day: monday, start: at(monday, 16, 30).getTime(), planned: 1, needed: 2 },
      since: at(monday, 8, 30).getTime(),
      // Under six, with a PEDT, up to five hours: one adult for fourteen.
      rule: { perAdult: 14, perUnlisted: 14, under6: true, hasPedt: true, overFiveHours: false },
    },
    { id: "band-990-1110", day: addDays(monday, 1), needed: 2, planned: null, since: null },
  ]);
  expect(day.bands![1]!.rule.article).toContain("R227-16");
  expect(JSON.stringify(day)).not.toMatch(/birth|202[0-5]-/i);
  const columns = Object.keys(day.stays[0]!).sort();
  expect(columns).toEqual(
    ["absenceCode", "arrivedAt", "day", "end", "firstName", "id", "lastName", "leftAt"].concat(
      ...["notes", "sectionId", "seen", "start", "state"],
    ),
  );
});

it("tells none on a day off, nor to the tablet of a nursery", async () => {
  const { db } = await useTestDatabase();
  const site = await createFacility(db, { kind: "afterSchool", opens: 450, closes: 510 });
  await door(db, site.id);
  const armistice = asDay("2026-11-11");
  const days = (await dayAt(db, site, at(armistice, 7))).bands!.map(({ day }) => day);
  expect(days).toEqual([addDays(armistice, 1)]);
  const nursery = await createFacility(db);
  expect((await dayAt(db, nursery, at(monday, 7))).bands).toEqual([]);
});
