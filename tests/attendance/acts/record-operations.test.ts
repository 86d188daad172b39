import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { DeviceVisit } from "#app/access/device-visit.server.ts";
import { markPresence } from "#app/attendance/acts/mark-presence.server.ts";
import { readHistory } from "#app/attendance/acts/read-history.server.ts";
import { readTabletDay } from "#app/attendance/acts/read-tablet-day.server.ts";
import { recordOperations } from "#app/attendance/acts/record-operations.server.ts";
import { reportAbsence } from "#app/attendance/acts/report-absence.server.ts";
import { settleConflict } from "#app/attendance/acts/settle-conflict.server.ts";
import type { MarkOperation, Operation } from "#app/attendance/rules/operation.ts";
import type { PostedOperation } from "#app/attendance/rules/operations-form.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild, staysOfContract } from "../town.ts";

let db: PrismaClient;
let facility: { id: string; sectionId: string };
let contractId: string;
let presenceId: string;
let householdId: string;

beforeEach(async () => {
  ({ db } = await useTestDatabase());
  facility = await createFacility(db, { name: "La Grande Ourse" });
  ({ contractId, householdId } = await placeChild(db, { facility }));
  presenceId = (await staysOfContract(db, contractId))[0]!.id;
  for (const id of ["door", "room"])
    await db.device.create({
      data: { id, facilityId: facility.id, name: id, createdAt: at(monday, 6), createdBy: "manager" },
    });
});

const tablet = (deviceId: "door" | "room", now = at(monday, 19)): DeviceVisit => ({
  db,
  now,
  today: dayOf(now),
  language: "fr",
  t: translator("fr"),
  facilityId: facility.id,
  deviceId,
});
const place = () => ({ id: facility.id, name: "La Grande Ourse", sectionIds: [facility.sectionId] });
const mark = (name: MarkOperation["mark"], time: Date, more: Partial<MarkOperation> = {}): MarkOperation => ({
  id: randomUUID(),
  kind: "mark",
  presenceId,
  mark: name,
  code: null,
  seen: 0,
  at: time.getTime(),
  ...more,
});
const posted = (...operations: Operation[]): PostedOperation[] =>
  operations.map((operation) => ({ ok: true, operation }));
const send = (visit: DeviceVisit, ...operations: Operation[]) =>
  recordOperations(visit, place(), posted(...operations));
const outcomes = async (visit: DeviceVisit, ...operations: Operation[]) =>
  (await send(visit, ...operations)).map(({ outcome }) => outcome);
const stay = (id = presenceId) => db.presence.findUniqueOrThrow({ where: { id } });

describe("a tablet that was without a network", () => {
  it("writes each mark at the minute it was touched, and says who and when it came", async () => {
    const [arrival, departure] = [mark("arrive", at(monday, 7, 58)), mark("leave", at(monday, 17, 4))];
    expect(await outcomes(tablet("door"), arrival, departure)).toEqual(["applied", "applied"]);
    expect(await stay()).toMatchObject({
      state: "left",
      arrivedAt: at(monday, 7, 58),
      leftAt: at(monday, 17, 4),
      markedBy: "door",
    });
    const rows = await db.attendanceOperation.findMany({ orderBy: { at: "asc" } });
    expect(rows.map(({ mark: name, deviceId }) => [name, deviceId])).toEqual([
      ["arrive", "door"],
      ["leave", "door"],
    ]);
    expect(rows.every(({ receivedAt }) => receivedAt >= at(monday, 19))).toBe(true);
  });

  it("sends the same again, and is answered the same: nothing is written twice", async () => {
    const all = [mark("arrive", at(monday, 8)), mark("absent", at(monday, 9)), mark("arrive", at(monday, 2))];
    const first = await send(tablet("door"), ...all);
    expect(first.map(({ outcome }) => outcome)).toEqual(["applied", "conflict", "refused"]);
    const before = JSON.stringify([await stay(), await db.attendanceOperation.findMany()]);
    expect(await send(tablet("door", at(monday, 20)), ...all)).toEqual(first);
    expect(JSON.stringify([await stay(), await db.attendanceOperation.findMany()])).toBe(before);
  });

  it("is believed for seven days, and never ahead of the server", async () => {
    expect(await send(tablet("door", at(monday, 8)), mark("arrive", at(monday, 8, 6)))).toMatchObject([
      { outcome: "refused", error: "tablet:error.future" },
    ]);
    expect(await outcomes(tablet("door", at(monday, 8)), mark("arrive", at(monday, 8, 4)))).toEqual([
      "applied",
    ]);
    expect((await stay()).arrivedAt).toEqual(at(monday, 8));
    const late = tablet("door", at(addDays(monday, 8), 8));
    expect(await send(late, mark("leave", at(monday, 17)))).toMatchObject([
      { outcome: "refused", error: "tablet:error.tooOld" },
    ]);
  });

  it("is told of an operation that nobody can read, and the others pass", async () => {
    const good = mark("arrive", at(monday, 8));
    const batch: PostedOperation[] = [{ ok: false, id: "nonsense" }, ...posted(good)];
    const results = await recordOperations(tablet("door"), place(), batch);
    expect(results.map(({ outcome }) => outcome)).toEqual(["refused", "applied"]);
  });

  it("marks nobody of another facility", async () => {
    const other = await createFacility(db);
    const { contractId: elsewhere } = await placeChild(db, { facility: other });
    const [theirs] = await staysOfContract(db, elsewhere);
    const stranger = mark("arrive", at(monday, 8), { presenceId: theirs!.id });
    expect(await outcomes(tablet("door"), stranger)).toEqual(["refused"]);
    expect((await stay(theirs!.id)).state).toBe("planned");
  });
});

