// Fifty offers race for the last place: exactly one is made, and the others leave no trace.
import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { makeOffer } from "#app/allocation/acts/make-offer.server.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { useTestDatabase } from "#tests/support/database.ts";
import { agentVisit, earlyAndDay, openChildminder, openSection, startOn, waitingFamily } from "../town.ts";

const racers = 50;

async function fiftyFamilies(db: PrismaClient, asked: { pattern?: WeeklyPattern } = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < racers; index++)
    ids.push((await waitingFamily(db, `racer-${index}`, asked)).careRequestId);
  return ids;
}

async function expectOneOffer(db: PrismaClient, parts = 1): Promise<void> {
  const [offer, ...others] = await db.offer.findMany();
  expect(others).toHaveLength(parts - 1);
  for (const other of others) {
    expect(other.careRequestId).toBe(offer!.careRequestId);
    expect(other.bundleId).toBe(offer!.bundleId);
  }
  expect(await db.requestStep.findMany()).toMatchObject([
    { careRequestId: offer!.careRequestId, transition: "offer" },
  ]);
  expect(await db.message.count()).toBe(2);
  expect(await db.auditEntry.count({ where: { action: "offer" } })).toBe(1);
  expect(await db.careRequest.count({ where: { status: "waiting", version: 1 } })).toBe(racers - 1);
  expect(await db.careRequest.count({ where: { status: "offered", version: 2 } })).toBe(1);
}

it("in one process, all at once", { timeout: 60_000 }, async () => {
  const { db } = await useTestDatabase();
  const sectionId = await openSection(db);
  const ids = await fiftyFamilies(db);
  const made = await Promise.all(
    ids.map((careRequestId) =>
      makeOffer(agentVisit(db), {
        careRequestId,
        sectionId,
        version: 1,
        startOn,
        endOn: null,
        hours: "asked",
      }),
    ),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  for (const refusal of made.filter(({ ok }) => !ok)) {
    expect(refusal).toMatchObject({ error: "allocation:make.refusal.full" });
  }
  await expectOneOffer(db);
});

type Race = { made: number; refused: string[]; thrown: string[] };

/** Five processes, ten requests each, that start together. */
async function race(url: string, sections: string, ids: string[]): Promise<Race[]> {
  const script = path.join(import.meta.dirname, "../offer-race.ts");
  const processes = [0, 1, 2, 3, 4].map((index) => {
    const mine = ids.slice(index * 10, index * 10 + 10);
    const child = spawn(process.execPath, ["--import", "tsx", script, url, sections, ...mine], {
      cwd: path.resolve(import.meta.dirname, "../../.."),
      stdio: ["pipe", "pipe", "inherit"],
    });
    return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
  });
  for (const { lines } of processes) expect((await lines.next()).value).toBe("ready");
  for (const { child } of processes) child.stdin.write("go\n");
  const races: Race[] = [];
  for (const { lines } of processes) races.push(JSON.parse((await lines.next()).value) as Race);
  expect(races.flatMap(({ thrown }) => thrown)).toEqual([]);
  expect(races.reduce((sum, { made }) => sum + made, 0)).toBe(1);
  return races;
}

it("in five processes, ten each, starting together", { timeout: 120_000 }, async () => {
  const { db, url } = await useTestDatabase();
  const sectionId = await openSection(db);
  const races = await race(url, sectionId, await fiftyFamilies(db));
  expect(races.flatMap(({ refused }) => refused)).toEqual(
    Array.from({ length: racers - 1 }, () => "allocation:make.refusal.full"),
  );
  await expectOneOffer(db);
});

it(
  "of a pair that shares the last place, in five processes: one offer of two parts, or nothing",
  {
    timeout: 120_000,
  },
  async () => {
    const { db, url } = await useTestDatabase();
    // Room for everybody by day; with the childminder, for one.
    const day = await openSection(db, { places: racers });
    const early = await openChildminder(db);
    const races = await race(url, `${day},${early}`, await fiftyFamilies(db, earlyAndDay));
    expect(races.flatMap(({ refused }) => refused)).toEqual(
      Array.from({ length: racers - 1 }, () => "allocation:make.refusal.pair"),
    );
    await expectOneOffer(db, 2);
  },
);
