import { describe, expect, it } from "vitest";
import { amendContract } from "#app/attendance/acts/amend-contract.server.ts";
import { endContract } from "#app/attendance/acts/end-contract.server.ts";
import { giveAdaptation } from "#app/attendance/acts/give-adaptation.server.ts";
import { markPresence } from "#app/attendance/acts/mark-presence.server.ts";
import { readContract } from "#app/attendance/acts/read-contract.server.ts";
import { startContracts } from "#app/attendance/acts/start-contracts.server.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { aPattern, createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { type Placed, at, monday, placeChild, staysOfContract } from "../town.ts";

const manager = (db: PrismaClient, facilityId: string, now = at(monday, 6)) =>
  visitAs(db, "facility_manager", "contract:change", { facilityId, now });
const rowsOf = (db: PrismaClient, { contractId }: Placed) =>
  db.contract
    .findUniqueOrThrow({ where: { id: contractId } })
    .then(({ agreementId }) => db.contract.findMany({ where: { agreementId }, orderBy: { startOn: "asc" } }));
const mornings = aPattern({ start: 480, end: 720 });
const wednesday = addDays(monday, 2);

/** What the manager types, with the rest as it is. */
function asked(placed: Placed, change: object = {}) {
  const { facilityId, sectionId, contractId: agreementId } = placed;
  const usual = { from: wednesday, pattern: mornings, endOn: null as CalendarDay | null, version: 1 };
  return { facilityId, agreementId, sectionId, ...usual, ...change };
}

