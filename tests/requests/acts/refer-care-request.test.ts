import { beforeEach, describe, expect, it } from "vitest";
import { readParameter } from "#app/platform/parameters.server.ts";
import { readCareRequest } from "#app/requests/acts/read-care-request.server.ts";
import { readTimeline } from "#app/requests/acts/read-timeline.server.ts";
import { recordReferral } from "#app/requests/acts/record-referral.server.ts";
import { referCareRequest } from "#app/requests/acts/refer-care-request.server.ts";
import { referralRules } from "#app/requests/rules/referral.ts";
import { aMonday, aPattern, visitAs } from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";
import { arrive, openTown, standing, today } from "#tests/requests/town.ts";

let db: TestDatabase["db"];
beforeEach(async () => {
  ({ db } = await useTestDatabase());
  await openTown(db);
});

const coordinator = () => visitAs(db, "coordinator", "careRequest:refer");
const confirm = (careRequestId: string, version = 1) => ({ careRequestId, version, change: null });
const targets = async (careRequestId: string) =>
  (await db.referral.findMany({ where: { careRequestId }, orderBy: { target: "asc" } })).map(
    ({ target, status }) => `${target} ${status}`,
  );

describe("on arrival", () => {
  it("a nursery request is proposed to the coordination, which reads it", async () => {
    const { id } = await arrive(db);
    expect(await targets(id)).toEqual(["coordination proposed"]);
    expect(await standing(db, id)).toMatchObject({ status: "submitted", handlerId: "ccas" });
  });

  it("a school child's request is proposed to the association of its school", async () => {
    const { id } = await arrive(db, {
      kind: "afterSchool",
      birthDay: "2020-01-01",
      schoolId: "school-north",
    });
    expect(await targets(id)).toEqual(["association proposed"]);
    expect(await standing(db, id)).toMatchObject({ handlerId: "association-north" });
  });

  it("proposing again replaces what was proposed, not what an agent confirmed", async () => {
    const { id } = await arrive(db);
    await recordReferral(db, { careRequestId: id, at: aMonday, today });
    expect(await targets(id)).toEqual(["coordination proposed"]);
    await referCareRequest(await coordinator(), confirm(id));
    await recordReferral(db, { careRequestId: id, at: aMonday, today });
    expect(await targets(id)).toEqual(["coordination confirmed", "coordination proposed"]);
  });

  it("follows the rules in force that day", async () => {
    const value = [{ when: { careKind: "nursery" }, sendTo: "rpe", reason: "hours-not-covered" }];
    await db.parameter.create({ data: { code: "referral-rules", validFrom: today, source: "test", value } });
    expect(await readParameter(db, "referral-rules", today, referralRules)).toHaveLength(1);
    expect(await targets((await arrive(db)).id)).toEqual(["rpe proposed"]);
  });
});

describe("confirming", () => {
  it("puts the request on the list until the next meeting, and tells each guardian once", async () => {
    const { id, reference, email } = await arrive(db);
    const outcome = await referCareRequest(await coordinator(), confirm(id));
    expect(outcome).toEqual({ ok: true, notice: "requests:notice.referred", reference });
    expect(await standing(db, id)).toMatchObject({ status: "waiting", nextStepBy: "2026-09-15", version: 2 });
    expect(await targets(id)).toEqual(["coordination confirmed"]);
    const [message, ...others] = await db.message.findMany();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ id: `referred:v1:${id}:1`, recipient: email });
    expect(message!.text).toContain("CCAS");
    expect(message!.text).toContain("mardi 15 septembre 2026");
  });

  it("twice, as by a double click, acts once and sends once", async () => {
    const { id } = await arrive(db);
    const visit = await coordinator();
    await referCareRequest(visit, confirm(id));
    const again = await referCareRequest(visit, confirm(id));
    expect(again).toEqual({ ok: false, error: "requests:error.changedMeanwhile" });
    expect(await db.message.count()).toBe(1);
    expect(await db.requestStep.count()).toBe(1);
  });

  it("by two coordinators at once, one wins and the other is told", async () => {
    const { id } = await arrive(db);
    const [one, other] = [await coordinator(), await coordinator()];
    const outcomes = await Promise.all([
      referCareRequest(one, confirm(id)),
      referCareRequest(other, {
        ...confirm(id),
        change: { target: "facility:night", reason: "family-wish" },
      }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: "requests:error.changedMeanwhile" });
    expect(await standing(db, id)).toMatchObject({ version: 2 });
    expect(await db.message.count()).toBe(1);
  });

  it("waits for the birth of a child who is expected", async () => {
    const { id } = await arrive(db, { birthDay: null });
    await referCareRequest(await coordinator(), confirm(id));
    expect(await standing(db, id)).toMatchObject({ status: "expectedBirth", nextStepBy: "2027-03-10" });
    expect((await db.message.findFirstOrThrow()).text).toContain("Dites-nous la naissance");
  });

  it("opens a case at the RPE when nobody covers the hours and the family agrees", async () => {
    await db.facility.deleteMany({ where: { id: "night" } });
    const night = { pattern: aPattern({ start: 1320, end: 1800 }), atypicalMinutes: 2400 };
    const agreed = await arrive(db, { ...night, adviceConsent: true });
    const silent = await arrive(db, night);
    for (const { id } of [agreed, silent]) await referCareRequest(await coordinator(), confirm(id));
    const cases = await db.adviceCase.findMany();
    expect(cases.map(({ careRequestId }) => careRequestId)).toEqual([agreed.id]);
  });
});

