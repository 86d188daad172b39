import { describe, expect, it } from "vitest";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import { noScope } from "#app/access/rules/permissions.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { agentVisit, openSection, startOn, tokenOf, visitOf, waitingFamily, week } from "../town.ts";

const asked = (careRequestId: string, sectionId: string) => ({
  careRequestId,
  sectionId,
  version: 1,
  startOn,
  endOn: null,
  hours: "asked" as const,
});

describe("a place that exists", () => {
  it("is offered, held, written in the history, and both guardians get the link", async () => {
    const { db } = await useTestDatabase();
    const section = await openSection(db);
    const { careRequestId } = await waitingFamily(db, "martin");
    const made = await makeOffer(agentVisit(db), asked(careRequestId, section));
    expect(made).toMatchObject({ ok: true, answerBy: "2026-09-17", writtenTo: 2 });
    const request = await db.careRequest.findUniqueOrThrow({
      where: { id: careRequestId },
      include: { offers: true, steps: true },
    });
    expect(request).toMatchObject({ status: "offered", version: 2, nextStepBy: "2026-09-17" });
    expect(request.offers).toHaveLength(1);
    // The end of the tenth day, in Paris.
    expect(request.offers[0]).toMatchObject({ status: "open", answerBy: new Date("2026-09-17T22:00:00Z") });
    expect(request.steps).toMatchObject([{ transition: "offer", by: "desk", accountId: "agent" }]);
    const letters = await db.message.findMany();
    expect(letters.map(({ recipient }) => recipient).sort()).toEqual([
      "camille.martin@example.org",
      "noe.martin@example.org",
    ]);
    expect(letters[0]!.text).toContain("jeudi 17 septembre 2026");
    expect(await tokenOf(db, request.offers[0]!.id)).toHaveLength(43);
    expect(JSON.stringify(request.offers)).not.toContain(await tokenOf(db, request.offers[0]!.id));
    expect(await db.auditEntry.count({ where: { action: "offer", subjectId: careRequestId } })).toBe(1);
  });

  it("may be offered for the opening hours only, when the agent says so", async () => {
    const { db } = await useTestDatabase();
    const section = await openSection(db);
    const { careRequestId } = await waitingFamily(db, "nguyen", { pattern: week(5, 20) });
    const whole = await makeOffer(agentVisit(db), asked(careRequestId, section));
    expect(whole).toMatchObject({ ok: false, error: "allocation:make.refusal.full" });
    expect(whole).toMatchObject({
      conflicts: expect.arrayContaining([
        expect.objectContaining({ weekday: 1, start: 300, end: 420, cause: "closed", always: true }),
      ]) as unknown,
    });
    const made = await makeOffer(agentVisit(db), { ...asked(careRequestId, section), hours: "opening" });
    expect(made.ok).toBe(true);
    const offer = await db.offer.findFirstOrThrow();
    expect(offer.pattern).toEqual(week(7, 19));
  });
});

describe("a refusal names what is missing", () => {
  it("the hours that are full, held by contracts and by open offers", async () => {
    const { db } = await useTestDatabase();
    const section = await openSection(db, { places: 2 });
    const placed = await waitingFamily(db, "a");
    const offered = await waitingFamily(db, "b", { pattern: week(8, 12, [2]) });
    const last = await waitingFamily(db, "c", { pattern: week(8, 18) });
    await db.contract.create({
      data: {
        childId: placed.childId,
        facilityId: "lucioles",
        sectionId: section,
        pattern: week(8, 18),
        startOn: "2026-09-01",
        createdAt: new Date(),
      },
    });
    expect((await makeOffer(agentVisit(db), asked(offered.careRequestId, section))).ok).toBe(true);
    expect(await makeOffer(agentVisit(db), asked(last.careRequestId, section))).toEqual({
      ok: false,
      error: "allocation:make.refusal.full",
      conflicts: [
        { weekday: 2, start: 480, end: 720, cause: "full", firstDay: "2026-10-06", weeks: 12, always: true },
      ],
    });
    expect(await db.careRequest.findUnique({ where: { id: last.careRequestId } })).toMatchObject({
      status: "waiting",
      version: 1,
    });
  });

  it.each([
    ["a child too young on the start day", { birthDay: "2026-09-20" }, {}, "age"],
    ["a start day that has passed", {}, { startOn: asDay("2026-09-01") }, "past"],
    ["an end before the start", {}, { endOn: asDay("2026-10-01") }, "order"],
  ])("%s", async (_name, family, change, reason) => {
    const { db } = await useTestDatabase();
    const section = await openSection(db);
    const { careRequestId } = await waitingFamily(db, "d", family);
    expect(await makeOffer(agentVisit(db), { ...asked(careRequestId, section), ...change })).toMatchObject({
      ok: false,
      error: `allocation:make.refusal.${reason}`,
    });
    expect(await db.offer.count()).toBe(0);
  });

  it("a place that the child already has at these hours; other hours can still be offered", async () => {
    const { db } = await useTestDatabase();
    const section = await openSection(db, { places: 5 });
    const { careRequestId } = await waitingFamily(db, "martin", { pattern: week(9, 12) });
    const { childId } = await db.careRequest.findUniqueOrThrow({ where: { id: careRequestId } });
    const { facilityId } = await db.section.findUniqueOrThrow({ where: { id: section } });
    const held = { childId, facilityId, sectionId: section, startOn, endOn: null, createdAt: new Date(0) };
    const contract = await db.contract.create({ data: { ...held, pattern: week(11, 17) } });
    expect(await makeOffer(agentVisit(db), asked(careRequestId, section))).toEqual({
      ok: false,
      error: "allocation:make.refusal.alreadyHeld",
    });
    await db.contract.update({ where: { id: contract.id }, data: { pattern: week(12, 17) } });
    expect((await makeOffer(agentVisit(db), asked(careRequestId, section))).ok).toBe(true);
  });

  it("a request that somebody else has moved meanwhile", async () => {
    const { db } = await useTestDatabase();
    const section = await openSection(db, { places: 5 });
    const { careRequestId } = await waitingFamily(db, "e");
    const offers = [1, 2, 3].map(() => makeOffer(agentVisit(db), asked(careRequestId, section)));
    const made = await Promise.all(offers);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.filter((each) => !each.ok)).toEqual([
      { ok: false, error: "requests:error.changedMeanwhile" },
      { ok: false, error: "requests:error.changedMeanwhile" },
    ]);
    expect(await db.offer.count()).toBe(1);
  });
});

it("an association sees neither the requests nor the places of another", async () => {
  const { db } = await useTestDatabase();
  const section = await openSection(db);
  const { careRequestId } = await waitingFamily(db, "f");
  const elsewhere = visitOf(db, { scope: { ...noScope, organisationIds: ["association-1"] } });
  await expect(makeOffer(elsewhere, asked(careRequestId, section))).rejects.toMatchObject({ status: 404 });
  await expect(makeOffer(agentVisit(db), asked("nobody", section))).rejects.toMatchObject({ status: 404 });
  await expect(makeOffer(agentVisit(db), asked(careRequestId, "nowhere"))).rejects.toMatchObject({
    status: 404,
  });
});
