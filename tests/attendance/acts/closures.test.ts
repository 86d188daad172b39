import { expect, it } from "vitest";
import { addClosure } from "#app/attendance/acts/add-closure.server.ts";
import { readClosures } from "#app/attendance/acts/read-closures.server.ts";
import { removeClosure } from "#app/attendance/acts/remove-closure.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { aPattern, createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild, staysOfContract } from "../town.ts";

const wednesday = addDays(monday, 2);
const thursday = addDays(monday, 3);
const closure = { fromDay: wednesday, toDay: thursday, label: "Journées pédagogiques" };

async function aNursery() {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db);
  const lina = await placeChild(db, { facility });
  const tom = await placeChild(db, { facility, firstName: "Tom", pattern: aPattern({ weekdays: [3] }) });
  const now = at(monday, 7);
  const visit = await visitAs(db, "facility_manager", "facility:manage", { facilityId: facility.id, now });
  return { db, facility, visit, lina, tom };
}

const days = async (db: Parameters<typeof staysOfContract>[0], contractId: string) =>
  (await staysOfContract(db, contractId)).map(({ day }) => day);

it("a closure says beforehand what it cancels, then empties the day lists and tells each family once", async () => {
  const { db, facility, visit, lina, tom } = await aNursery();
  const search = new URLSearchParams(closure);
  const { preview, typed } = await readClosures(visit, facility.id, search);
  expect(typed?.errors).toEqual({});
  expect(preview).toEqual({ closure, stays: 3, households: 2, writtenTo: 2, toCall: 0 });
  expect(await days(db, lina.contractId)).toContain(wednesday);

  expect(await addClosure(visit, facility.id, closure)).toMatchObject({ ok: true, stays: 3, households: 2 });
  expect(await days(db, lina.contractId)).not.toContain(wednesday);
  expect(await days(db, tom.contractId)).not.toContain(wednesday);
  expect(await days(db, lina.contractId)).toContain(addDays(monday, 4));
  const letters = await db.message.findMany({ where: { id: { startsWith: "closure-added:" } } });
  expect(letters).toHaveLength(2);
  expect(letters.every(({ text }) => text.includes("Journées pédagogiques"))).toBe(true);
  expect(letters.filter(({ text }) => text.includes("Tom"))).toHaveLength(1);
});

it("days opened again are planned again, and families are told", async () => {
  const { db, facility, visit, lina } = await aNursery();
  await addClosure(visit, facility.id, closure);
  const [known] = (await readClosures(visit, facility.id, new URLSearchParams())).closures;
  expect(known).toMatchObject({ ...closure, mayBeRemoved: true });
  expect(await removeClosure(visit, facility.id, known!.id)).toMatchObject({ ok: true, stays: 3 });
  expect(await days(db, lina.contractId)).toContain(wednesday);
  expect(await db.message.count({ where: { id: { startsWith: "closure-removed:" } } })).toBe(2);
  expect(await removeClosure(visit, facility.id, known!.id)).toMatchObject({ ok: false });
});

it("a closure in the past, twice over the same days, or without a reason is refused, and what was typed stays", async () => {
  const { facility, visit } = await aNursery();
  const yesterday = addDays(monday, -1);
  expect(await addClosure(visit, facility.id, { ...closure, fromDay: yesterday })).toEqual({
    ok: false,
    errors: { fromDay: "attendance:closures.error.past" },
  });
  await addClosure(visit, facility.id, closure);
  expect(await addClosure(visit, facility.id, { ...closure, toDay: addDays(thursday, 5) })).toEqual({
    ok: false,
    errors: { fromDay: "attendance:closures.error.overlap" },
  });
  const unsaid = { fromDay: "2026-13-01", toDay: thursday, label: "" };
  const { typed, preview } = await readClosures(visit, facility.id, new URLSearchParams(unsaid));
  expect(preview).toBeNull();
  expect(typed).toEqual({
    values: unsaid,
    errors: { fromDay: "facilities:settings.error.day", label: "attendance:closures.error.label" },
  });
});

it("nobody closes another's facility", async () => {
  const { db, visit } = await aNursery();
  const other = await createFacility(db);
  await expect(addClosure(visit, other.id, closure)).rejects.toMatchObject({ status: 404 });
  await expect(removeClosure(visit, other.id, "any")).rejects.toMatchObject({ status: 404 });
});
