import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { readRequestFacts } from "#app/commission/acts/read-request-facts.server.ts";
import { readGrid } from "#app/commission/acts/read-grid-in-force.server.ts";
import { readDeskScoreSheet, readFamilyScoreSheet } from "#app/commission/acts/read-score-sheet.server.ts";
import type { GridMethod } from "#app/commission/rules/grid.ts";
import { scoreOf } from "#app/commission/rules/scoring.ts";
import { groupOf } from "#app/commission/rules/sheet-view.ts";
import {
  aMonday,
  createCareRequest,
  createFacility,
  createOrganisation,
  visitAs,
} from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";
import { aCriterion, createGrid } from "#tests/support/grids.ts";

let db: TestDatabase["db"];
beforeEach(async () => {
  ({ db } = await useTestDatabase());
});
const today = "2026-09-14" as CalendarDay;
const family = (householdId: string) => visitAs(db, "family", "family:read", { householdIds: [householdId] });
const criteria = [
  aCriterion({ code: "single-parent", points: 18, proof: "caf-certificate", validMonths: 6 }),
  aCriterion({ code: "atypical-work", points: 12, proof: "employer-schedule" }),
  aCriterion({ code: "adoption", points: 9 }),
];
const state = (careRequestId: string, code: string, proofState: string, validUntil: string | null = null) =>
  db.priorityFact.create({ data: { careRequestId, code, proofState, validUntil } });

async function aMeeting(
  careRequestId: string,
  {
    method = "points",
    publish,
    lastServed = [],
  }: { method?: GridMethod; publish: boolean; lastServed?: object[] },
) {
  const gridId = await createGrid(db, { id: "grid-of-meeting", code: "meeting", method, criteria });
  const facts = (await readRequestFacts(db, [careRequestId], today)).get(careRequestId)!;
  const sheet = scoreOf((await readGrid(db, gridId))!, facts, today);
  const { id } = await db.meeting.create({
    data: {
      heldOn: "2026-09-10",
      careKind: "nursery",
      gridId,
      status: "frozen",
      startFrom: "2026-09-01",
      startTo: "2026-12-31",
      answerDays: 10,
      quorum: 1,
      seedCommitment: "c",
      seed: "s",
      createdAt: aMonday,
      createdBy: "x",
      candidates: {
        create: {
          careRequestId,
          number: "0421",
          state: "included",
          engineId: "e",
          sheet,
          points: sheet.basePoints,
          lottery: 1,
          outcome: publish ? "refused" : null,
          answer: publish ? { lastServed } : undefined,
        },
      },
    },
  });
  if (publish) await db.meeting.update({ where: { id }, data: { status: "published" } });
}

