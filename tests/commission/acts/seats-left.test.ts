// What a child already holds, when it asks for more, for another place, or grows out of its section.
import { expect, test } from "vitest";
import { answerOffer } from "#app/allocation/acts/answer-offer.server.ts";
import { readCapacity } from "#app/attendance/acts/read-capacity.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { publishMeeting } from "#app/commission/acts/publish-meeting.server.ts";
import { runMeeting } from "#app/commission/acts/run-meeting.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { aPattern } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { type SmallTown, ask, inCare, ranMeeting, smallTown } from "../small-town.ts";
import { walkersAt } from "../two-sections.ts";

const days = (weekdays: (1 | 2 | 3 | 4 | 5)[]): WeeklyPattern => ({
  cycleWeeks: 1,
  slots: weekdays.map((weekday) => ({ week: 0, weekday, start: 480, end: 1020 })),
});
const daysOf = ({ pattern }: { pattern: unknown }): number[] =>
  (pattern as WeeklyPattern).slots.map(({ weekday }) => weekday);

/** Quarter hours beyond the places of some section. */
async function tooMany(db: Database, facilityId: string): Promise<number> {
  const year = { from: "2026-10-05" as CalendarDay, to: "2027-08-31" as CalendarDay };
  const { limits } = await readCapacity(db, { facilityId, ...year });
  return limits.sections.reduce((sum, { left }) => sum + left.filter((places) => places < 0).length, 0);
}

async function published(town: SmallTown): Promise<void> {
  expect(await publishMeeting(town.visit, await ranMeeting(town))).toMatchObject({ ok: true });
}

const again = (childId: string) => ({ childId, householdId: `${childId.replace(/-child$/, "")}-household` });

test("A child who grows out of its section needs all its hours in the next one", async () => {
  const { db } = await useTestDatabase();
  const small = await smallTown(db, { places: [5, 0] });
  const { lilac } = small;
  const town = { ...small, sections: await walkersAt(db, lilac, { babies: 5, walkers: 1 }) };
  await inCare(db, "full", lilac, { sectionId: `${lilac}-walkers`, pattern: days([1, 2, 3, 4]) });
  const { childId } = await inCare(db, "grown", lilac, { pattern: days([1, 2, 3, 4]) });
  await db.child.update({ where: { id: childId }, data: { birthDay: "2025-01-01" } });
  await ask(db, "more", { wishes: [lilac], ...again(childId), pattern: days([1, 2, 3, 4, 5]) });
  await published(town);
  expect(await db.offer.count()).toBe(0);
  expect(await tooMany(db, lilac)).toBe(0);
});

test("The same hours in the next section of its nursery are a place to ask for", async () => {
  const { db } = await useTestDatabase();
  const small = await smallTown(db, { places: [1, 0] });
  const { lilac } = small;
  const town = { ...small, sections: await walkersAt(db, lilac, { babies: 1, walkers: 1 }) };
  const { childId } = await inCare(db, "grown", lilac, { pattern: days([1, 2, 3, 4]) });
  await db.child.update({ where: { id: childId }, data: { birthDay: "2025-01-01" } });
  await ask(db, "same", { wishes: [lilac], ...again(childId), pattern: days([1, 2, 3, 4]) });
  await published(town);
  const offers = await db.offer.findMany();
  expect(offers).toMatchObject([{ sectionId: `${lilac}-walkers`, transferOf: "grown-agreement" }]);
  const key = { offerId: offers[0]!.id, by: "desk" as const };
  expect(await answerOffer(town.visit, key, { answer: "accept", version: 1 })).toMatchObject({ ok: true });
  expect(await tooMany(db, lilac)).toBe(0);
});

test("Hours that end during the year are not counted as the child's own", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 0] });
  const { lilac } = town;
  const { childId } = await inCare(db, "ends", lilac, { pattern: days([1, 2, 3, 4]), endOn: "2026-11-30" });
  await ask(db, "longer", { wishes: [lilac], ...again(childId), pattern: days([1, 2, 3, 4, 5]) });
  await ask(db, "next", { wishes: [lilac], pattern: days([1, 2, 3, 4]), startOn: "2026-12-07" });
  await published(town);
  const offers = await db.offer.findMany();
  expect(offers).toHaveLength(1);
  expect(await tooMany(db, lilac)).toBe(0);
});

test("Hours that the child keeps all year are not asked of its section twice", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [1, 0] });
  const { childId } = await inCare(db, "stays", town.lilac, { pattern: days([1, 2]) });
  await ask(db, "more", { wishes: [town.lilac], ...again(childId), pattern: days([1, 2, 3]) });
  await published(town);
  const offers = await db.offer.findMany();
  expect(offers.map(daysOf)).toEqual([[1, 2, 3]]);
  expect(offers).toMatchObject([{ transferOf: "stays-agreement" }]);
});

test("Days on top, elsewhere, end nothing", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [2, 2] });
  const { childId } = await inCare(db, "some", town.oak, { pattern: days([1, 2]) });
  await ask(db, "rest", { wishes: [town.oak, town.lilac], ...again(childId), pattern: days([4, 5]) });
  await db.wish.deleteMany({ where: { facilityId: town.oak } });
  await published(town);
  const offers = await db.offer.findMany();
  expect(offers).toMatchObject([{ facilityId: town.lilac, transferOf: null }]);
  const key = { offerId: offers[0]!.id, by: "desk" as const };
  expect(await answerOffer(town.visit, key, { answer: "accept", version: 1 })).toMatchObject({ ok: true });
  const contracts = await db.contract.findMany({ orderBy: { startOn: "asc" } });
  expect(contracts.map(({ facilityId, endOn }) => [facilityId, endOn])).toEqual([
    [town.oak, "2027-08-31"],
    [town.lilac, "2027-08-31"],
  ]);
});

