import { expect, it } from "vitest";
import { addStaff } from "#app/facilities/acts/add-staff.server.ts";
import { endStaff } from "#app/facilities/acts/end-staff.server.ts";
import { forgetSettings } from "#app/facilities/acts/forget-settings.server.ts";
import { readManaged } from "#app/facilities/acts/read-managed.server.ts";
import { stateLicence } from "#app/facilities/acts/state-licence.server.ts";
import { stateSettings } from "#app/facilities/acts/state-settings.server.ts";
import { type CalendarDay, addDays, asDay } from "#app/calendar/rules/day.ts";
import { usualSettings } from "#app/facilities/rules/settings.ts";
import { createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const today = asDay("2026-09-14");
const tomorrow = addDays(today, 1);

async function aManager() {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db);
  const visit = await visitAs(db, "facility_manager", "facility:manage", { facilityId: facility.id });
  return { db, facility, visit };
}

const rules = (validFrom: CalendarDay, overCapacity: boolean) => ({
  ...usualSettings,
  validFrom,
  overCapacity,
});

it("rules hold from a day on; those to come may be stated anew or given up, those in force never", async () => {
  const { facility, visit } = await aManager();
  expect(await stateSettings(visit, facility.id, rules(addDays(today, -1), true))).toMatchObject({
    error: "facilities:settings.error.past",
  });
  expect(await stateSettings(visit, facility.id, rules(today, true))).toEqual({ ok: true });
  expect(await stateSettings(visit, facility.id, rules(today, false))).toMatchObject({
    error: "facilities:settings.error.alreadyInForce",
  });
  expect(await stateSettings(visit, facility.id, rules(tomorrow, true))).toEqual({ ok: true });
  expect(await stateSettings(visit, facility.id, rules(tomorrow, false))).toEqual({ ok: true });
  const view = await readManaged(visit, facility.id);
  expect(view.inForce.overCapacity).toBe(true);
  expect(
    view.history.map(({ validFrom, standing, overCapacity }) => [validFrom, standing, overCapacity]),
  ).toEqual([
    [tomorrow, "toCome", false],
    [today, "inForce", true],
  ]);
  expect(await forgetSettings(visit, facility.id, today)).toBe(false);
  expect(await forgetSettings(visit, facility.id, tomorrow)).toBe(true);
  expect(await forgetSettings(visit, facility.id, tomorrow)).toBe(false);
});

it("a new licence ends the one in force the day before, and takes the place of one to come", async () => {
  const { facility, visit } = await aManager();
  const band = { weekday: 1, startMinute: 480, endMinute: 1080, places: 12 };
  const state = (validFrom: CalendarDay, places: number) =>
    stateLicence(visit, facility.id, facility.sectionId, { validFrom, bands: [{ ...band, places }] });
  expect(await state(addDays(today, 30), 20)).toEqual({ ok: true });
  expect(await state(addDays(today, 7), 12)).toEqual({ ok: true });
  const [section] = (await readManaged(visit, facility.id)).sections;
  expect(section!.versions.map(({ from, to, rows }) => [from, to, rows.map(({ places }) => places)])).toEqual(
    [
      ["2020-01-01", addDays(today, 6), [10, 10, 10, 10, 10]],
      [addDays(today, 7), null, [12]],
    ],
  );
  expect(await state(addDays(today, -1), 5)).toMatchObject({ field: "validFrom" });
});

it("staff is added and ended day by day; what never began is forgotten", async () => {
  const { facility, visit } = await aManager();
  const band = { sectionId: facility.sectionId, startMinute: 480, endMinute: 1080, staff: 2 };
  await addStaff(visit, facility.id, { ...band, weekdays: [1, 2], validFrom: today });
  await addStaff(visit, facility.id, { ...band, weekdays: [3], validFrom: addDays(today, 30) });
  const before = await readManaged(visit, facility.id);
  expect(before.staff.map(({ weekdays, staff }) => [weekdays, staff])).toEqual([
    [[1, 2], 2],
    [[3], 2],
  ]);
  for (const { ids } of before.staff) await endStaff(visit, facility.id, ids, addDays(today, 10));
  const after = await readManaged(visit, facility.id);
  expect(after.staff.map(({ weekdays, validTo }) => [weekdays, validTo])).toEqual([
    [[1, 2], addDays(today, 9)],
  ]);
  expect(await endStaff(visit, facility.id, before.staff[0]!.ids, addDays(today, -1))).toMatchObject({
    error: "facilities:settings.error.past",
  });
});

it("nobody sets the rules of another facility, nor the licence of another's section", async () => {
  const { db, facility: own, visit } = await aManager();
  const other = await createFacility(db);
  await expect(stateSettings(visit, other.id, rules(tomorrow, true))).rejects.toMatchObject({ status: 404 });
  await expect(
    stateLicence(visit, own.id, other.sectionId, { validFrom: tomorrow, bands: [] }),
  ).rejects.toMatchObject({ status: 404 });
  await expect(addStaff(visit, undefined, {} as never)).rejects.toMatchObject({ status: 404 });
});
