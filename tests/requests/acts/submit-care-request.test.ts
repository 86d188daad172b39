import { beforeEach, describe, expect, it } from "vitest";
import type { Visit } from "#app/access/visit.server.ts";
import { readAskReceipt } from "#app/requests/acts/read-ask-receipt.server.ts";
import { readAskReview } from "#app/requests/acts/read-ask-review.server.ts";
import { startDraft } from "#app/requests/acts/start-draft.server.ts";
import { submitCareRequest } from "#app/requests/acts/submit-care-request.server.ts";
import type { AskDraft } from "#app/requests/rules/ask-form.ts";
import { emptyGuardian } from "#app/requests/rules/ask-form.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { findAskedTogether } from "#app/requests/store/siblings.server.ts";
import { typeRota } from "#app/requests/rules/ask-form-hours-typed.ts";
import { aDraft, aTypedChild, aVisitor, keptDraft, weekOf } from "#tests/requests/ask-draft.ts";
import { openTown } from "#tests/requests/town.ts";
import { createCareRequest, visitAs } from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";

let db: TestDatabase["db"];
let visit: Visit;
beforeEach(async () => {
  ({ db } = await useTestDatabase());
  await openTown(db);
  visit = aVisitor(db);
});

const send = async (data: AskDraft, by = visit) => {
  const { draft, asks } = await keptDraft(db, by, data);
  return { draft, asks, sent: await submitCareRequest(by, draft) };
};
const counts = async () => ({
  households: await db.household.count(),
  children: await db.child.count(),
  requests: await db.careRequest.count(),
  steps: await db.requestStep.count(),
  messages: await db.message.count(),
});

