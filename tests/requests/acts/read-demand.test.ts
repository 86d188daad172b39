import { describe, expect, it } from "vitest";
import { readDemand } from "#app/requests/acts/read-demand.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { createCareRequest } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/database.ts";

const now = new Date("2026-11-23T12:00:00Z");
const at = (day: string): Date => new Date(`${day}T10:00:00Z`);

type Life = [transition: string, toStatus: string, day: string][];

/** A request with its history: the last step is how it stands today. */
async function lived(
  db: Database,
  life: Life,
  values: { startOn: string; flexibleWeeks?: number; atypicalMinutes?: number },
): Promise<void> {
  const { id } = await createCareRequest(db, {
    submittedAt: at(life[0]![2]),
    status: life.at(-1)![1],
    weeklyMinutes: 3000,
    ...values,
  });
  await db.requestStep.deleteMany({ where: { careRequestId: id } });
  for (const [transition, toStatus, day] of life)
    await db.requestStep.create({
      data: { careRequestId: id, at: at(day), transition, toStatus, by: "desk" },
    });
}

const inMonth = async (db: Database, month: string) =>
  (await readDemand(db, month, now)).find(({ careKind }) => careKind === "nursery");

describe("the demand of a month", () => {
  it("counts what arrived and what was served in it, and how the others stood at its end", async () => {
    const { db } = await useTestDatabase();
    // Sent in September, accepted in October.
    await lived(
      db,
      [
        ["submit", "submitted", "2026-09-10"],
        ["refer", "waiting", "2026-09-12"],
        ["offer", "offered", "2026-10-05"],
        ["accept", "accepted", "2026-10-08"],
        ["start", "inCare", "2026-11-02"],
      ],
      { startOn: "2026-11-02" },
    );
    // Sent in October for January, still waiting.
    await lived(
      db,
      [
        ["submit", "submitted", "2026-10-20"],
        ["refer", "waiting", "2026-10-22"],
      ],
      { startOn: "2027-01-04", atypicalMinutes: 600 },
    );
    // Wanted for September, never served, withdrawn in November.
    await lived(
      db,
      [
        ["submit", "submitted", "2026-06-01"],
        ["refer", "waiting", "2026-06-05"],
        ["withdraw", "withdrawn", "2026-11-10"],
      ],
      { startOn: "2026-09-01" },
    );
    expect(await inMonth(db, "2026-09")).toMatchObject({ received: 1, served: 0, waiting: 1, unserved: 1 });
    expect(await inMonth(db, "2026-10")).toEqual({
      careKind: "nursery",
      received: 1,
      served: 1,
      waiting: 1,
      unserved: 1,
      ordinaryMinutes: 5400,
      atypicalMinutes: 600,
      atypicalRequests: 1,
    });
    expect(await inMonth(db, "2026-11")).toMatchObject({ received: 0, served: 0, waiting: 1, unserved: 0 });
  });

  it("a date that may slip is not past before its weeks are over", async () => {
    const { db } = await useTestDatabase();
    await lived(db, [["submit", "submitted", "2026-09-10"]], { startOn: "2026-10-20", flexibleWeeks: 3 });
    expect(await inMonth(db, "2026-10")).toMatchObject({ waiting: 1, unserved: 0 });
    expect(await inMonth(db, "2026-11")).toMatchObject({ waiting: 0, unserved: 1 });
  });

  it("a month belongs to the town's clocks, not to those of Greenwich", async () => {
    const { db } = await useTestDatabase();
    const { id } = await createCareRequest(db, { submittedAt: new Date("2026-10-31T23:30:00Z") });
    await db.requestStep.deleteMany({ where: { careRequestId: id } });
    expect(await inMonth(db, "2026-10")).toMatchObject({ received: 0 });
    expect(await inMonth(db, "2026-11")).toMatchObject({ received: 1 });
  });

  it("carries counts and minutes, and nothing else", async () => {
    const { db } = await useTestDatabase();
    await createCareRequest(db, { submittedAt: at("2026-10-20") });
    for (const row of await readDemand(db, "2026-10", now))
      expect(Object.values(row).filter((value) => typeof value !== "number")).toEqual([row.careKind]);
  });
});
