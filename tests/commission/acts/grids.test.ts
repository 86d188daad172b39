import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { addMissingGrids } from "#app/commission/acts/add-missing-grids.server.ts";
import { adoptGrid } from "#app/commission/acts/adopt-grid.server.ts";
import { discardDraft, saveDraft } from "#app/commission/acts/change-draft.server.ts";
import { readGridInForce } from "#app/commission/acts/read-grid-in-force.server.ts";
import { readGridPage } from "#app/commission/acts/read-grid-page.server.ts";
import { readGrids } from "#app/commission/acts/read-grids.server.ts";
import { readProofValidity } from "#app/commission/acts/read-proof-validity.server.ts";
import { startDraft } from "#app/commission/acts/start-draft.server.ts";
import { gridForm, reservedClasses } from "#app/commission/rules/grid-form.ts";
import { formValuesOf } from "#app/commission/rules/grid-form-values.ts";
import { aMonday, visitAs } from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";
import { aCriterion, createGrid } from "#tests/support/grids.ts";

let db: TestDatabase["db"];
beforeEach(async () => {
  ({ db } = await useTestDatabase());
});
const shipped = (name: string): unknown => JSON.parse(readFileSync(`prisma/seed/${name}.json`, "utf8"));
const examples = () => addMissingGrids({ db, now: aMonday }, shipped("criteria-grids"));
const coordinator = () => visitAs(db, "coordinator", "grid:change");
const idOf = async (code: string) => (await db.criteriaGrid.findFirstOrThrow({ where: { code } })).id;
const criteria = [aCriterion({ code: "single-parent", proof: "caf-certificate", validMonths: 6 })];
const adoption = {
  decidedOn: "2026-09-10",
  validFrom: "2026-09-15",
  adoptionSource: "Délibération 2026-114",
  agree: "on",
};
const day = (text: string) => text as CalendarDay;

async function formOf(id: string) {
  const { grid, seen } = await readGridPage(await coordinator(), id);
  return gridForm.parse(formValuesOf(grid, seen, reservedClasses));
}

describe("the examples", () => {
  it("are added once, whatever number of times the town is brought up to date", async () => {
    expect(await examples()).toBe(2);
    expect(await examples()).toBe(0);
    const { examples: shown, inForce } = await readGrids(await coordinator());
    expect(shown.map(({ name }) => name)).toEqual(["Pessac, 2022", "Toulouse, 2015"]);
    expect(inForce).toEqual([
      { careKind: "nursery", grid: null },
      { careKind: "afterSchool", grid: null },
    ]);
  });

  it("say which of their facts nobody is asked about", async () => {
    await examples();
    const { notAsked } = await readGridPage(await coordinator(), await idOf("toulouse-2015"));
    expect(notAsked).toContain("parent-mineur");
    expect(notAsked).not.toContain("couple-actif");
    expect(notAsked).not.toContain("naissances-multiples");
  });

  it("decide of nothing by themselves", async () => {
    await examples();
    expect(await readGridInForce(db, "nursery", day("2026-11-01"))).toBeNull();
  });
});

describe("a draft", () => {
  it("starts as a copy of an example, under the town's own code", async () => {
    await examples();
    const first = await startDraft(await coordinator(), await idOf("pessac-2022"));
    const second = await startDraft(await coordinator(), first);
    const rows = await db.criteriaGrid.findMany({ where: { status: "draft" }, orderBy: { version: "asc" } });
    expect(rows.map(({ id, code, version }) => [id, code, version])).toEqual([
      [first, "creches", 1],
      [second, "creches", 2],
    ]);
    expect(rows[0]!.content).toEqual((await readContent("pessac-2022")) as object);
  });
  const readContent = async (code: string) =>
    (await db.criteriaGrid.findFirstOrThrow({ where: { code } })).content;

  it("keeps what its form says", async () => {
    const id = await createGrid(db, { status: "draft", criteria });
    const form = await formOf(id);
    form.criteria[0]!.points = "25";
    form.name = "Grille 2027";
    expect(await saveDraft(await coordinator(), id, form)).toEqual({ ok: true });
    const { grid } = await readGridPage(await coordinator(), id);
    expect([grid.name, grid.criteria[0]!.points]).toEqual(["Grille 2027", 25]);
  });

  it("tells who comes second that it changed meanwhile, and loses nothing of the first", async () => {
    const id = await createGrid(db, { status: "draft", criteria });
    const [one, other] = [await formOf(id), await formOf(id)];
    one.criteria[0]!.points = "25";
    other.criteria[0]!.points = "1";
    await saveDraft(await coordinator(), id, one);
    expect(await saveDraft(await coordinator(), id, other)).toEqual({
      ok: false,
      errors: { "": "commission:grid.error.changedMeanwhile" },
    });
    expect((await readGridPage(await coordinator(), id)).grid.criteria[0]!.points).toBe(25);
  });

  it("may be thrown away", async () => {
    const id = await createGrid(db, { status: "draft", criteria });
    expect(await discardDraft(await coordinator(), id)).toEqual({ ok: true });
    await expect(readGridPage(await coordinator(), id)).rejects.toMatchObject({ status: 404 });
  });
});

