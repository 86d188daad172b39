import { beforeEach, expect, test } from "vitest";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { readSimulation } from "#app/commission/acts/read-simulation.server.ts";
import { readSimulationAsked } from "#app/commission/rules/simulation-form.ts";
import type { SimulationResult } from "#app/commission/rules/simulation-view.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { aCriterion, createGrid } from "#tests/support/grids.ts";
import { type SmallTown, ask, smallTown } from "../small-town.ts";

let db: Database;
let town: SmallTown;
let visit: SignedVisit;

/** Thirty requests for ten places: fifteen couples who work, then fifteen parents alone. */
beforeEach(async () => {
  ({ db } = await useTestDatabase());
  town = await smallTown(db, { places: [6, 4] });
  for (let at = 1; at <= 30; at += 1)
    await ask(db, `r${String(at).padStart(2, "0")}`, {
      wishes: at % 2 === 0 ? [town.oak, town.lilac] : [town.lilac, town.oak],
      facts: at <= 15 ? ["both-parents-work"] : ["single-parent"],
    });
  await createGrid(db, {
    id: "alone-first",
    code: "alone-first",
    status: "draft",
    criteria: [
      aCriterion({ code: "single-parent", points: 20 }),
      aCriterion({ code: "both-parents-work", points: 10 }),
    ],
  });
  visit = await visitAs(db, "coordinator", "grid:read");
});

const gridId = async (code: string): Promise<string> =>
  (await db.criteriaGrid.findFirstOrThrow({ where: { code }, select: { id: true } })).id;

async function compared(a: string, b: string, more: Record<string, string> = {}): Promise<SimulationResult> {
  const search = new URLSearchParams({
    "grille-a": await gridId(a),
    "grille-b": await gridId(b),
    comparer: "1",
    ...more,
  });
  const { result, errors } = await readSimulation(visit, readSimulationAsked(search, visit.today));
  expect(errors).toEqual({});
  return result!;
}

const rowsOf = ({ tables }: SimulationResult, dimension: string) =>
  Object.fromEntries(
    tables.find((table) => table.dimension === dimension)!.rows.map(({ group, shown }) => [group, shown]),
  );

test("The grid that puts parents alone first serves them, at the cost of the others", async () => {
  const result = await compared("town", "alone-first");
  expect(result.total).toMatchObject({
    asked: 30,
    served: { servedA: 10, servedB: 10 },
    moves: { gains: 10, loses: 10 },
  });
  expect(result.moves).toEqual({ gainsPlace: 10, gainsBetter: 0, losesPlace: 10, losesWorse: 0 });
  expect(rowsOf(result, "family")).toEqual({
    bothWork: {
      asked: 15,
      served: expect.objectContaining({ servedA: 10, servedB: 0 }) as object,
      moves: { gains: 0, loses: 10 },
    },
    singleParent: {
      asked: 15,
      served: expect.objectContaining({ servedA: 0, servedB: 10 }) as object,
      moves: { gains: 10, loses: 0 },
    },
  });
});

test("The other way round gains are losses, and the same demand twice gives the same figures", async () => {
  const one = await compared("town", "alone-first");
  const other = await compared("alone-first", "town");
  expect(other.total.moves).toEqual({ gains: one.total.moves!.loses, loses: one.total.moves!.gains });
  const again = await compared("town", "alone-first");
  expect({ ...again, ms: 0 }).toEqual({ ...one, ms: 0 });
});

test("A grid against itself moves nobody", async () => {
  const { total, tables } = await compared("town", "town");
  expect(total.moves).toEqual({ gains: 0, loses: 0 });
  for (const { rows } of tables)
    for (const { shown } of rows)
      expect(shown.moves ?? { gains: 0, loses: 0 }).toEqual({ gains: 0, loses: 0 });
});

test("Nothing is written but a line of the access log, and nobody is named", async () => {
  const before = await db.careRequest.findMany({ orderBy: { id: "asc" } });
  const entries = await db.auditEntry.count();
  const result = await compared("town", "alone-first");
  expect(await db.careRequest.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  expect(await db.meeting.count()).toBe(0);
  expect(await db.meetingCandidate.count()).toBe(0);
  expect(await db.auditEntry.count()).toBe(entries + 1);
  expect(await db.auditEntry.findFirst({ where: { subjectKind: "grid" } })).toMatchObject({
    action: "compare",
    accountId: visit.actor.accountId,
  });
  const told = JSON.stringify(result);
  for (const { id, reference, childId } of before)
    for (const name of [id, reference, childId]) expect(told).not.toContain(`"${name}"`);
});

test("A request that a meeting examines, or that is to be confirmed, is demand all the same", async () => {
  await db.careRequest.update({ where: { id: "r01" }, data: { status: "inCommission" } });
  await db.careRequest.update({ where: { id: "r02" }, data: { status: "toRenew" } });
  await db.careRequest.update({ where: { id: "r03" }, data: { status: "withdrawn" } });
  expect((await compared("town", "alone-first")).total.asked).toBe(29);
});

test("Only some facilities, only some starts", async () => {
  const { total, facilities } = await compared("town", "alone-first", { structure: town.oak });
  expect(facilities).toBe(1);
  expect(total.served).toBeNull();
  const early = await compared("town", "alone-first", { du: visit.today, au: visit.today });
  expect(early.total.asked).toBe(0);
});

test("What cannot be compared is told beside its field, and nothing is computed", async () => {
  const search = new URLSearchParams({
    "grille-a": "nowhere",
    du: "2020-01-01",
    structure: "nowhere",
    comparer: "1",
  });
  const { result, errors } = await readSimulation(visit, readSimulationAsked(search, visit.today));
  expect(result).toBeNull();
  expect(Object.keys(errors).sort()).toEqual(["du", "grille-a", "structure"]);
  expect(await db.auditEntry.count({ where: { subjectKind: "grid" } })).toBe(0);
});

test("The page opens on the grid in force and a draft, and computes nothing before it is asked to", async () => {
  const { asked, result } = await readSimulation(
    visit,
    readSimulationAsked(new URLSearchParams(), visit.today),
  );
  expect(asked).toMatchObject({ a: await gridId("town"), b: "alone-first" });
  expect(result).toBeNull();
});

test("Whoever does not see the whole town does not compare", async () => {
  const elsewhere = { ...visit, scope: { ...visit.scope, town: false } };
  await expect(
    readSimulation(elsewhere, readSimulationAsked(new URLSearchParams(), visit.today)),
  ).rejects.toBeInstanceOf(Response);
});
