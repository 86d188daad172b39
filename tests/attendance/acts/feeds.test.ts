import ICAL from "ical.js";
import { expect, it } from "vitest";
import { disableAccount } from "#app/access/acts/disable-account.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { addFeed } from "#app/attendance/acts/add-feed.server.ts";
import { cutFeed } from "#app/attendance/acts/cut-feed.server.ts";
import { readFeedFile } from "#app/attendance/acts/read-feed-file.server.ts";
import { readFeeds } from "#app/attendance/acts/read-feeds.server.ts";
import { reportAbsence } from "#app/attendance/acts/report-absence.server.ts";
import { mostFeeds, tokenOfFile } from "#app/attendance/rules/feed.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { aPattern, createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild } from "../town.ts";

type Db = PrismaClient;

async function tokenOf(visit: SignedVisit, facilityId: string | null = null): Promise<string> {
  const added = await addFeed(visit, facilityId);
  if (!added.ok) throw new Error(added.error);
  return tokenOfFile(added.address.split("/").at(-1))!;
}

const read = (visit: SignedVisit, token: string) => readFeedFile(visit, token, "network");
async function textOf(visit: SignedVisit, token: string): Promise<string> {
  const file = await read(visit, token);
  if (!file.ok) throw new Error(file.why);
  return file.text;
}
const eventsOf = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
const statusOf = (event: ICAL.Event) => event.component.getFirstPropertyValue("status");

/** A guardian of a household, with an account. */
async function guardianOf(db: Db, householdId: string, now = at(monday, 7)): Promise<SignedVisit> {
  const visit = await visitAs(db, "family", "family:act", { householdIds: [householdId], now });
  const { accountId } = visit.actor;
  await db.guardian.updateMany({ where: { householdId }, data: { accountId } });
  return visit;
}

async function managerOf(db: Db, facilityId: string): Promise<SignedVisit> {
  const visit = await visitAs(db, "facility_manager", "presence:read", { facilityId, now: at(monday, 7) });
  const { accountId } = visit.actor;
  await db.membership.create({
    data: { accountId, role: "facility_manager", facilityId, validFrom: "2020-01-01" },
  });
  return visit;
}

it("a family's telephone reads the stays of its children, an absence as cancelled, a closure as whole days", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db, { name: "Les Étoiles" });
  const { householdId, contractId } = await placeChild(db, { facility, firstName: "Lina" });
  await placeChild(db, { facility, firstName: "Étranger" });
  const closed = [addDays(monday, 21), addDays(monday, 25)] as const;
  await db.closure.create({
    data: { facilityId: facility.id, fromDay: closed[0], toDay: closed[1], label: "Travaux" },
  });
  const visit = await guardianOf(db, householdId);
  const token = await tokenOf(visit);
  await reportAbsence(visit, {
    contractId,
    plannedStart: at(addDays(monday, 1), 8),
    absenceCode: "sick",
  });
  const text = await textOf(visit, token);
  expect(text).not.toContain("Martin");
  expect(text).not.toContain("Étranger");
  const events = eventsOf(text);
  const on = (day: string) =>
    events.filter(({ startDate }) => startDate.toJSDate().toISOString().startsWith(day));
  const [first] = on(monday);
  expect(first!.startDate.toJSDate()).toEqual(at(monday, 8));
  expect([first!.summary, first!.location, statusOf(first!)]).toEqual([
    "Lina : Les Étoiles",
    "Les Étoiles",
    "CONFIRMED",
  ]);
  const [second] = on(addDays(monday, 1));
  expect(statusOf(second!)).toBe("CANCELLED");
  expect(second!.component.getFirstPropertyValue("last-modified")!.toString()).toBe("2026-09-14T05:00:00Z");
  const works = events.find(({ summary }) => summary.includes("Travaux"))!;
  expect(works.startDate.isDate).toBe(true);
  expect([works.startDate.toString(), works.endDate.toString()]).toEqual([closed[0], addDays(closed[1], 1)]);
  expect(on(closed[0]).filter(({ startDate }) => !startDate.isDate)).toEqual([]);
  const last = Math.max(...events.map(({ startDate }) => startDate.toJSDate().getTime()));
  expect(last).toBeLessThan(at(addDays(monday, 181), 0).getTime());
});

it("a night across the October change keeps its real instants, under the same id from one reading to the next", async () => {
  const { db } = await useTestDatabase();
  const saturday = aPattern({ weekdays: [6], start: 1320, end: 1800 });
  const { householdId } = await placeChild(db, { pattern: saturday });
  const visit = await guardianOf(db, householdId, at(asDay("2026-10-20"), 7));
  const token = await tokenOf(visit);
  const night = async () =>
    eventsOf(await textOf(visit, token)).find(
      ({ startDate }) => startDate.toJSDate().toISOString() === "2026-10-24T20:00:00.000Z",
    )!;
  const found = await night();
  expect(found.endDate.toJSDate().toISOString()).toBe("2026-10-25T05:00:00.000Z");
  expect((await night()).uid).toBe(found.uid);
});

