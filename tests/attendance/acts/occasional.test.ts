import { expect, it } from "vitest";
import { addClosure } from "#app/attendance/acts/add-closure.server.ts";
import { bookOccasional } from "#app/attendance/acts/book-occasional.server.ts";
import { cancelOccasional } from "#app/attendance/acts/cancel-occasional.server.ts";
import { endContract } from "#app/attendance/acts/end-contract.server.ts";
import { openOccasional } from "#app/attendance/acts/open-occasional.server.ts";
import { planDays } from "#app/attendance/acts/plan-days.server.ts";
import { readFamilyOccasional } from "#app/attendance/acts/read-family-occasional.server.ts";
import { readOccasionalDesk } from "#app/attendance/acts/read-occasional-desk.server.ts";
import { readOccupancy } from "#app/attendance/acts/read-occupancy.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { aPattern } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { type OccasionalFamily, occasionalFamily, openFacility, statuses } from "../occasional-town.ts";
import { at, monday, placeChild, staysOfContract } from "../town.ts";

const thursday = addDays(monday, 3);
const noon = at(monday, 12);
const morning = (contractId: string, orWait = false, day: CalendarDay = thursday) => ({
  contractId,
  day,
  start: 480,
  end: 720,
  orWait,
});

it("free hours are seen before they are asked, and one touch books them in every list", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  expect(await town.open(thursday)).toEqual({ ok: true, opened: 1 });
  const family = await occasionalFamily(db, town);
  const visit = await family.visit(noon);

  const [child] = (await readFamilyOccasional(visit)).children;
  expect(child!.days).toMatchObject([
    { day: thursday, runs: [{ start: 420, end: 1140 }], closesAt: at(addDays(thursday, -1), 20) },
  ]);
  expect(child!.days[0]!.oneTouch.map(({ part }) => part)).toEqual(["day", "morning", "afternoon"]);

  expect(await bookOccasional(visit, morning(family.contractId))).toMatchObject({ ok: true, again: false });
  expect(await bookOccasional(visit, morning(family.contractId))).toMatchObject({ ok: true, again: true });
  expect(await staysOfContract(db, family.contractId)).toMatchObject([
    { day: thursday, origin: "occasional", state: "planned", plannedStart: at(thursday, 8) },
  ]);
  const [after] = (await readFamilyOccasional(visit)).children;
  expect(after!.days[0]!.runs).toEqual([
    { start: 420, end: 480 },
    { start: 720, end: 1140 },
  ]);
  expect(after!.stays).toMatchObject([{ standing: "booked", mayCancel: true }]);

  // The nightly plan neither removes it nor writes it twice.
  await planDays({ db, now: at(addDays(monday, 1), 1) });
  await planDays({ db, now: at(addDays(monday, 2), 1) });
  expect(await staysOfContract(db, family.contractId)).toHaveLength(1);
  const desk = await readOccasionalDesk(await town.manager(noon), town.facilityId);
  expect(desk.sections[0]!.days[0]).toMatchObject({ day: thursday, booked: [{ childName: "Lina Martin" }] });
});

it("hours booked count as booked in the figures", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  await town.open(thursday);
  const family = await occasionalFamily(db, town);
  await bookOccasional(await family.visit(noon), morning(family.contractId));
  const [figures] = await readOccupancy(db, monday, addDays(monday, 6), {
    asOf: noon,
    facilityId: town.facilityId,
  });
  expect(figures!.bookedMinutes).toBe(240);
});

it("of twenty families that want the last hours at once, one has them and the others may wait", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  await town.open(thursday);
  const families: OccasionalFamily[] = [];
  for (let index = 0; index < 20; index++) families.push(await occasionalFamily(db, town));
  const visits = await Promise.all(families.map(({ visit }) => visit(noon)));
  const answers = await Promise.all(
    families.map(({ contractId }, index) => bookOccasional(visits[index]!, morning(contractId))),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers.filter(({ ok }) => !ok))
    expect(answer).toEqual({ ok: false, error: "attendance:occasional.error.full" });
  expect(await db.presence.count()).toBe(1);

  const lost = answers.findIndex(({ ok }) => !ok);
  expect(await bookOccasional(visits[lost]!, morning(families[lost]!.contractId, true))).toEqual({
    ok: true,
    status: "waiting",
    again: false,
  });
  expect(await statuses(db)).toEqual(["booked", "waiting"]);
});

