import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#app/platform/database/client.server.ts";
import { readDesk } from "#app/requests/acts/read-desk.server.ts";
import { type DeskFilters, noFilters } from "#app/requests/rules/desk-filters.ts";
import { createCareRequest, visitAs } from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";
import { arrive, openTown } from "#tests/requests/town.ts";

let db: TestDatabase["db"];
beforeEach(async () => {
  ({ db } = await useTestDatabase());
  await openTown(db);
});

const schoolChild = { kind: "afterSchool", birthDay: "2020-01-01", schoolId: "school-north" };

async function desk(filters: Partial<DeskFilters> = {}, role: "coordinator" | "association" = "coordinator") {
  const visit =
    role === "coordinator"
      ? await visitAs(db, "coordinator", "careRequest:list")
      : await visitAs(db, "association_manager", "careRequest:list", { organisationId: "association-north" });
  return readDesk(visit, { ...noFilters, ...filters });
}
const names = (view: Awaited<ReturnType<typeof desk>>) => view.rows.map(({ child }) => child.firstName);

describe("the queue", () => {
  it("holds what is to read, due first, and opens the first file", async () => {
    await arrive(db, { childFirstName: "Later", nextStepBy: "2026-09-20" });
    await arrive(db, { childFirstName: "Undated" });
    await arrive(db, { childFirstName: "Sooner", nextStepBy: "2026-09-16" });
    await createCareRequest(db, { childFirstName: "Waiting", status: "waiting" });
    const view = await desk();
    expect(names(view)).toEqual(["Sooner", "Later", "Undated"]);
    expect(view).toMatchObject({ total: 3, position: 1, previousId: null });
    expect(view.file!.child.firstName).toBe("Sooner");
    expect(view.nextId).toBe(view.rows[1]!.id);
    expect(view.counts).toMatchObject({ toRead: 3, all: 4, byStatus: { submitted: 3, waiting: 1 } });
  });

  it("brings back a request on the list when one of its proofs comes in", async () => {
    const { id } = await createCareRequest(db, { childFirstName: "Waiting", status: "waiting" });
    await db.priorityFact.create({ data: { careRequestId: id, code: "x", proofState: "received" } });
    expect(names(await desk())).toEqual(["Waiting"]);
    expect(names(await desk({ status: "submitted" }))).toEqual([]);
  });

  it("shows fifty at a time, and the last page when asked for one too far", async () => {
    for (let index = 0; index < 53; index += 1) await createCareRequest(db);
    const [first, last] = [await desk(), await desk({ page: 9 })];
    expect(first.rows).toHaveLength(50);
    expect(first).toMatchObject({ total: 53, pages: 2 });
    expect(last.rows).toHaveLength(3);
    expect(last).toMatchObject({ position: 51, filters: { page: 2 } });
  });

  it("narrows by kind, atypical hours, quarter, target and proofs", async () => {
    await db.zone.create({
      data: { code: "z1", name: "Z1", quarterCode: "q1", quarterName: "Sablon", source: "test" },
    });
    await arrive(db, { childFirstName: "Plain" });
    await arrive(db, { childFirstName: "Early", atypicalMinutes: 60, zoneCode: "z1" });
    await arrive(db, { ...schoolChild, childFirstName: "Pupil" });
    const { id } = await arrive(db, { childFirstName: "Proof", facts: ["single-parent"] });
    await db.priorityFact.updateMany({ where: { careRequestId: id }, data: { proofState: "received" } });
    expect(names(await desk({ kind: "afterSchool" }))).toEqual(["Pupil"]);
    expect(names(await desk({ atypical: true }))).toEqual(["Early"]);
    expect(names(await desk({ quarter: "q1" }))).toEqual(["Early"]);
    expect(names(await desk({ target: "association" }))).toEqual(["Pupil"]);
    expect(names(await desk({ proof: "received" }))).toEqual(["Proof"]);
    expect((await desk({ quarter: "q1" })).quarter).toBe("Sablon");
  });

  it("finds by reference and by any part of the names, without minding accents", async () => {
    const { reference } = await arrive(db, { childFirstName: "Élodie-Rose" });
    await arrive(db, { childFirstName: "Noé" });
    const found = async (search: string) => names(await desk({ search, status: "all" }));
    expect(await found(reference.toLowerCase().replaceAll("-", " "))).toEqual(["Élodie-Rose"]);
    expect(await found("elodie")).toEqual(["Élodie-Rose"]);
    expect(await found("ROSE martin")).toEqual(["Élodie-Rose"]);
    expect(await found("Sam martin")).toHaveLength(2);
    expect(await found("odie")).toEqual([]);
    expect(await found("GF-26-ZZZZZ")).toEqual([]);
  });

  it("of an association holds its own requests, and opens no other", async () => {
    await arrive(db, { ...schoolChild, childFirstName: "North" });
    const south = await arrive(db, { ...schoolChild, schoolId: "school-south", childFirstName: "South" });
    const view = await desk({ status: "all" }, "association");
    expect(names(view)).toEqual(["North"]);
    expect(view.counts.all).toBe(1);
    expect(names(await desk({ status: "all", search: "south" }, "association"))).toEqual([]);
    await expect(desk({ open: south.id }, "association")).rejects.toMatchObject({ status: 404 });
  });

  // Eight for the queue and the file, nine to look for the same child written down twice.
  it("costs seventeen queries at most, whatever its length, the opening of the file included", async () => {
    for (let index = 0; index < 5; index += 1) await arrive(db, { facts: ["single-parent"] });
    const asked: string[] = [];
    const counting = db.$extends({
      query: {
        $allModels: {
          $allOperations({ model, operation, args, query }) {
            asked.push(`${model}.${operation}`);
            return query(args);
          },
        },
      },
    });
    const visit = await visitAs(db, "coordinator", "careRequest:list");
    const view = await readDesk({ ...visit, db: counting as unknown as Database }, noFilters);
    expect(view.file).not.toBeNull();
    expect(asked.filter((each) => each !== "AuditEntry.create").length).toBeLessThanOrEqual(17);
  });
});