describe("changing", () => {
  it("sends a request elsewhere for a coded reason, kept and told", async () => {
    const { id } = await arrive(db, {
      kind: "afterSchool",
      birthDay: "2020-01-01",
      schoolId: "school-north",
    });
    const change = { target: "association:association-south", reason: "school-changed" as const };
    const outcome = await referCareRequest(await coordinator(), { ...confirm(id), change });
    expect(outcome).toMatchObject({ ok: true, notice: "requests:notice.changed" });
    expect(await targets(id)).toEqual(["association replaced", "association confirmed"].sort().reverse());
    expect(await standing(db, id)).toMatchObject({ handlerId: "association-south", status: "waiting" });
    const [step] = await readTimeline(db, id);
    expect(step).toMatchObject({
      transition: "refer",
      reasonCode: "school-changed",
      to: ["Association south"],
    });
  });

  it("to somewhere that is not proposed to this family is refused, and changes nothing", async () => {
    const { id } = await arrive(db);
    const visit = await coordinator();
    for (const target of ["rpe", "facility:site-north", "association:association-north", "moon"]) {
      const outcome = await referCareRequest(visit, {
        ...confirm(id),
        change: { target, reason: "family-wish" },
      });
      expect(outcome).toMatchObject({ ok: false, error: "requests:error.target", field: "target" });
    }
    expect(await standing(db, id)).toMatchObject({ version: 1, status: "submitted" });
  });
});

describe("an association", () => {
  it("reads and refers the requests of its schools, and sees nothing of another's", async () => {
    const child = { kind: "afterSchool", birthDay: "2020-01-01" };
    const own = await arrive(db, { ...child, schoolId: "school-north" });
    const other = await arrive(db, { ...child, schoolId: "school-south" });
    const manager = await visitAs(db, "association_manager", "careRequest:refer", {
      organisationId: "association-north",
    });
    const file = await readCareRequest(manager, own.id);
    expect(file).toMatchObject({ reference: own.reference, may: { refer: "refer" } });
    await expect(readCareRequest(manager, other.id)).rejects.toMatchObject({ status: 404 });
    await expect(referCareRequest(manager, confirm(other.id))).rejects.toMatchObject({ status: 404 });
    expect(await referCareRequest(manager, confirm(own.id))).toMatchObject({ ok: true });
  });

  it("leaves a trace of each file it reads and of what it does", async () => {
    const { id } = await arrive(db, {
      kind: "afterSchool",
      birthDay: "2020-01-01",
      schoolId: "school-north",
    });
    const manager = await visitAs(db, "association_manager", "careRequest:refer", {
      organisationId: "association-north",
    });
    await readCareRequest(manager, id);
    await referCareRequest(manager, confirm(id));
    const entries = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action).sort()).toEqual(["read", "refer"]);
    expect(entries.every(({ accountId }) => accountId === manager.actor.accountId)).toBe(true);
  });
});