describe("two tablets", () => {
  it("make one history of a day, whichever finds the network first", async () => {
    await send(tablet("room"), mark("leave", at(monday, 16, 30)));
    expect((await stay()).state).toBe("planned");
    expect(await outcomes(tablet("door"), mark("arrive", at(monday, 8)))).toEqual(["applied"]);
    expect(await stay()).toMatchObject({ state: "left", leftAt: at(monday, 16, 30) });
    expect(await db.attendanceOperation.count({ where: { outcome: "conflict" } })).toBe(0);
  });

  it("that disagree are both kept, until somebody takes the other version", async () => {
    await send(tablet("door"), mark("arrive", at(monday, 8)));
    const other = mark("arrive", at(monday, 8, 40));
    expect(await outcomes(tablet("room"), other)).toEqual(["conflict"]);
    expect((await stay()).arrivedAt).toEqual(at(monday, 8));
    const day = await readTabletDay(tablet("door"), place());
    expect(day.conflicts).toMatchObject([
      { id: other.id, child: "Lina Martin", who: "room", stands: { state: "arrived", who: "door" } },
    ]);
    const settled = { operationId: other.id, settlement: "applied" as const };
    expect(await settleConflict(tablet("door"), facility.id, settled)).toEqual({ ok: true });
    expect((await stay()).arrivedAt).toEqual(at(monday, 8, 40));
    expect(await settleConflict(tablet("room"), facility.id, settled)).toMatchObject({ ok: false });
    expect((await readTabletDay(tablet("door"), place())).conflicts).toEqual([]);
    expect(await outcomes(tablet("door"), mark("leave", at(monday, 17), { seen: 1 }))).toEqual(["applied"]);
  });

  it("that disagree go on as they stood when somebody keeps what is written", async () => {
    await send(tablet("door"), mark("arrive", at(monday, 8)));
    const other = mark("absent", at(monday, 9));
    await send(tablet("room"), other);
    await settleConflict(tablet("door"), facility.id, { operationId: other.id, settlement: "kept" });
    expect(await stay()).toMatchObject({ state: "arrived", arrivedAt: at(monday, 8), version: 2 });
    const log = await db.auditEntry.findMany({ where: { subjectId: presenceId } });
    expect(log.map(({ action }) => action)).toEqual(["settle:kept:door"]);
  });

  it("never settle what is another facility's", async () => {
    const other = await createFacility(db);
    await send(tablet("door"), mark("arrive", at(monday, 8)));
    const aside = mark("arrive", at(monday, 9));
    await send(tablet("room"), aside);
    const asked = settleConflict(tablet("door"), other.id, { operationId: aside.id, settlement: "applied" });
    await expect(asked).rejects.toMatchObject({ status: 404 });
  });
});

describe("marks made online, and by the family", () => {
  it("write the same history, with the hours put right", async () => {
    const now = at(monday, 18);
    const staff = await visitAs(db, "facility_manager", "presence:mark", { facilityId: facility.id, now });
    await send(tablet("door"), mark("arrive", at(monday, 8)));
    const correct = { presenceId, version: 2, mark: "correct" as const, hours: { arrived: 465, left: 1020 } };
    expect(await markPresence(staff, facility.id, correct)).toEqual({ ok: true });
    const history = await readHistory(staff, facility.id, presenceId);
    expect(history.lines.map(({ mark: name }) => name)).toEqual(["set:arrived", "arrive", "set:left"]);
    expect(await outcomes(tablet("room"), mark("arrive", at(monday, 7, 47)))).toEqual(["same"]);
    expect(await outcomes(tablet("room"), mark("undo", at(monday, 17, 2), { seen: 0 }))).toEqual([
      "conflict",
    ]);
  });

  it("let a child come whom its family had announced absent", async () => {
    const parent = await visitAs(db, "family", "family:act", {
      householdIds: [householdId],
      now: at(monday, 7),
    });
    const { plannedStart } = await stay();
    await reportAbsence(parent, { contractId, plannedStart, absenceCode: "sick" });
    const day = await readTabletDay(tablet("door", at(monday, 7, 30)), place());
    expect(day.stays[0]).toMatchObject({ state: "absent", seen: 0 });
    const visit = tablet("door", at(monday, 9));
    expect(await outcomes(visit, mark("arrive", at(monday, 8, 10)))).toEqual(["applied"]);
    expect(await stay()).toMatchObject({ state: "arrived", arrivedAt: at(monday, 8, 10) });
  });
});

