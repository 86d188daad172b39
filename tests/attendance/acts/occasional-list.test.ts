import { expect, it } from "vitest";
import { answerOccasional } from "#app/attendance/acts/answer-occasional.server.ts";
import { bookOccasional } from "#app/attendance/acts/book-occasional.server.ts";
import { cancelOccasional } from "#app/attendance/acts/cancel-occasional.server.ts";
import { closeWindow } from "#app/attendance/acts/close-window.server.ts";
import { moveOccasionalLists } from "#app/attendance/acts/move-occasional-list.server.ts";
import { reportAbsence } from "#app/attendance/acts/report-absence.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { askedToken, occasionalFamily, openFacility, statuses } from "../occasional-town.ts";
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
  const { id } = await db.occasionalStay.findFirstOrThrow({ where: { status: "booked" } });

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
