import { expect, it } from "vitest";
import { planDays } from "#app/attendance/acts/plan-days.server.ts";
import { readFamilyCalendar } from "#app/attendance/acts/read-family-calendar.server.ts";
import { reportAbsence } from "#app/attendance/acts/report-absence.server.ts";
import { calendarPeriod } from "#app/attendance/rules/calendar-period.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild, staysOfContract } from "../town.ts";

it("a family announces an absence, changes the reason, then says the child will come after all", async () => {
  const { db } = await useTestDatabase();
  const { contractId, householdId } = await placeChild(db);
  const visit = await visitAs(db, "family", "family:act", {
    householdIds: [householdId],
    now: at(monday, 7),
  });
  const tuesday = { contractId, plannedStart: at(addDays(monday, 1), 8) };
  const stay = async () => (await staysOfContract(db, contractId))[1]!;
  const say = (absenceCode: "sick" | "family" | null) => reportAbsence(visit, { ...tuesday, absenceCode });

  expect(await say("sick")).toEqual({ ok: true });
  expect(await say("sick")).toEqual({ ok: true });
  expect(await stay()).toMatchObject({ state: "absent", absenceCode: "sick", version: 2 });
  expect(await say("family")).toEqual({ ok: true });
  expect(await stay()).toMatchObject({ absenceCode: "family", version: 3 });
  expect(await say(null)).toEqual({ ok: true });
  expect(await stay()).toMatchObject({ state: "planned", absenceCode: null });
});

it("an absence announced before the day is planned is there when it is", async () => {
  const { db } = await useTestDatabase();
  const { contractId, householdId } = await placeChild(db);
  const far = addDays(monday, 28);
  const visit = await visitAs(db, "family", "family:act", {
    householdIds: [householdId],
    now: at(monday, 7),
  });
  const absence = { contractId, plannedStart: at(far, 8), absenceCode: "family" } as const;
  expect(await reportAbsence(visit, absence)).toEqual({ ok: true });
  await planDays({ db, now: at(addDays(monday, 21), 1) });
  const onDay = (await staysOfContract(db, contractId)).filter(({ day }) => day === far);
  expect(onDay.map(({ state }) => state)).toEqual(["absent"]);
});

it("once the stay has begun, the facility has to be called", async () => {
  const { db } = await useTestDatabase();
  const { contractId, householdId } = await placeChild(db);
  const visit = await visitAs(db, "family", "family:act", {
    householdIds: [householdId],
    now: at(monday, 8),
  });
  const absence = { contractId, plannedStart: at(monday, 8), absenceCode: "sick" } as const;
  expect(await reportAbsence(visit, absence)).toEqual({ ok: false, error: "attendance:error.alreadyBegun" });
});

it("a stay that is not booked, or is another family's, is not found", async () => {
  const { db } = await useTestDatabase();
  const { contractId, householdId } = await placeChild(db);
  const stranger = await placeChild(db);
  const family = (household: string) =>
    visitAs(db, "family", "family:act", { householdIds: [household], now: at(monday, 7) });
  const status = async (household: string, plannedStart: Date) =>
    reportAbsence(await family(household), { contractId, plannedStart, absenceCode: "sick" }).catch(
      (thrown: Response) => thrown.status,
    );
  expect(await status(stranger.householdId, at(addDays(monday, 1), 8))).toBe(404);
  expect(await status(householdId, at(addDays(monday, 1), 9))).toBe(404);
  expect(await status(householdId, at(addDays(monday, 5), 8))).toBe(404);
});

it("a family reads the days of all its children, planned or not yet, and nobody else's", async () => {
  const { db } = await useTestDatabase();
  const { householdId } = await placeChild(db, { firstName: "Nina" });
  await placeChild(db, { firstName: "Paul" });
  const now = at(monday, 7);
  const visit = await visitAs(db, "family", "family:read", { householdIds: [householdId], now });
  const october = calendarPeriod(new URLSearchParams("mois=2026-10"), visit.today, "month");
  const calendar = await readFamilyCalendar(visit, october, true);
  expect(new Set(calendar.stays.map(({ childName }) => childName))).toEqual(new Set(["Nina"]));
  const ofOctober = calendar.stays.filter(({ day }) => day.startsWith("2026-10"));
  expect(ofOctober).toHaveLength(22);
  expect(ofOctober.every(({ mayReport }) => mayReport)).toBe(true);
});

it("after the limit that the facility set for that day, the family is told it and whom to call", async () => {
  const { db } = await useTestDatabase();
  const { contractId, householdId, facilityId } = await placeChild(db);
  const tuesday = addDays(monday, 1);
  const eve = { facilityId, absenceCutOffDays: 1, absenceCutOffMinute: 12 * 60 };
  await db.facility.update({ where: { id: facilityId }, data: { name: "L'Envol", phone: "03 87 00 00 01" } });
  await db.facilitySettings.create({ data: { ...eve, validFrom: tuesday } });
  const visitAt = (now: Date) => visitAs(db, "family", "family:act", { householdIds: [householdId], now });
  const absence = { contractId, plannedStart: at(tuesday, 8), absenceCode: "family" } as const;
  const limit = at(monday, 12);
  const said = {
    ok: false,
    error: "attendance:error.afterCutOff",
    limit,
    facility: "L'Envol",
    phone: "03 87 00 00 01",
  };
  const week = calendarPeriod(new URLSearchParams(`semaine=${monday}`), monday, "week");
  const shown = async (now: Date, day: string) =>
    (await readFamilyCalendar(await visitAt(now), week, true)).stays.find((stay) => stay.day === day);

  const late = new Date(limit.getTime() + 1);
  expect(await reportAbsence(await visitAt(late), absence)).toEqual(said);
  expect(await shown(late, tuesday)).toMatchObject({
    mayReport: false,
    tooLate: { limit, phone: "03 87 00 00 01" },
  });
  expect(await shown(limit, tuesday)).toMatchObject({ mayReport: true, tooLate: null });
  // The limit of Monday was not set yet: until the stay begins.
  expect(await shown(at(monday, 7), monday)).toMatchObject({ mayReport: true, tooLate: null });
  await planDays({ db, now: at(monday, 6) });
  expect(await reportAbsence(await visitAt(late), absence)).toEqual(said);

  expect(await reportAbsence(await visitAt(limit), absence)).toEqual({ ok: true });
  expect(await reportAbsence(await visitAt(late), absence)).toEqual({ ok: true });
  expect(await reportAbsence(await visitAt(late), { ...absence, absenceCode: "sick" })).toEqual(said);
  expect(await shown(late, tuesday)).toMatchObject({ standing: "absent", mayReport: true, tooLate: null });
  expect(await reportAbsence(await visitAt(late), { ...absence, absenceCode: null })).toEqual({ ok: true });
  await db.facility.update({ where: { id: facilityId }, data: { phone: null } });
  expect(await reportAbsence(await visitAt(late), absence)).toMatchObject({
    error: "attendance:error.afterCutOffNoPhone",
  });
});
