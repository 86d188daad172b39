import { expect, it } from "vitest";
import { addClosure } from "#app/attendance/acts/add-closure.server.ts";
import { answerOccasional } from "#app/attendance/acts/answer-occasional.server.ts";
import { bookOccasional } from "#app/attendance/acts/book-occasional.server.ts";
import { cancelOccasional } from "#app/attendance/acts/cancel-occasional.server.ts";
import { closeWindow } from "#app/attendance/acts/close-window.server.ts";
import { endContract } from "#app/attendance/acts/end-contract.server.ts";
import { moveOccasionalLists } from "#app/attendance/acts/move-occasional-list.server.ts";
import { openOccasional } from "#app/attendance/acts/open-occasional.server.ts";
import { planDays } from "#app/attendance/acts/plan-days.server.ts";
import { readFamilyOccasional } from "#app/attendance/acts/read-family-occasional.server.ts";
import { readOccasionalDesk } from "#app/attendance/acts/read-occasional-desk.server.ts";
import { readOccupancy } from "#app/attendance/acts/read-occupancy.server.ts";
import { reportAbsence } from "#app/attendance/acts/report-absence.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { aPattern, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import {
  type OccasionalFamily,
  askedToken,
  occasionalFamily,
  openFacility,
  statuses,
} from "../occasional-town.ts";
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

it("a place that frees itself is asked about in order, held meanwhile, and never booked without a word", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  await town.open(thursday);
  const [holder, first, second] = [
    await occasionalFamily(db, town, "Ada"),
    await occasionalFamily(db, town, "Bao"),
    await occasionalFamily(db, town, "Célia"),
  ];
  await bookOccasional(await holder.visit(noon), morning(holder.contractId));
  await bookOccasional(await first.visit(at(monday, 13)), morning(first.contractId, true));
  await bookOccasional(await second.visit(at(monday, 14)), morning(second.contractId, true));
  const [{ id }] = (await db.occasionalStay.findMany({ where: { status: "booked" } })) as [{ id: string }];

  expect(await cancelOccasional(await holder.visit(at(monday, 15)), id)).toEqual({ ok: true, again: false });
  expect(await statuses(db)).toEqual(["cancelled", "asked", "waiting"]);
  expect(await db.presence.count()).toBe(0);
  expect(await db.contractHours.count()).toBe(0);
  expect(await db.message.count({ where: { id: { startsWith: "occasional-asked:" } } })).toBe(1);
  // Held: nobody else books it, and nobody else is asked.
  expect(await bookOccasional(await holder.visit(at(monday, 15)), morning(holder.contractId))).toEqual({
    ok: false,
    error: "attendance:occasional.error.full",
  });
  expect(await moveOccasionalLists({ db, now: at(monday, 16) })).toEqual({ asked: 0, lapsed: 0 });

  // Two hours without an answer: the next family is asked.
  const token = await askedToken(db, first.email);
  expect(await moveOccasionalLists({ db, now: at(monday, 17) })).toEqual({ asked: 1, lapsed: 1 });
  expect(await moveOccasionalLists({ db, now: at(monday, 17) })).toEqual({ asked: 0, lapsed: 0 });
  expect(await answerOccasional(await first.visit(at(monday, 17)), { token }, "accept")).toEqual({
    ok: false,
    error: "attendance:occasional.error.late",
  });
  const yes = { token: await askedToken(db, second.email) };
  const visit = await second.visit(at(monday, 17, 30));
  expect(await answerOccasional(visit, yes, "accept")).toEqual({ ok: true, answer: "accept", again: false });
  expect(await answerOccasional(visit, yes, "accept")).toEqual({ ok: true, answer: "accept", again: true });
  expect(await answerOccasional(visit, yes, "decline")).toMatchObject({ ok: false });
  expect(await statuses(db)).toEqual(["cancelled", "lapsed", "booked"]);
  expect(await staysOfContract(db, second.contractId)).toHaveLength(1);
});

