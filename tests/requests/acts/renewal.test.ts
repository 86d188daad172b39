import { describe, expect, it } from "vitest";
import { declareBirth } from "#app/requests/acts/declare-birth.server.ts";
import { answerRenewal } from "#app/requests/acts/answer-renewal.server.ts";
import { readCareRequest } from "#app/requests/acts/read-care-request.server.ts";
import { readFamilyHome } from "#app/requests/acts/read-family-home.server.ts";
import { readFamilyRequest } from "#app/requests/acts/read-family-request.server.ts";
import { readRenewalPage } from "#app/requests/acts/read-renewal.server.ts";
import { recordRenewalAsked } from "#app/requests/acts/record-renewal-asked.server.ts";
import { renewList } from "#app/requests/acts/renew-list.server.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { visitOf, familyVisit } from "#tests/allocation/town.ts";
import { createCareRequest, createOrganisation, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const sent = new Date("2026-09-01T09:00:00Z");
const at = (day: string): Date => new Date(`${day}T07:15:00Z`);

async function listed(db: PrismaClient, values: Parameters<typeof createCareRequest>[1] = {}) {
  return createCareRequest(db, { status: "waiting", submittedAt: sent, ...values });
}
const row = (db: PrismaClient, id: string) => db.careRequest.findUniqueOrThrow({ where: { id } });
const letters = async (db: PrismaClient, kind: string) =>
  db.message.findMany({ where: { id: { startsWith: `renewal-${kind}-` } }, orderBy: { id: "asc" } });
/** The secret of the link, as the family finds it in its letter. */
const tokenIn = (text: string): string => /\/actualite\/(\S+)/.exec(text)![1]!;

describe("every three months", () => {
  it("asks, reminds twice, closes, each once whatever the number of runs", async () => {
    const { db } = await useTestDatabase();
    const { id } = await listed(db);
    const run = async (day: string) => {
      const report = await renewList({ db, now: at(day) });
      expect(await renewList({ db, now: at(day) })).toEqual({ lapsed: 0, reminded: 0, asked: 0 });
      return report;
    };
    expect(await run("2026-11-30")).toEqual({ lapsed: 0, reminded: 0, asked: 0 });
    expect(await run("2026-12-01")).toEqual({ lapsed: 0, reminded: 0, asked: 1 });
    expect(await row(db, id)).toMatchObject({
      status: "toRenew",
      renewBy: "2026-12-16",
      nextStepBy: "2026-12-16",
    });
    expect(await run("2026-12-08")).toMatchObject({ reminded: 0 });
    expect(await run("2026-12-09")).toMatchObject({ reminded: 1 });
    expect(await run("2026-12-15")).toMatchObject({ reminded: 1 });
    expect(await run("2026-12-16")).toMatchObject({ reminded: 0, lapsed: 0 });
    expect(await run("2026-12-17")).toMatchObject({ lapsed: 1 });
    expect(await row(db, id)).toMatchObject({
      status: "lapsed",
      reopenBy: "2027-01-16",
      nextStepBy: "2027-01-16",
    });
    const steps = await db.requestStep.findMany({ where: { careRequestId: id }, orderBy: { at: "asc" } });
    expect(steps.map(({ transition, by }) => [transition, by])).toEqual([
      ["askRenewal", "clock"],
      ["lapse", "clock"],
    ]);
    for (const kind of ["asked", "first", "second", "lapsed"])
      expect(await letters(db, kind)).toHaveLength(1);
  });

  it("makes up for days on which nothing ran, without a reminder that comes too late", async () => {
    const { db } = await useTestDatabase();
    await listed(db);
    await renewList({ db, now: at("2026-12-01") });
    expect(await renewList({ db, now: at("2026-12-15") })).toMatchObject({ reminded: 1 });
    expect(await letters(db, "first")).toHaveLength(0);
    expect(await letters(db, "second")).toHaveLength(1);
  });

  it("counts from the last confirmation, and asks only those who wait", async () => {
    const { db } = await useTestDatabase();
    await listed(db, { confirmedAt: at("2026-10-15") });
    for (const status of ["submitted", "incomplete", "expectedBirth", "offered", "inCommission", "inCare"])
      await listed(db, { status });
    expect(await renewList({ db, now: at("2026-12-20") })).toMatchObject({ asked: 0 });
    expect(await renewList({ db, now: at("2027-01-15") })).toMatchObject({ asked: 1 });
  });

  it("never closes a request whose family nobody could write to: the desk calls it", async () => {
    const { db } = await useTestDatabase();
    const { id, householdId } = await listed(db);
    await db.guardian.updateMany({ where: { householdId }, data: { email: null } });
    await renewList({ db, now: at("2026-12-01") });
    expect(await renewList({ db, now: at("2027-02-01") })).toEqual({ lapsed: 0, reminded: 0, asked: 0 });
    expect((await row(db, id)).status).toBe("toRenew");
  });

  it("before a meeting, with a shorter time to answer; refused when it is not on the list", async () => {
    const { db } = await useTestDatabase();
    const { id } = await listed(db);
    const asked = { careRequestId: id, at: sent, by: "desk" as const, accountId: null };
    expect(await recordRenewalAsked(db, { ...asked, renewBy: asDay("2026-09-08") })).toMatchObject({
      ok: true,
    });
    expect(await row(db, id)).toMatchObject({ status: "toRenew", renewBy: "2026-09-08" });
    expect((await recordRenewalAsked(db, asked)).ok).toBe(false);
    expect(await letters(db, "asked")).toHaveLength(1);
  });
});

describe("one click, without a password", () => {
  async function askedFamily() {
    const { db } = await useTestDatabase();
    const family = await listed(db);
    await renewList({ db, now: at("2026-12-01") });
    const [letter] = await letters(db, "asked");
    return { db, ...family, token: tokenIn(letter!.text) };
  }
  const link = (db: PrismaClient, token: string, day = "2026-12-03") => ({
    by: "link" as const,
    visit: { ...visitOf(db, { now: at(day) }), actor: null },
    token,
  });

  it("keeps the request on the list with its seniority, twice is once", async () => {
    const { db, id, token } = await askedFamily();
    const key = link(db, token);
    const page = await readRenewalPage(key.visit, token);
    expect(page).toMatchObject({
      id,
      answered: false,
      renewal: { may: { renew: true }, sentOn: "2026-09-01" },
    });
    expect(Object.keys(page)).not.toContain("householdId");
    const answer = { answer: "stillNeeded" as const, version: page.renewal.version };
    expect(await answerRenewal(key, answer)).toMatchObject({ ok: true, done: "renew" });
    expect(await answerRenewal(key, answer)).toMatchObject({ ok: true, done: "confirm" });
    const renewed = await row(db, id);
    expect(renewed).toMatchObject({ status: "waiting", renewBy: null, submittedAt: sent });
    expect(renewed.nextStepBy).toBe("2026-12-15");
    expect(await db.requestStep.count({ where: { careRequestId: id } })).toBe(2);
    expect((await readRenewalPage(key.visit, token)).answered).toBe(true);
    expect(await renewList({ db, now: at("2027-03-02") })).toMatchObject({ asked: 0 });
    expect(await renewList({ db, now: at("2027-03-03") })).toMatchObject({ asked: 1 });
    // The next question has a link of its own.
    await expect(readRenewalPage(key.visit, token)).rejects.toMatchObject({ status: 404 });
  });

  it("withdraws, and says so", async () => {
    const { db, id, token } = await askedFamily();
    const key = link(db, token);
    const { version } = (await readRenewalPage(key.visit, token)).renewal;
    expect(await answerRenewal(key, { answer: "withdraw", version: version - 1 })).toMatchObject({
      ok: false,
    });
    expect(await answerRenewal(key, { answer: "withdraw", version })).toMatchObject({ done: "withdraw" });
    expect(await answerRenewal(key, { answer: "withdraw", version })).toMatchObject({ done: "withdraw" });
    expect((await row(db, id)).status).toBe("withdrawn");
    expect(await db.message.count({ where: { id: { startsWith: "request-withdrawn:" } } })).toBe(1);
    expect(await readRenewalPage(key.visit, token)).toMatchObject({ answered: true, mayWithdraw: false });
  });

  it("opens again what was closed, during thirty days, at the same place", async () => {
    const { db, id, token } = await askedFamily();
    await renewList({ db, now: at("2026-12-17") });
    const { version } = await row(db, id);
    const answer = { answer: "stillNeeded" as const, version };
    const late = link(db, token, "2027-01-17");
    expect(await answerRenewal(late, answer)).toEqual({
      ok: false,
      error: "requests:renewal.error.closed",
    });
    expect((await readRenewalPage(late.visit, token)).next).toEqual({
      key: "requests:status.lapsed.nextUndated",
      day: null,
    });
    const inTime = link(db, token, "2027-01-16");
    expect((await readRenewalPage(inTime.visit, token)).next.day).toBe("2027-01-16");
    expect(await answerRenewal(inTime, answer)).toMatchObject({ done: "reopen" });
    expect(await row(db, id)).toMatchObject({ status: "waiting", submittedAt: sent, reopenBy: null });
  });

  it("opens nothing with a link that is not ours", async () => {
    const { db, id, token } = await askedFamily();
    const other = await listed(db, { status: "toRenew", renewalAskedAt: at("2026-12-01") });
    const signature = token.slice(token.lastIndexOf("."));
    for (const wrong of ["", id, `${id}.`, `${id}.x`, `${other.id}${signature}`, `${token}x`])
      await expect(answerRenewal(link(db, wrong), { answer: "withdraw", version: 1 })).rejects.toMatchObject({
        status: 404,
      });
  });
});

describe("from the family's space, and by telephone", () => {
  it("a family confirms early: the request does not move, its next question does", async () => {
    const { db } = await useTestDatabase();
    const { id, householdId } = await listed(db, { status: "declinedKept" });
    const visit = familyVisit(db, householdId, at("2026-11-20"));
    const before = await readFamilyRequest(visit, id);
    expect(before.renewal).toMatchObject({ may: { confirm: true }, askedAgainOn: "2026-12-01" });
    const key = { by: "family" as const, visit, careRequestId: id };
    const answer = { answer: "stillNeeded" as const, version: before.request.version };
    expect(await answerRenewal(key, answer)).toMatchObject({ done: "confirm" });
    expect(await answerRenewal(key, answer)).toMatchObject({ done: "confirm" });
    const after = await readFamilyRequest(visit, id);
    expect(after.request.status).toBe("declinedKept");
    expect(after.renewal).toMatchObject({ confirmedOn: "2026-11-20", askedAgainOn: "2027-02-20" });
    expect(after.timeline.map(({ transition }) => transition)).toEqual(["confirm"]);
    expect(await renewList({ db, now: at("2026-12-01") })).toMatchObject({ asked: 0 });
    const stranger = { ...key, visit: familyVisit(db, "household-other") };
    await expect(answerRenewal(stranger, answer)).rejects.toMatchObject({ status: 404 });
  });

  it("is what the family has to do first", async () => {
    const { db } = await useTestDatabase();
    const { id: careRequestId, householdId } = await listed(db);
    await renewList({ db, now: at("2026-12-01") });
    const home = await readFamilyHome(familyVisit(db, householdId, at("2026-12-02")));
    expect(home.tasks).toEqual([
      { code: "renew", careRequestId, childFirstName: "Lina", dueOn: "2026-12-16" },
    ]);
  });

  it("the desk writes down what it is told, within its scope, and it is logged", async () => {
    const { db } = await useTestDatabase();
    const { id: handlerId } = await createOrganisation(db, { kind: "association" });
    const { id } = await listed(db, { handlerId });
    await renewList({ db, now: at("2026-12-01") });
    await renewList({ db, now: at("2026-12-17") });
    const agent = await visitAs(db, "coordinator", "careRequest:answer", { now: at("2026-12-20") });
    const file = await readCareRequest(agent, id);
    expect(file.may).toMatchObject({ stillNeeded: "reopen", withdraw: false });
    const key = { by: "desk" as const, visit: agent, careRequestId: id };
    const { version } = file;
    const stranger = await visitAs(db, "association_manager", "careRequest:answer", {
      organisationId: "elsewhere",
    });
    const answer = { answer: "stillNeeded" as const, version };
    await expect(answerRenewal({ ...key, visit: stranger }, answer)).rejects.toMatchObject({ status: 404 });
    expect(await answerRenewal(key, answer)).toMatchObject({ done: "reopen" });
    const step = await db.requestStep.findFirst({ where: { careRequestId: id, transition: "reopen" } });
    expect(step).toMatchObject({ by: "desk", accountId: agent.actor.accountId });
    expect(await db.auditEntry.count({ where: { subjectId: id, action: "reopen" } })).toBe(1);
    expect((await readCareRequest(agent, id)).may.stillNeeded).toBe("confirm");
  });
});

it("a birth told after a place was declined, or accepted, completes the child and leaves the request there", async () => {
  const { db } = await useTestDatabase();
  const { id, householdId, childId } = await listed(db, { birthDay: null, status: "declinedKept" });
  const second = await listed(db, {
    householdId,
    childId,
    status: "expectedBirth",
    nextStepBy: "2027-03-10",
  });
  const visit = familyVisit(db, householdId, at("2027-01-12"));
  expect((await readFamilyRequest(visit, id)).mayDeclareBirth).toBe(true);
  const birth = { careRequestId: id, version: 1, birthDay: asDay("2027-01-09"), firstName: "Noé" };
  expect(await declareBirth(visit, birth)).toEqual({ ok: true });
  expect(await row(db, id)).toMatchObject({ status: "declinedKept" });
  expect(await row(db, second.id)).toMatchObject({ status: "waiting", nextStepBy: "2027-01-15" });
  expect(await db.requestStep.count({ where: { transition: "declareBirth" } })).toBe(2);
  expect((await readFamilyRequest(visit, id)).mayDeclareBirth).toBe(false);
  expect(await declareBirth(visit, birth)).toMatchObject({ ok: false });
});