describe("new hours from a day on", () => {
  it("follow those before, in the calendars at once, and the past stays", async () => {
    const { db } = await useTestDatabase();
    const placed = await placeChild(db);
    const visit = await manager(db, placed.facilityId);
    expect(await amendContract(visit, asked(placed))).toEqual({ ok: true, changed: true, lostAbsences: [] });
    const [before, after] = await rowsOf(db, placed);
    expect(before).toMatchObject({ startOn: monday, endOn: addDays(monday, 1), endedBy: "amended" });
    expect(after).toMatchObject({ startOn: wednesday, endOn: null, madeBy: "amended", pattern: mornings });
    expect(after!.careRequestId).toBe(placed.careRequestId);
    expect(await staysOfContract(db, before!.id)).toHaveLength(2);
    const ahead = await staysOfContract(db, after!.id);
    expect(ahead).toHaveLength(9);
    expect(ahead[0]!.plannedEnd).toEqual(at(wednesday, 12));
    const view = await readContract(visit, placed.facilityId, before!.agreementId);
    expect(view.agreement.history.map(({ what }) => what)).toEqual(["signed", "amended"]);
    expect(await db.auditEntry.count({ where: { action: "contractAmend" } })).toBe(1);
  });

  it("asked twice change once; on a page grown old they are refused", async () => {
    const { db } = await useTestDatabase();
    const placed = await placeChild(db);
    const visit = await manager(db, placed.facilityId);
    await amendContract(visit, asked(placed));
    expect(await amendContract(visit, asked(placed))).toMatchObject({ ok: true, changed: false });
    expect(await rowsOf(db, placed)).toHaveLength(2);
    const other = await amendContract(visit, asked(placed, { pattern: aPattern({ end: 600 }) }));
    expect(other).toMatchObject({ ok: false, error: "attendance:contract.error.changedMeanwhile" });
  });

  it("keep an absence whose day remains, and tell of the one whose day goes", async () => {
    const { db } = await useTestDatabase();
    const placed = await placeChild(db);
    const stays = await staysOfContract(db, placed.contractId);
    for (const { id } of [stays[2]!, stays[3]!])
      await db.presence.update({ where: { id }, data: { state: "absent", absenceCode: "sick" } });
    const visit = await manager(db, placed.facilityId);
    const pattern = aPattern({ weekdays: [3], start: 540, end: 1080 });
    const made = await amendContract(visit, asked(placed, { pattern }));
    expect(made).toMatchObject({ ok: true, lostAbsences: [{ day: addDays(monday, 3) }] });
    const kept = await db.presence.findUniqueOrThrow({ where: { id: stays[2]!.id } });
    expect(kept).toMatchObject({ state: "absent", absenceCode: "sick", plannedStart: at(wednesday, 9) });
    expect(await db.presence.count({ where: { id: stays[3]!.id } })).toBe(0);
  });

  it("begin tomorrow at the earliest once today's stay is marked", async () => {
    const { db } = await useTestDatabase();
    const placed = await placeChild(db);
    const marker = await visitAs(db, "facility_manager", "presence:mark", {
      facilityId: placed.facilityId,
      now: at(monday, 7, 50),
    });
    const [stay] = await staysOfContract(db, placed.contractId);
    await markPresence(marker, placed.facilityId, {
      presenceId: stay!.id,
      version: stay!.version,
      mark: "arrive",
      absenceCode: null,
    });
    const visit = await manager(db, placed.facilityId, at(monday, 7, 55));
    expect(await amendContract(visit, asked(placed, { from: monday }))).toEqual({
      ok: false,
      error: "attendance:contract.error.tooEarly",
      day: addDays(monday, 1),
    });
    expect(await amendContract(visit, asked(placed, { from: addDays(monday, 1) }))).toMatchObject({
      ok: true,
    });
  });

  it("planned before another change run until it", async () => {
    const { db } = await useTestDatabase();
    const placed = await placeChild(db);
    const visit = await manager(db, placed.facilityId);
    const later = asDay("2026-10-05");
    await amendContract(visit, asked(placed, { from: later }));
    const short = aPattern({ start: 540, end: 600 });
    await amendContract(visit, asked(placed, { pattern: short, version: 3 }));
    expect((await rowsOf(db, placed)).map(({ startOn, endOn }) => [startOn, endOn])).toEqual([
      [monday, addDays(monday, 1)],
      [wednesday, addDays(later, -1)],
      [later, null],
    ]);
  });

  it("are refused where the child is held elsewhere: when, never where", async () => {
    const { db } = await useTestDatabase();
    const placed = await placeChild(db, { pattern: mornings });
    const site = await createFacility(db, { name: "Ailleurs" });
    const { childId } = await db.contract.findUniqueOrThrow({ where: { id: placed.contractId } });
    await db.$transaction(async (tx) => {
      const { insertContract } = await import("#app/attendance/store/contracts.server.ts");
      await insertContract(tx, {
        offerId: null,
        careRequestId: null,
        childId,
        facilityId: site.id,
        sectionId: site.sectionId,
        pattern: aPattern({ weekdays: [4], start: 780, end: 900 }),
        startOn: monday,
        endOn: null,
        createdAt: at(monday, 6),
      });
    });
    const visit = await manager(db, placed.facilityId);
    const made = await amendContract(visit, asked(placed, { pattern: aPattern() }));
    expect(made).toEqual({
      ok: false,
      error: "attendance:contract.error.heldTwice",
      held: { day: addDays(monday, 3), start: 780, end: 900, facilityName: null },
    });
    expect(await rowsOf(db, placed)).toHaveLength(1);
  });

  it("beyond the places are refused with the rule, the hours and the figures; fewer hours never are", async () => {
    const { db } = await useTestDatabase();
    const facility = await createFacility(db, { places: 1 });
    await placeChild(db, { facility, pattern: aPattern({ start: 780, end: 1080 }) });
    const placed = await placeChild(db, { facility, pattern: mornings });
    const visit = await manager(db, facility.id);
    const made = await amendContract(visit, asked(placed, { pattern: aPattern() }));
    expect(made).toMatchObject({ ok: false, error: "attendance:contract.error.limits" });
    if (made.ok || !("breaches" in made)) throw new Error("refused by another rule");
    expect(made.breaches[0]).toMatchObject({ rule: "places", start: 780, end: 1080, limit: 1, wanted: 2 });
    const fewer = { pattern: aPattern({ start: 480, end: 600 }) };
    expect(await amendContract(visit, asked(placed, fewer))).toMatchObject({ ok: true });
  });

  it("may go to 115 % where the facility chose it, and no further; nor beyond the hours of the week", async () => {
    const { db } = await useTestDatabase();
    const facility = await createFacility(db, { places: 7 });
    await db.facilitySettings.create({
      data: { facilityId: facility.id, validFrom: "2026-01-01", overCapacity: true },
    });
    for (let index = 0; index < 7; index++) await placeChild(db, { facility, pattern: mornings });
    const afternoons = aPattern({ start: 780, end: 1080 });
    const eighth = await placeChild(db, { facility, pattern: afternoons });
    const ninth = await placeChild(db, { facility, pattern: afternoons });
    const visit = await manager(db, facility.id);
    const toMorning = { pattern: mornings };
    expect(await amendContract(visit, asked(eighth, toMorning))).toMatchObject({ ok: true });
    const made = await amendContract(visit, asked(ninth, toMorning));
    if (made.ok || !("breaches" in made)) throw new Error("refused by another rule");
    expect(made.breaches[0]).toMatchObject({ rule: "overCapacity", limit: 8, wanted: 9 });
    expect(made.breaches[0]!.article).toContain("R2324-27");
  });

  it("of another facility's contract are not found", async () => {
    const { db } = await useTestDatabase();
    const placed = await placeChild(db);
    const other = await placeChild(db);
    const visit = await manager(db, other.facilityId);
    const caught = (work: Promise<unknown>) => work.catch((error: unknown) => (error as Response).status);
    expect(await caught(amendContract(visit, asked(placed)))).toBe(404);
    expect(await caught(amendContract(visit, { ...asked(placed), facilityId: other.facilityId }))).toBe(404);
    const elsewhere = { ...asked(other), sectionId: placed.sectionId };
    expect(await caught(amendContract(visit, elsewhere))).toBe(404);
  });
});

