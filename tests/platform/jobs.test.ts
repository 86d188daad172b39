import { describe, expect, it } from "vitest";
import { openDatabase } from "#app/platform/database/client.server.ts";
import { type Job, readJobStates, runJob } from "#app/platform/jobs.server.ts";
import { useTestDatabase } from "../support/database.ts";

const now = new Date("2026-11-23T03:30:00Z");
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

function countingJob(): { job: Job; runs: () => number; finish: () => void } {
  let runs = 0;
  let finish: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (finish = resolve));
  const run = async (): Promise<object> => {
    runs += 1;
    await gate;
    return { counted: runs };
  };
  return { job: { summary: "", every: "* * * * *", run }, runs: () => runs, finish: () => finish() };
}

describe("a job", () => {
  it("is never run by two processes at once", async () => {
    const { db, url } = await useTestDatabase();
    const other = openDatabase(url);
    const { job, runs, finish } = countingJob();
    const first = runJob("count", job, { db, now });
    await expect.poll(runs).toBe(1);
    expect(await runJob("count", job, { db: other, now: later(1) })).toEqual({ outcome: "busy" });
    expect((await readJobStates(other, later(1)))[0]?.running).toBe(true);
    finish();
    expect(await first).toEqual({ outcome: "done", report: { counted: 1 } });
    expect(runs()).toBe(1);
    await other.$disconnect();
  });

  it("keeps its outcome and its report", async () => {
    const { db } = await useTestDatabase();
    const job: Job = { summary: "", every: "* * * * *", run: async () => ({ sent: 3 }) };
    await runJob("send", job, { db, now }, null, () => later(2));
    expect(await readJobStates(db, later(3))).toEqual([
      {
        name: "send",
        startedAt: now,
        endedAt: later(2),
        running: false,
        outcome: "done",
        report: { sent: 3 },
      },
    ]);
  });

  it("that fails is written down, and runs again at its next turn", async () => {
    const { db } = await useTestDatabase();
    let healthy = false;
    const job: Job = {
      summary: "",
      every: "* * * * *",
      run: async () => {
        if (!healthy) throw new Error("the post office is closed");
        return { sent: 1 };
      },
    };
    const failed = await runJob("send", job, { db, now }, now);
    expect(failed).toEqual({ outcome: "failed", error: "the post office is closed" });
    expect((await readJobStates(db, now))[0]).toMatchObject({ outcome: "failed", running: false });
    healthy = true;
    expect(await runJob("send", job, { db, now: later(1) }, later(1))).toMatchObject({ outcome: "done" });
  });

  it("runs once for each of its turns, however many processes wake for it", async () => {
    const { db } = await useTestDatabase();
    let runs = 0;
    const job: Job = { summary: "", every: "* * * * *", run: async () => ({ runs: (runs += 1) }) };
    const turn = now;
    expect(await runJob("plan", job, { db, now: later(0.01) }, turn)).toMatchObject({ outcome: "done" });
    expect(await runJob("plan", job, { db, now: later(0.02) }, turn)).toEqual({ outcome: "busy" });
    expect(await runJob("plan", job, { db, now: later(1) }, later(1))).toMatchObject({ outcome: "done" });
    expect(runs).toBe(2);
  });

  it("left locked by a process that died is free again after two minutes", async () => {
    const { db } = await useTestDatabase();
    await db.job.create({ data: { name: "plan", startedAt: now, lockedUntil: later(2) } });
    const job: Job = { summary: "", every: "* * * * *", run: async () => ({}) };
    expect(await runJob("plan", job, { db, now: later(1) })).toEqual({ outcome: "busy" });
    expect(await runJob("plan", job, { db, now: later(3) })).toMatchObject({ outcome: "done" });
  });
});