it("asked in the evening, a family answers in the morning; a refusal asks the next", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  await town.open(thursday);
  const [holder, first, second] = [
    await occasionalFamily(db, town),
    await occasionalFamily(db, town),
    await occasionalFamily(db, town),
  ];
  await bookOccasional(await holder.visit(noon), morning(holder.contractId));
  await bookOccasional(await first.visit(at(monday, 13)), morning(first.contractId, true));
  await bookOccasional(await second.visit(at(monday, 14)), morning(second.contractId, true));
  const booked = await db.occasionalStay.findFirstOrThrow({ where: { status: "booked" } });
  await cancelOccasional(await holder.visit(at(monday, 20, 30)), booked.id);
  const tuesday = addDays(monday, 1);
  const asked = await db.occasionalStay.findFirstOrThrow({ where: { status: "asked" } });
  expect(asked.answerBy).toEqual(at(tuesday, 8, 30));
  expect(await moveOccasionalLists({ db, now: at(tuesday, 3) })).toEqual({ asked: 0, lapsed: 0 });
  expect(
    await answerOccasional(await first.visit(at(tuesday, 8)), { stayId: asked.id }, "decline"),
  ).toMatchObject({ ok: true });
  expect(await statuses(db)).toEqual(["cancelled", "declined", "asked"]);
  const next = await db.occasionalStay.findFirstOrThrow({ where: { status: "asked" } });
  expect(next).toMatchObject({ contractId: second.contractId, answerBy: at(tuesday, 10) });
});

it("an absence announced leaves its place to whoever waits; taken back too late, it says so", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  await town.open(thursday);
  const facility = { id: town.facilityId, sectionId: town.sectionId };
  const regular = await placeChild(db, { facility, firstName: "Noé" });
  const family = await occasionalFamily(db, town);
  const visit = await family.visit(noon);
  expect(await bookOccasional(visit, morning(family.contractId))).toMatchObject({ ok: false });
  await bookOccasional(visit, morning(family.contractId, true));
  const other = await visitAs(db, "family", "family:act", {
    householdIds: [regular.householdId],
    now: at(monday, 13),
  });
  const stay = { contractId: regular.contractId, plannedStart: at(thursday, 8) };
  expect(await reportAbsence(other, { ...stay, absenceCode: "sick" })).toEqual({ ok: true });
  expect(await statuses(db)).toEqual(["asked"]);
  expect(await reportAbsence(other, { ...stay, absenceCode: null })).toEqual({
    ok: false,
    error: "attendance:error.givenAway",
  });
  const token = await askedToken(db, family.email);
  await answerOccasional(await family.visit(at(monday, 14)), { token }, "decline");
  expect(await reportAbsence(other, { ...stay, absenceCode: null })).toEqual({ ok: true });
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

it("closed at once, a day takes nobody more and its list stops; opened again, it goes on", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  await town.open(thursday);
  const [holder, first] = [await occasionalFamily(db, town), await occasionalFamily(db, town)];
  await bookOccasional(await holder.visit(noon), morning(holder.contractId));
  await bookOccasional(await first.visit(noon), morning(first.contractId, true));
  const window = await db.occasionalWindow.findFirstOrThrow();
  const manager = await town.manager(at(monday, 13));
  expect(await closeWindow(manager, town.facilityId, window.id)).toBe(true);
  expect(await closeWindow(manager, town.facilityId, window.id)).toBe(false);
  const booked = await db.occasionalStay.findFirstOrThrow({ where: { status: "booked" } });
  await cancelOccasional(await town.manager(at(monday, 14)), booked.id);
  expect(await moveOccasionalLists({ db, now: at(monday, 15) })).toEqual({ asked: 0, lapsed: 0 });
  expect(await town.open(thursday, thursday, at(monday, 16))).toEqual({ ok: true, opened: 1 });
  expect(await statuses(db)).toEqual(["cancelled", "asked"]);
});

it("waited for in vain, hours are over; nobody is asked within the last hour", async () => {
  const { db } = await useTestDatabase();
  const town = await openFacility(db);
  await town.open(thursday);
  const [holder, first] = [await occasionalFamily(db, town), await occasionalFamily(db, town)];
  await bookOccasional(await holder.visit(noon), morning(holder.contractId));
  await bookOccasional(await first.visit(noon), morning(first.contractId, true));
  expect(await moveOccasionalLists({ db, now: at(thursday, 7) })).toEqual({ asked: 0, lapsed: 0 });
  expect(await moveOccasionalLists({ db, now: at(thursday, 7, 1) })).toEqual({ asked: 0, lapsed: 1 });
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