describe("adopting", () => {
  it("writes down the decision, its source and who wrote it, from a day on", async () => {
    const id = await createGrid(db, { status: "draft", criteria });
    const visit = await coordinator();
    expect(await adoptGrid(visit, id, adoption)).toEqual({ ok: true });
    const view = await readGridPage(visit, id);
    expect(view.grid).toMatchObject({
      status: "adopted",
      decidedOn: "2026-09-10",
      source: "Délibération 2026-114",
    });
    expect(view.adoptedBy).toBe(visit.actor.displayName);
    expect(view.inForce).toBe(false);
    expect(await readGridInForce(db, "nursery", day("2026-09-14"))).toBeNull();
    expect((await readGridInForce(db, "nursery", day("2026-09-15")))?.id).toBe(id);
    expect(await readGridInForce(db, "afterSchool", day("2026-09-15"))).toBeNull();
  });

  it("says what is missing, field by field", async () => {
    const id = await createGrid(db, { status: "draft" });
    const wrong = { decidedOn: "2026-09-15", validFrom: "2026-09-13", adoptionSource: "", agree: "" };
    expect(await adoptGrid(await coordinator(), id, wrong)).toEqual({
      ok: false,
      errors: {
        decidedOn: "commission:grid.error.decidedOn",
        validFrom: "commission:grid.error.validFrom",
        adoptionSource: "commission:grid.error.source",
        agree: "commission:grid.error.agree",
        "": "commission:grid.error.empty",
      },
    });
  });

  it("comes after the grid in force, which stays in force until then", async () => {
    await createGrid(db, { id: "old", criteria });
    const id = await createGrid(db, { id: "new", version: 2, status: "draft", criteria });
    const early = { ...adoption, validFrom: "2026-02-01" };
    expect(await adoptGrid(await coordinator(), id, early)).toMatchObject({ ok: false });
    await adoptGrid(await coordinator(), id, adoption);
    expect((await readGridInForce(db, "nursery", day("2026-09-14")))?.id).toBe("old");
    const { inForce, coming } = await readGrids(await coordinator());
    expect(inForce[0]!.grid).toMatchObject({ id: "old", until: "2026-09-14" });
    expect(coming.map((line) => line.id)).toEqual(["new"]);
  });

  it("is once and for all: no form, no second adoption, no hand in the database changes it", async () => {
    const id = await createGrid(db, { criteria });
    const adopted = { ok: false, errors: { "": "commission:grid.error.adopted" } };
    expect(await saveDraft(await coordinator(), id, await formOf(id))).toEqual(adopted);
    expect(await adoptGrid(await coordinator(), id, adoption)).toEqual(adopted);
    expect(await discardDraft(await coordinator(), id)).toEqual(adopted);
    await expect(
      db.criteriaGrid.update({ where: { id }, data: { validFrom: "2026-12-01" } }),
    ).rejects.toThrow();
    await expect(db.criteriaGrid.update({ where: { id }, data: { content: {} } })).rejects.toThrow();
  });

  it("lets an accepted proof count for as many months as the grid in force says", async () => {
    await createGrid(db, { criteria });
    const until = (fact: string) => readProofValidity(db, "nursery", fact, day("2026-09-14"));
    expect(await until("single-parent")).toBe("2027-03-14");
    expect(await until("atypical-work")).toBeNull();
    expect(await readProofValidity(db, "afterSchool", "single-parent", day("2026-09-14"))).toBeNull();
  });
});

it("the demonstration town has a grid of its own, on facts that its form asks", async () => {
  await addMissingGrids({ db, now: aMonday }, shipped("demonstration-grids"));
  const id = (await readGridInForce(db, "nursery", day("2026-09-14")))!.id;
  const { notAsked, grid } = await readGridPage(await coordinator(), id);
  expect(notAsked).toEqual([]);
  expect(grid.criteria.filter(({ local }) => local).map(({ fact, points }) => [fact, points])).toEqual([
    ["sibling-present", 10],
    ["same-quarter", 4],
  ]);
  expect(grid.reserves).toMatchObject([{ class: "insertion", of: 20, places: 1 }]);
  expect(grid.maxShares).toMatchObject([{ class: "nonResident", percent: 5 }]);
});