test("An offer ends the agreement whose hours it takes, and never takes those of two", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [3, 3] });
  const one = await inCare(db, "one", town.oak, { pattern: days([1, 2]) });
  await inCare(db, "two", town.lilac, { childId: one.childId, pattern: days([3, 4]) });
  const household = again(one.childId);
  await ask(db, "r1", { wishes: [town.lilac], ...household, pattern: days([3, 4, 5]) });
  await ask(db, "r2", { wishes: [town.lilac], ...household, pattern: days([2, 3]) });
  await published(town);
  const offers = await db.offer.findMany();
  expect(offers).toMatchObject([{ careRequestId: "r1", transferOf: "two-agreement" }]);
  expect(await db.meetingCandidate.findFirst({ where: { careRequestId: "r2" } })).toMatchObject({
    state: "noOption",
  });
});

test("Before it changes section, a child still holds its place in the first", async () => {
  const { db } = await useTestDatabase();
  const small = await smallTown(db, { places: [1, 0] });
  const { lilac } = small;
  const town = { ...small, sections: await walkersAt(db, lilac, { babies: 1, walkers: 1 }) };
  const { childId } = await inCare(db, "moves", lilac, { endOn: "2026-11-15" });
  await db.contract.create({
    data: {
      ...{ id: "moves-on", agreementId: "moves-agreement", childId, facilityId: lilac },
      ...{ sectionId: `${lilac}-walkers`, pattern: aPattern() as object, startOn: "2026-11-16" },
      ...{ endOn: "2027-08-31", createdAt: new Date("2026-08-01T08:00:00Z"), madeBy: "amended" },
    },
  });
  await ask(db, "baby", { wishes: [lilac], birthDay: "2026-01-01", startOn: "2026-11-03" });
  await published(town);
  expect(await tooMany(db, lilac)).toBe(0);
});

test("With a plan of its adults, a nursery whose children grow still runs", async () => {
  const { db } = await useTestDatabase();
  const small = await smallTown(db, { places: [8, 0] });
  const { lilac } = small;
  const town = { ...small, sections: await walkersAt(db, lilac, { babies: 8, walkers: 8 }) };
  await db.staffBand.createMany({
    data: [1, 2, 3, 4, 5].map((weekday) => ({
      ...{ facilityId: lilac, weekday, startMinute: 420, endMinute: 1140, staff: 2 },
      validFrom: "2020-01-01",
    })),
  });
  for (let at = 0; at < 8; at += 1) {
    const { childId } = await inCare(db, `c${at}`, lilac, { endOn: "2026-11-15" });
    await db.contract.create({
      data: {
        ...{ id: `c${at}-on`, agreementId: `c${at}-agreement`, childId, facilityId: lilac },
        ...{ sectionId: `${lilac}-walkers`, pattern: aPattern() as object, startOn: "2026-11-16" },
        ...{ endOn: "2027-08-31", createdAt: new Date("2026-08-01T08:00:00Z"), madeBy: "amended" },
      },
    });
  }
  for (let at = 8; at < 15; at += 1)
    await inCare(db, `c${at}`, lilac, { sectionId: `${lilac}-walkers`, startOn: "2026-11-16" });
  await ask(db, "r1", { wishes: [lilac], birthDay: "2025-01-01", startOn: "2026-12-07" });
  await ask(db, "r2", { wishes: [lilac], birthDay: "2025-01-01", startOn: "2026-10-07" });
  await published(town);
  expect((await db.meetingRun.findFirstOrThrow()).certified).toBe(true);
});

test("Once its weeks have begun, a meeting offers no day gone by", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db, { places: [2, 0] });
  await ask(db, "late", { wishes: [town.lilac] });
  const seen = await ranMeeting(town);
  const visit = { ...town.visit, today: "2026-11-20" as CalendarDay, now: new Date("2026-11-20T09:00:00Z") };
  expect(await publishMeeting(visit, seen)).toMatchObject({ ok: false, blockers: ["staleTown"] });
  const ran = await runMeeting(visit, seen);
  if (!ran.ok) throw new Error(ran.error);
  expect(await publishMeeting(visit, { ...seen, version: ran.version })).toMatchObject({ ok: true });
  expect(await db.offer.findMany()).toMatchObject([{ startOn: "2026-11-20" }]);
});

test("Preferring to be together takes nothing from the one who can be placed", async () => {
  const { db } = await useTestDatabase();
  const town = await smallTown(db);
  const group = { siblingGroupId: "g", siblingRule: "preferTogether", wishes: [town.lilac] };
  await ask(db, "small", group);
  await ask(db, "big", { ...group, householdId: "small-household", birthDay: "2020-01-01" });
  await published(town);
  expect(await db.offer.findMany()).toMatchObject([{ careRequestId: "small" }]);
  const states = await db.meetingCandidate.findMany({ orderBy: { careRequestId: "asc" } });
  expect(states.map(({ state }) => state)).toEqual(["noOption", "included"]);
});