describe("a request that is sent", () => {
  it("is written whole: household, child, hours, wishes, facts, history, referral", async () => {
    const nights = weekOf([1, 2, 3, 4], 1230, 1830);
    const child = aTypedChild({
      pattern: nights,
      wishes: [
        { facilityId: "day", rank: "2" },
        { facilityId: "night", rank: "1" },
      ],
    });
    const { sent } = await send(aDraft({ children: [child], facts: ["atypical-work", "caf-referral"] }));
    expect(sent.ok).toBe(true);
    const request = await db.careRequest.findFirstOrThrow({
      include: {
        wishes: { orderBy: { rank: "asc" } },
        facts: true,
        steps: true,
        referrals: true,
        child: true,
      },
    });
    expect(request).toMatchObject({
      status: "submitted",
      kind: "nursery",
      language: "fr",
      pattern: nights,
      weeklyMinutes: 2400,
      atypicalMinutes: 2400,
      startOn: "2026-11-02",
      flexibleWeeks: 4,
      // Five working days after a Monday.
      nextStepBy: "2026-09-21",
      handlerId: "ccas",
      child: { firstName: "Léa", birthDay: "2025-09-01" },
    });
    expect(request.reference).toMatch(/^GF-26-[2-9A-Z]{5}$/);
    expect(request.wishes.map((wish) => [wish.facilityId, wish.coveredMinutes])).toEqual([
      ["night", 2400],
      ["day", 0],
    ]);
    // What the Caf states is not the family's to state.
    expect(request.facts.map(({ code, proofState }) => [code, proofState])).toEqual([
      ["atypical-work", "stated"],
    ]);
    expect(request.steps).toMatchObject([
      { transition: "submit", fromStatus: null, toStatus: "submitted", by: "family" },
    ]);
    expect(request.referrals.map(({ target }) => target)).toContain("coordination");
  });

  it("keeps six weeks that repeat, or the weeks of a rota, as they were given", async () => {
    const slots = Array.from({ length: 6 }, (_, week) => ({
      week,
      weekday: 1 as const,
      start: 480,
      end: 1080,
    }));
    const cycle = { cycleWeeks: 6, slots };
    await send(aDraft({ children: [aTypedChild({ pattern: cycle })] }));
    const weeks = [
      { monday: "2026-11-02" as CalendarDay, slots: [{ weekday: 7 as const, start: 1320, end: 1800 }] },
      { monday: "2026-11-09" as CalendarDay, slots: [] },
    ];
    const { hours } = aTypedChild();
    await send(aDraft({ children: [aTypedChild({ firstName: "Zoé", hours: typeRota(hours, weeks)! })] }));
    const stored = await db.careRequest.findMany({ orderBy: { weeklyMinutes: "desc" } });
    expect(stored.map(({ pattern, weeklyMinutes }) => ({ pattern, weeklyMinutes }))).toEqual([
      { pattern: cycle, weeklyMinutes: 600 },
      { pattern: { cycleWeeks: 1, slots: [], rota: weeks }, weeklyMinutes: 240 },
    ]);
  });

  it("has one request, with its own reference, for each child", async () => {
    const noe = aTypedChild({
      firstName: "Noé",
      birthDay: "2020-01-01",
      kind: "afterSchool",
      schoolId: "school-north",
      pattern: weekOf([1, 2, 4, 5], 990, 1110),
      wishes: [{ facilityId: "site-north", rank: "1" }],
    });
    await send(aDraft({ children: [aTypedChild(), noe], facts: ["student-parent", "single-parent"] }));
    const requests = await db.careRequest.findMany({ include: { facts: true }, orderBy: { kind: "asc" } });
    expect(new Set(requests.map(({ reference }) => reference)).size).toBe(2);
    expect(new Set(requests.map(({ householdId }) => householdId)).size).toBe(1);
    expect(requests.map(({ handlerId, facts }) => [handlerId, facts.map(({ code }) => code).sort()])).toEqual(
      [
        ["association-north", ["single-parent"]],
        ["ccas", ["single-parent", "student-parent"]],
      ],
    );
  });

  it("says of brothers and sisters whether they go together, and whether fewer days would do", async () => {
    const older = aTypedChild({
      firstName: "Tom",
      birthDay: "2024-06-01",
      minDays: "3",
      fewerDaysFirst: true,
    });
    const noe = aTypedChild({
      firstName: "Noé",
      birthDay: "2020-01-01",
      kind: "afterSchool",
      schoolId: "school-north",
      wishes: [{ facilityId: "site-north", rank: "1" }],
    });
    const siblingRules = { nursery: "together", afterSchool: "" };
    const data = aDraft({ children: [aTypedChild(), noe, older], siblingRules });
    const { asks, draft } = await keptDraft(db, visit, data);
    const review = await readAskReview(visit, asks("/demandes/nouvelle/relecture"));
    expect(review.siblings).toEqual([{ kind: "nursery", children: [0, 2], rule: "together" }]);
    expect(review.children[2]!.fewerDays).toEqual({ minDays: 3, fewerDaysFirst: true });
    await submitCareRequest(visit, draft);
    const rows = await db.careRequest.findMany({ include: { child: true } });
    const of = (name: string) => rows.find(({ child }) => child.firstName === name)!;
    expect(of("Tom")).toMatchObject({ minDays: 3, fewerDaysFirst: true, siblingRule: "together" });
    expect(of("Léa")).toMatchObject({ minDays: null, fewerDaysFirst: false, siblingRule: "together" });
    expect(of("Noé")).toMatchObject({ siblingGroupId: null, siblingRule: "apart" });
    expect(of("Léa").siblingGroupId).toBe(of("Tom").siblingGroupId);
    expect(of("Léa").siblingGroupId).not.toBeNull();
    const { requests } = await readAskReceipt(visit, asks("/demandes/nouvelle/envoyee"));
    expect(requests.map(({ together }) => together.siblings.map(({ firstName }) => firstName))).toEqual([
      ["Tom"],
      [],
      ["Léa"],
    ]);
    const told = await findAskedTogether(db, of("Léa"));
    expect(told).toEqual({
      rule: "together",
      siblings: [{ id: of("Tom").id, reference: of("Tom").reference, firstName: "Tom" }],
    });
  });

  it("is acknowledged to each guardian, with the law, the date and a tracking link", async () => {
    const second = {
      ...emptyGuardian(),
      firstName: "Sacha",
      lastName: "Petit",
      email: "sacha@example.fr",
    };
    const { draft, asks } = await send(aDraft({ guardians: [aDraft().guardians[0]!, second] }));
    const { id, reference, trackingTokenHash } = await db.careRequest.findFirstOrThrow();
    const messages = await db.message.findMany({ orderBy: { id: "asc" } });
    expect(messages.map((message) => [message.id, message.recipient])).toEqual([
      [`acknowledgement:${id}:1`, "camille@example.fr"],
      [`acknowledgement:${id}:2`, "sacha@example.fr"],
    ]);
    const [{ subject, text }] = messages as [(typeof messages)[0]];
    expect(subject).toBe(`Votre demande ${reference} est reçue`);
    for (const said of [
      "Bonjour Camille",
      "lundi 14 septembre 2026",
      "lundi 21 septembre 2026",
      "14 novembre 2026",
      "L231-4",
    ])
      expect(text).toContain(said);
    const token = /\/suivi\/([\w-]+)/.exec(text)![1]!;
    expect(hashToken(token)).toBe(trackingTokenHash);
    const receipt = await readAskReceipt(visit, asks("/demandes/nouvelle/envoyee"));
    expect(receipt.requests[0]).toMatchObject({ reference, trackingPath: `/suivi/${token}` });
    expect(receipt).toMatchObject({ receivedOn: "2026-09-14", refusedOn: "2026-11-14" });
    expect(JSON.stringify(await db.draft.findUnique({ where: { id: draft.id } }))).not.toContain("camille");
  });

  it("sent twice is one request, with the same answer", async () => {
    const { draft, sent } = await send(aDraft());
    expect(await submitCareRequest(visit, draft)).toEqual(sent);
    expect(await counts()).toEqual({ households: 1, children: 1, requests: 1, steps: 1, messages: 1 });
  });

  it("by two clicks at once is one request", async () => {
    const { draft } = await keptDraft(db, visit, aDraft());
    const both = await Promise.all([submitCareRequest(visit, draft), submitCareRequest(visit, draft)]);
    expect(both[0]).toEqual(both[1]);
    expect((await counts()).requests).toBe(1);
  });

  it("for a child to be born waits for the desk like any other", async () => {
    const expected = { birth: "expected", firstName: "", birthDay: "", expectedOn: "2026-10-20" };
    const child = aTypedChild(expected);
    child.hours.startOn = "2027-01-04";
    await send(aDraft({ children: [child] }));
    expect(await db.careRequest.findFirst({ include: { child: true } })).toMatchObject({
      status: "submitted",
      child: { firstName: "", birthDay: null, expectedOn: "2026-10-20" },
    });
    expect((await db.message.findFirst())!.text).toContain("votre enfant à naître");
  });
});