describe("notice", () => {
  const end = (placed: Placed, lastDay: CalendarDay, change: object = {}) => ({
    by: "facility" as const,
    facilityId: placed.facilityId,
    agreementId: placed.contractId,
    version: 1,
    lastDay,
    reason: null,
    ...change,
  });

  it("is thirty days unless the facility says why; then the places are free, and the request ends by the clock", async () => {
    const { db } = await useTestDatabase();
    const facility = await createFacility(db, { places: 1 });
    const placed = await placeChild(db, { facility });
    await startContracts({ db, now: at(monday, 7) });
    const visit = await manager(db, facility.id);
    expect(await endContract(visit, end(placed, wednesday))).toMatchObject({
      error: "attendance:contract.error.notice",
      day: addDays(monday, 30),
      count: 30,
    });
    const leave = end(placed, wednesday, { reason: "moving" });
    expect(await endContract(visit, leave)).toMatchObject({ ok: true, changed: true });
    expect(await endContract(visit, leave)).toMatchObject({ ok: true, changed: false });
    const [row] = await rowsOf(db, placed);
    expect(row).toMatchObject({ endOn: wednesday, endedBy: "ended", noticeOn: monday });
    expect(await staysOfContract(db, row!.id)).toHaveLength(3);
    expect(await db.auditEntry.count({ where: { action: "contractEnd:moving" } })).toBe(1);
    const next = await placeChild(db, { facility, startOn: addDays(wednesday, 1) });
    expect(next.contractId).toBeTruthy();
    const status = async () =>
      (await db.careRequest.findUniqueOrThrow({ where: { id: placed.careRequestId } })).status;
    await startContracts({ db, now: at(wednesday, 23) });
    expect(await status()).toBe("inCare");
    await startContracts({ db, now: at(addDays(wednesday, 1), 1) });
    expect(await status()).toBe("ended");
  });

  it("is given by the family for its own child only, and never shorter", async () => {
    const { db } = await useTestDatabase();
    const placed = await placeChild(db);
    const family = (householdIds: string[]) =>
      visitAs(db, "family", "family:act", { householdIds, now: at(monday, 6) });
    const leave = { by: "family" as const, agreementId: placed.contractId, version: 1 };
    const own = await family([placed.householdId]);
    expect(await endContract(own, { ...leave, lastDay: wednesday })).toMatchObject({ ok: false });
    const stranger = await family(["elsewhere"]);
    await expect(endContract(stranger, { ...leave, lastDay: addDays(monday, 30) })).rejects.toMatchObject({
      status: 404,
    });
    expect(await endContract(own, { ...leave, lastDay: addDays(monday, 30) })).toMatchObject({ ok: true });
  });
});

describe("an adaptation", () => {
  it("comes before the hours signed, may be given anew, and not once care has begun", async () => {
    const { db } = await useTestDatabase();
    const startOn = addDays(monday, 7);
    const placed = await placeChild(db, { startOn });
    const visit = await manager(db, placed.facilityId);
    const which = { facilityId: placed.facilityId, agreementId: placed.contractId };
    const short = aPattern({ start: 540, end: 600 });
    const first = { ...which, version: 1, until: addDays(startOn, 4), pattern: short };
    expect(await giveAdaptation(visit, first)).toMatchObject({ ok: true, changed: true });
    expect(await giveAdaptation(visit, first)).toMatchObject({ ok: true, changed: false });
    const again = { ...first, version: 3, until: addDays(startOn, 1) };
    expect(await giveAdaptation(visit, again)).toMatchObject({ ok: true, changed: true });
    const held = (await rowsOf(db, placed)).filter(({ startOn: from, endOn }) => !endOn || endOn >= from);
    expect(held.map(({ stage, startOn: from, endOn }) => [stage, from, endOn])).toEqual([
      ["adaptation", startOn, addDays(startOn, 1)],
      ["regular", addDays(startOn, 2), null],
    ]);
    const stays = await db.presence.findMany({ orderBy: { plannedStart: "asc" } });
    expect(stays.slice(0, 3).map(({ plannedStart }) => plannedStart)).toEqual([
      at(startOn, 9),
      at(addDays(startOn, 1), 9),
      at(addDays(startOn, 2), 8),
    ]);
    const late = await manager(db, placed.facilityId, at(startOn, 10));
    const version = (await rowsOf(db, placed)).reduce((sum, row) => sum + row.version, 0);
    expect(await giveAdaptation(late, { ...first, version })).toMatchObject({
      error: "attendance:contract.error.begun",
    });
    const view = await readContract(visit, placed.facilityId, placed.contractId);
    expect(view.agreement.history.filter(({ what }) => what !== "replaced").map(({ what }) => what)).toEqual([
      "adaptation",
      "signed",
    ]);
  });
});