describe("the sheet of a family", () => {
  it("says what counts, what a proof would bring, and what nobody is asked", async () => {
    await createGrid(db, { criteria });
    const { id, householdId } = await createCareRequest(db);
    await state(id, "single-parent", "verified", "2027-03-14");
    await state(id, "atypical-work", "asked");
    const { scored } = await readFamilyScoreSheet(await family(householdId), id);
    expect(scored!.basePoints).toBe(18);
    expect(scored!.lines.map((line) => [line.criterion, groupOf(line), line.why])).toEqual([
      ["single-parent", "counted", null],
      ["atypical-work", "open", "proofAsked"],
      ["adoption", "notYours", "notAsked"],
    ]);
    expect(scored!.grid).toMatchObject({ version: 1, source: "Délibération d'essai" });
  });

  it("no longer counts a proof that is out of date, and says since when", async () => {
    await createGrid(db, { criteria });
    const { id, householdId } = await createCareRequest(db);
    await state(id, "single-parent", "verified", "2026-09-13");
    const { scored } = await readFamilyScoreSheet(await family(householdId), id);
    expect(scored!.basePoints).toBe(0);
    expect(scored!.lines[0]).toMatchObject({ why: "proofExpired", validUntil: "2026-09-13" });
  });

  it("adds what counts in one of its facilities only", async () => {
    await createGrid(db, {
      criteria: [aCriterion({ code: "quarter", fact: "same-quarter", local: true, points: 4 })],
    });
    await db.zone.create({
      data: { code: "Z", name: "Z", quarterCode: "Q", quarterName: "Sablon", source: "essai" },
    });
    const [near, far] = [
      await createFacility(db, { name: "Près", quarterName: "Sablon" }),
      await createFacility(db, { name: "Loin" }),
    ];
    const { id, householdId } = await createCareRequest(db, { zoneCode: "Z" });
    for (const [index, facility] of [far, near].entries())
      await db.wish.create({
        data: { careRequestId: id, facilityId: facility.id, rank: index + 1, coveredMinutes: 1 },
      });
    const { scored } = await readFamilyScoreSheet(await family(householdId), id);
    expect(scored!.places.map(({ facilityName, points }) => [facilityName, points])).toEqual([
      ["Loin", 0],
      ["Près", 4],
    ]);
  });

  it("is nobody else's", async () => {
    const [mine, theirs] = [await createCareRequest(db), await createCareRequest(db)];
    await expect(readFamilyScoreSheet(await family(mine.householdId), theirs.id)).rejects.toMatchObject({
      status: 404,
    });
  });

  it("says so when the council has adopted no grid", async () => {
    const { id, householdId } = await createCareRequest(db);
    expect((await readFamilyScoreSheet(await family(householdId), id)).scored).toBeNull();
  });
});

describe("around a meeting", () => {
  it("shows the sheet that was frozen, whatever was proved since", async () => {
    const { id, householdId } = await createCareRequest(db);
    await aMeeting(id, { publish: false });
    await state(id, "single-parent", "verified");
    const view = await readFamilyScoreSheet(await family(householdId), id);
    expect(view.frozenFor).toEqual({ heldOn: "2026-09-10", number: "0421" });
    expect(view.scored!.basePoints).toBe(0);
    expect(view.last).toBeNull();
  });

  it("then shows today's points, and those of the last family served", async () => {
    const facility = await createFacility(db, { name: "La Grande Ourse" });
    const { id, householdId } = await createCareRequest(db);
    const lastServed = [{ facilityId: facility.id, sectionId: facility.sectionId, points: 45 }];
    await aMeeting(id, { publish: true, lastServed });
    await createGrid(db, { version: 2, id: "now", validFrom: "2026-09-11" as CalendarDay, criteria });
    await state(id, "single-parent", "verified");
    const view = await readFamilyScoreSheet(await family(householdId), id);
    expect(view.frozenFor).toBeNull();
    expect(view.scored!.basePoints).toBe(18);
    expect(view.last).toEqual({
      heldOn: "2026-09-10",
      points: 0,
      served: [{ facilityName: "La Grande Ourse", sectionName: "Tous", points: 45 }],
    });
  });

  it("shows no total that cannot be compared", async () => {
    const { id, householdId } = await createCareRequest(db);
    await aMeeting(id, { method: "deliberation", publish: true });
    expect((await readFamilyScoreSheet(await family(householdId), id)).last).toBeNull();
  });
});

describe("the sheet at the desk", () => {
  it("is the same, and its reading is logged for the commission", async () => {
    await createGrid(db, { criteria });
    const { id } = await createCareRequest(db);
    const visit = await visitAs(db, "coordinator", "careRequest:read");
    expect((await readDeskScoreSheet(visit, id)).scored!.lines).toHaveLength(3);
    expect(
      await db.auditEntry.findMany({ select: { action: true, subjectKind: true, subjectId: true } }),
    ).toEqual([{ action: "commission", subjectKind: "careRequest", subjectId: id }]);
  });

  it("is out of reach of an association that does not handle the request", async () => {
    const { id: handlerId } = await createOrganisation(db);
    const { id } = await createCareRequest(db, { handlerId });
    const other = await visitAs(db, "association_manager", "careRequest:read", { organisationId: "other" });
    await expect(readDeskScoreSheet(other, id)).rejects.toMatchObject({ status: 404 });
    expect(await db.auditEntry.count()).toBe(0);
  });
});