describe("nothing is written", () => {
  const nothing = { households: 0, children: 0, requests: 0, steps: 0, messages: 0 };

  it("when an answer is missing", async () => {
    const { sent, asks } = await send(aDraft({ facts: null }));
    expect(sent).toEqual({ ok: false, error: "families:ask.review.incomplete" });
    expect(await counts()).toEqual(nothing);
    expect((await readAskReview(visit, asks("/demandes/nouvelle/relecture"))).gaps).toEqual([
      { step: "priority", child: 0 },
    ]);
  });

  it("when the facility wished for is no longer there", async () => {
    const child = aTypedChild({ wishes: [{ facilityId: "closed since", rank: "1" }] });
    const { sent, asks } = await send(aDraft({ children: [child] }));
    expect(sent.ok).toBe(false);
    expect((await readAskReview(visit, asks("/demandes/nouvelle/relecture"))).gaps).toEqual([
      { step: "wishes", child: 0 },
    ]);
  });

  it("when a later part of it fails", async () => {
    // The second child's school disappears between the form and the sending.
    const noe = aTypedChild({
      firstName: "Noé",
      birthDay: "2020-01-01",
      kind: "afterSchool",
      schoolId: "school gone",
      wishes: [],
    });
    const { draft } = await keptDraft(db, visit, aDraft({ children: [aTypedChild(), noe] }));
    await expect(submitCareRequest(visit, draft)).rejects.toThrow();
    expect(await counts()).toEqual(nothing);
    expect(await db.draft.findUnique({ where: { id: draft.id } })).toMatchObject({ sentAs: null });
  });
});

describe("a guardian who is signed in", () => {
  it("keeps the household and the child already known", async () => {
    const before = await createCareRequest(db, { childFirstName: "Léa", birthDay: "2025-09-01" });
    const signed = await visitAs(db, "family", "family:read", {
      householdIds: [before.householdId],
      now: visit.now,
    });
    await send(aDraft({ householdId: before.householdId, guardians: [] }), signed);
    const requests = await db.careRequest.findMany({ where: { childId: before.childId } });
    expect(requests).toHaveLength(2);
    expect(await db.household.count()).toBe(1);
    expect(await db.requestStep.findFirst()).toMatchObject({ accountId: signed.actor.accountId });
    expect(await db.message.findFirst()).toMatchObject({ recipient: before.email });
  });

  it("cannot write in the household of others", async () => {
    const others = await createCareRequest(db);
    await send(aDraft({ householdId: others.householdId }));
    expect(await db.careRequest.count({ where: { householdId: others.householdId } })).toBe(1);
    expect(await db.household.count()).toBe(2);
  });

  it("of two households asks in a third one: neither other parent reads what is asked with the other", async () => {
    const [first, second] = [await createCareRequest(db), await createCareRequest(db)];
    const householdIds = [first.householdId, second.householdId];
    const signed = await visitAs(db, "family", "family:read", { householdIds, now: visit.now });
    const { draft } = await startDraft(signed, { replacing: null });
    expect(draft.data.householdId).toBeNull();
    await send(aDraft({ householdId: first.householdId }), signed);
    expect(await db.careRequest.count({ where: { householdId: { in: householdIds } } })).toBe(2);
    expect(await db.household.count()).toBe(3);
  });
});