describe("a child whom nobody expected", () => {
  const bring = (child: { contractId: string } | { firstName: string; lastName: string }, time: Date) => ({
    id: randomUUID(),
    kind: "unplanned" as const,
    sectionId: facility.sectionId,
    child,
    at: time.getTime(),
  });
  const sunday = addDays(monday, 6);

  it("of the facility is written from the minute it came, without hours booked, and leaves", async () => {
    const arrival = bring({ contractId }, at(sunday, 9, 10));
    const departure = mark("leave", at(sunday, 15), { presenceId: arrival.id });
    expect(await outcomes(tablet("door", at(sunday, 16)), arrival, departure)).toEqual([
      "applied",
      "applied",
    ]);
    expect(await stay(arrival.id)).toMatchObject({
      origin: "unplanned",
      contractId,
      plannedStart: at(sunday, 9, 10),
      plannedEnd: at(sunday, 9, 10),
      state: "left",
      leftAt: at(sunday, 15),
    });
  });

  it("brought by two tablets comes once", async () => {
    const [one, other] = [bring({ contractId }, at(sunday, 9)), bring({ contractId }, at(sunday, 9, 3))];
    expect(await outcomes(tablet("door", at(sunday, 16)), one)).toEqual(["applied"]);
    const leave = mark("leave", at(sunday, 12), { presenceId: other.id });
    expect(await outcomes(tablet("room", at(sunday, 16)), other, leave)).toEqual(["same", "applied"]);
    expect(await db.presence.count({ where: { origin: "unplanned" } })).toBe(1);
    expect((await stay(one.id)).state).toBe("left");
  });

  it("who was expected after all arrives on its own stay", async () => {
    expect(await outcomes(tablet("door"), bring({ contractId }, at(monday, 8, 5)))).toEqual(["applied"]);
    expect(await stay()).toMatchObject({ state: "arrived", arrivedAt: at(monday, 8, 5) });
    expect(await db.presence.count({ where: { origin: "unplanned" } })).toBe(0);
  });

  it("and whom nobody knows gets a name and a contract of that day, once for the same name", async () => {
    const visit = tablet("door", at(monday, 19));
    const one = bring({ firstName: "Zoé", lastName: "Petit-Jean" }, at(monday, 10));
    const same = bring({ firstName: "zoe", lastName: "Petit Jean" }, at(monday, 10, 2));
    expect(await outcomes(visit, one, same)).toEqual(["applied", "same"]);
    const contract = await db.contract.findFirstOrThrow({
      where: { kind: "emergency" },
      include: { child: true },
    });
    expect(contract).toMatchObject({ startOn: monday, endOn: monday, child: { firstName: "Zoé" } });
  });

  it("taken back leaves nothing on the list", async () => {
    const arrival = bring({ contractId }, at(sunday, 9));
    const undo = mark("undo", at(sunday, 9, 1), { presenceId: arrival.id });
    await send(tablet("door", at(sunday, 9, 5)), arrival, undo);
    expect(await stay(arrival.id)).toMatchObject({ state: "absent", arrivedAt: null });
  });
});

describe("notes and staff", () => {
  it("are kept with their time; the last count of the day is the one shown", async () => {
    const note = { id: randomUUID(), kind: "note" as const, presenceId, code: "lateAnnounced" as const };
    const count = (staff: number, time: Date) => ({
      id: randomUUID(),
      kind: "staffCount" as const,
      sectionId: facility.sectionId,
      staff,
      at: time.getTime(),
    });
    const results = await outcomes(
      tablet("door"),
      { ...note, at: at(monday, 16).getTime() },
      count(4, at(monday, 10)),
      count(3, at(monday, 8)),
    );
    expect(results).toEqual(["applied", "applied", "applied"]);
    const day = await readTabletDay(tablet("room"), place());
    expect(day.stays[0]!.notes).toMatchObject([{ code: "lateAnnounced" }]);
    expect(day.sections[0]!.staff).toMatchObject({ count: 4 });
  });
});
