import { beforeEach, describe, expect, it } from "vitest";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { confirmPresences } from "#app/attendance/acts/confirm-presences.server.ts";
import { type MarkToMake, markPresence } from "#app/attendance/acts/mark-presence.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { createFacility, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { at, monday, placeChild, staysOfContract } from "../town.ts";

let db: PrismaClient;
let facility: { id: string; sectionId: string };
let presenceId: string;

beforeEach(async () => {
  ({ db } = await useTestDatabase());
  facility = await createFacility(db);
  const { contractId } = await placeChild(db, { facility });
  presenceId = (await staysOfContract(db, contractId))[0]!.id;
});

const staff = (now = at(monday, 8, 12), facilityId = facility.id): Promise<SignedVisit> =>
  visitAs(db, "attendance_staff", "presence:mark", { facilityId, now });
const present = () => db.presence.findUniqueOrThrow({ where: { id: presenceId } });
const touch = (mark: "arrive" | "leave" | "absent" | "undo", version: number): MarkToMake => ({
  presenceId,
  version,
  mark,
  absenceCode: null,
});

describe("a mark", () => {
  it("is written with who, when, and a line in the log", async () => {
    const visit = await staff();
    expect(await markPresence(visit, facility.id, touch("arrive", 1))).toEqual({ ok: true });
    expect(await present()).toMatchObject({
      state: "arrived",
      arrivedAt: at(monday, 8, 12),
      version: 2,
      markedBy: visit.actor.accountId,
    });
    const log = await db.auditEntry.findMany({ where: { subjectId: presenceId } });
    expect(log.map(({ action, accountId }) => [action, accountId])).toEqual([
      ["mark:arrive", visit.actor.accountId],
    ]);
  });

  it("touched twice, is made once: the first hour stays", async () => {
    await markPresence(await staff(), facility.id, touch("arrive", 1));
    const again = await markPresence(await staff(at(monday, 8, 20)), facility.id, touch("arrive", 1));
    expect(again).toEqual({ ok: true });
    expect(await present()).toMatchObject({ arrivedAt: at(monday, 8, 12), version: 2 });
  });

  it("of a second tablet that saw the old state is refused, and nothing is lost", async () => {
    const [one, other] = [await staff(), await staff()];
    expect(await markPresence(one, facility.id, touch("arrive", 1))).toEqual({ ok: true });
    expect(await markPresence(other, facility.id, touch("absent", 1))).toEqual({
      ok: false,
      error: "attendance:error.changedMeanwhile",
    });
    expect((await present()).state).toBe("arrived");
  });

  it("of twenty tablets at once is made by one of them only", async () => {
    const visit = await staff();
    const marks = Array.from({ length: 20 }, (_, index) => touch(index % 2 ? "arrive" : "absent", 1));
    const made = await Promise.all(marks.map((mark) => markPresence(visit, facility.id, mark)));
    const { state, version } = await present();
    expect(version).toBe(2);
    for (const [index, { ok }] of made.entries()) {
      expect(ok).toBe(state === (index % 2 ? "arrived" : "absent"));
    }
  });

  it("can be put right afterwards, with hours typed", async () => {
    const visit = await staff(at(monday, 19));
    const hours = { arrived: 8 * 60 + 30, left: 17 * 60 };
    const asked = { presenceId, version: 1, mark: "correct", hours } as const;
    expect(await markPresence(visit, facility.id, asked)).toEqual({ ok: true });
    expect(await present()).toMatchObject({
      state: "left",
      arrivedAt: at(monday, 8, 30),
      leftAt: at(monday, 17),
    });
  });

  it("of a child of another facility is not found, whoever asks", async () => {
    const other = await createFacility(db);
    const stranger = await staff(at(monday, 9), other.id);
    const status = async (visit: SignedVisit, facilityId: string) =>
      markPresence(visit, facilityId, touch("arrive", 1)).catch((thrown: Response) => thrown.status);
    expect(await status(stranger, other.id)).toBe(404);
    expect(await status(stranger, facility.id)).toBe(404);
    expect(await status(await staff(), other.id)).toBe(404);
    expect((await present()).state).toBe("planned");
  });
});

describe("confirming the others", () => {
  it("takes the stays that are over and unmarked, and leaves what was marked", async () => {
    const { contractId } = await placeChild(db, { facility, firstName: "Adam" });
    const [adam] = await staysOfContract(db, contractId);
    await markPresence(await staff(), facility.id, { ...touch("absent", 1), presenceId: adam!.id });
    const day = { sectionId: facility.sectionId, day: monday };
    expect(await confirmPresences(await staff(at(monday, 12)), facility.id, day)).toBe(0);
    expect(await confirmPresences(await staff(at(monday, 20)), facility.id, day)).toBe(1);
    expect(await present()).toMatchObject({ state: "left", leftAt: at(monday, 18) });
    expect((await db.presence.findUniqueOrThrow({ where: { id: adam!.id } })).state).toBe("absent");
  });
});