it("the same calendar has the same tag; an absence changes both", async () => {
  const { db } = await useTestDatabase();
  const { householdId, contractId } = await placeChild(db);
  const visit = await guardianOf(db, householdId);
  const token = await tokenOf(visit);
  const [one, same] = [await read(visit, token), await read(visit, token)];
  expect(same).toEqual(one);
  await reportAbsence(visit, { contractId, plannedStart: at(addDays(monday, 2), 8), absenceCode: null });
  await reportAbsence(visit, { contractId, plannedStart: at(addDays(monday, 3), 8), absenceCode: "family" });
  expect(await read(visit, token)).not.toEqual(one);
});

it("only the hash is kept, the last reading is known, and a cut is at once", async () => {
  const { db } = await useTestDatabase();
  const { householdId } = await placeChild(db);
  const visit = await guardianOf(db, householdId);
  const other = await guardianOf(db, householdId);
  const token = await tokenOf(visit);
  expect(JSON.stringify(await db.calendarFeed.findMany())).not.toContain(token);
  const [feed] = await readFeeds(visit, null);
  expect(feed!.lastReadAt).toBeNull();
  await read(visit, token);
  expect((await readFeeds(visit, null))[0]!.lastReadAt).toEqual(visit.now);
  await expect(cutFeed(other, null, feed!.id)).rejects.toMatchObject({ status: 404 });
  await cutFeed(visit, null, feed!.id);
  expect(await read(visit, token)).toEqual({ ok: false, why: "gone" });
  expect(await readFeeds(visit, null)).toEqual([]);
  expect(await readFeedFile(visit, "a".repeat(43), "network")).toEqual({ ok: false, why: "unknown" });
  expect(await readFeedFile(visit, null, "network")).toEqual({ ok: false, why: "unknown" });
});

it("somebody has ten addresses at most", async () => {
  const { db } = await useTestDatabase();
  const { householdId } = await placeChild(db);
  const visit = await guardianOf(db, householdId);
  for (let made = 0; made < mostFeeds; made++) await tokenOf(visit);
  expect(await addFeed(visit, null)).toEqual({ ok: false, error: "attendance:feed.tooMany" });
});

it("disabling an account cuts its calendars, for good", async () => {
  const { db } = await useTestDatabase();
  const { householdId } = await placeChild(db);
  const visit = await guardianOf(db, householdId);
  const token = await tokenOf(visit);
  const administrator = await visitAs(db, "administrator", "administration:accounts", { now: visit.now });
  await db.membership.create({
    data: { accountId: administrator.actor.accountId, role: "administrator", validFrom: "2020-01-01" },
  });
  await disableAccount(administrator, visit.actor.accountId);
  await db.account.update({ where: { id: visit.actor.accountId }, data: { disabledAt: null } });
  expect(await read(visit, token)).toEqual({ ok: false, why: "gone" });
});

it("somebody who left the household, or no longer works in the facility, reads an empty calendar", async () => {
  const { db } = await useTestDatabase();
  const { householdId, facilityId } = await placeChild(db);
  const parent = await guardianOf(db, householdId);
  const manager = await managerOf(db, facilityId);
  const [family, facility] = [await tokenOf(parent), await tokenOf(manager, facilityId)];
  expect(eventsOf(await textOf(parent, family)).length).toBeGreaterThan(0);
  expect(eventsOf(await textOf(manager, facility)).length).toBeGreaterThan(0);
  await db.guardian.updateMany({ where: { householdId }, data: { accountId: null } });
  await db.membership.updateMany({ data: { validTo: addDays(monday, -1) } });
  expect(eventsOf(await textOf(parent, family))).toEqual([]);
  const left = await textOf(manager, facility);
  expect(eventsOf(left)).toEqual([]);
  expect(left).not.toContain(facilityId);
});

it("a facility's diary counts children and adults, and names nobody", async () => {
  const { db } = await useTestDatabase();
  const facility = await createFacility(db, { name: "Les Étoiles" });
  for (const firstName of ["Lina", "Sami", "Noor"]) await placeChild(db, { facility, firstName });
  await db.staffBand.create({
    data: {
      facilityId: facility.id,
      weekday: 1,
      startMinute: 480,
      endMinute: 1080,
      staff: 3,
      validFrom: "2020-01-01",
    },
  });
  const manager = await managerOf(db, facility.id);
  const text = await textOf(manager, await tokenOf(manager, facility.id));
  for (const name of ["Lina", "Sami", "Noor", "Martin"]) expect(text).not.toContain(name);
  const ofMonday = eventsOf(text).filter(({ startDate }) => startDate.toString().startsWith(monday));
  const summaries = ofMonday.map(({ summary }) => summary);
  expect(summaries).toContain("Tous : 3 enfants attendus");
  expect(summaries.find((summary) => summary.startsWith("Équipe : 3 personnes prévues"))).toBeDefined();
});