it("a child has the same hours once: elsewhere by contract, they are refused in words", async () => {
  const { db } = await useTestDatabase();
  const [town, elsewhere] = [await openFacility(db, 5), await openFacility(db, 5)];
  await town.open(thursday);
  const family = await occasionalFamily(db, town);
  const twin = { ...elsewhere, id: elsewhere.facilityId };
  await db.contract.create({
    data: {
      childId: family.childId,
      facilityId: twin.id,
      sectionId: twin.sectionId,
      pattern: aPattern({ weekdays: [4] }),
      startOn: monday,
      createdAt: noon,
      hours: {
        create: {
          childId: family.childId,
          firstDay: Date.parse(thursday) / 86_400_000,
          lastDay: 99_999,
          step: 7,
          startMinute: 660,
          endMinute: 720,
        },
      },
    },
  });
  expect(await bookOccasional(await family.visit(noon), morning(family.contractId))).toEqual({
    ok: false,
    error: "attendance:occasional.error.heldTwice",
  });
  expect(await db.occasionalStay.count()).toBe(0);
});

it("a family books and takes back while the window is open; the facility at any time before the hours", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  await town.open(thursday);
  const family = await occasionalFamily(db, town);
  const stranger = await occasionalFamily(db, await openFacility(db));
  const wednesday = addDays(thursday, -1);
  await expect(bookOccasional(await stranger.visit(noon), morning(family.contractId))).rejects.toMatchObject({
    status: 404,
  });
  expect(
    await bookOccasional(await family.visit(noon), morning(family.contractId, false, wednesday)),
  ).toEqual({
    ok: false,
    error: "attendance:occasional.error.closed",
  });
  await bookOccasional(await family.visit(noon), morning(family.contractId));
  const { id } = await db.occasionalStay.findFirstOrThrow();
  const evening = at(wednesday, 20, 1);
  expect(await cancelOccasional(await family.visit(evening), id)).toEqual({
    ok: false,
    error: "attendance:occasional.error.windowClosed",
  });
  expect(await cancelOccasional(await town.manager(evening), id)).toEqual({ ok: true, again: false });
  expect(await db.message.count({ where: { id: { startsWith: "occasional-takenBack:" } } })).toBe(1);
  // Somebody calls: the facility books after the last moment.
  expect(await bookOccasional(await town.manager(evening), morning(family.contractId))).toMatchObject({
    ok: true,
    status: "booked",
  });
});

it("a closure, or the end of the contract, takes back what was booked", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db, 2);
  await town.open(thursday, addDays(thursday, 7));
  const family = await occasionalFamily(db, town);
  const friday = addDays(thursday, 1);
  const nextWeek = addDays(thursday, 7);
  for (const day of [thursday, friday, nextWeek])
    await bookOccasional(await family.visit(noon), morning(family.contractId, false, day));
  const closure = { fromDay: thursday, toDay: thursday, label: "Journée pédagogique" };
  const manager = await town.manager(at(monday, 13));
  expect(await addClosure(manager, town.facilityId, closure)).toMatchObject({
    ok: true,
    stays: 1,
    writtenTo: 1,
  });
  expect(await statuses(db)).toEqual(["cancelled", "booked", "booked"]);
  const { agreementId, version } = await db.contract.findFirstOrThrow({ where: { id: family.contractId } });
  const end = { agreementId, version, lastDay: friday, by: "facility" as const, reason: "agreed" as const };
  expect(await endContract(manager, { ...end, facilityId: town.facilityId })).toMatchObject({ ok: true });
  expect(await statuses(db)).toEqual(["cancelled", "booked", "cancelled"]);
  expect((await staysOfContract(db, family.contractId)).map(({ day }) => day)).toEqual([friday]);
  expect(await db.contractHours.count()).toBe(1);
});

it("the manager opens an occasional contract for a child whom the facility knows, once", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  const facility = { id: town.facilityId, sectionId: town.sectionId };
  const known = await placeChild(db, { facility, endOn: addDays(monday, 4) });
  const { agreementId } = await db.contract.findFirstOrThrow({ where: { id: known.contractId } });
  const asked = {
    facilityId: town.facilityId,
    agreementId,
    sectionId: town.sectionId,
    startOn: addDays(monday, 7),
    endOn: addDays(monday, 200),
  };
  const manager = await town.manager(noon);
  const opened = await openOccasional(manager, asked);
  expect(opened).toMatchObject({ ok: true });
  expect(await openOccasional(manager, asked)).toEqual(opened);
  expect(await db.contract.count({ where: { kind: "occasional" } })).toBe(1);
  expect(await openOccasional(manager, { ...asked, endOn: addDays(monday, 800) })).toMatchObject({
    ok: false,
  });
});
