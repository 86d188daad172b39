import { expect, it } from "vitest";
import type { Jobs } from "#app/platform/jobs.server.ts";
import { startSchedule } from "#app/platform/schedule.server.ts";
import { useTestDatabase } from "../support/database.ts";

function recorded(): { jobs: Jobs; ran: string[] } {
  const ran: string[] = [];
  const job = (name: string, every: string) => ({
    summary: "",
    every,
    run: async () => ({ position: ran.push(name) }),
  });
  return { jobs: { nightly: job("nightly", "30 3 * * *"), yearly: job("yearly", "0 5 1 1 *") }, ran };
}

it("what was missed while nothing was running is done at once, and once", async () => {
  const { db } = await useTestDatabase();
  const { jobs, ran } = recorded();
  await startSchedule(jobs, db).stop();
  const schedule = startSchedule(jobs, db);
  await expect.poll(() => ran.toSorted()).toEqual(["nightly", "yearly"]);
  await schedule.stop();
  await startSchedule(jobs, db).stop();
  expect(ran).toHaveLength(2);
});

it("stopping waits for the job under way", async () => {
  const { db } = await useTestDatabase();
  let ended = false;
  const slow = {
    summary: "",
    every: "0 0 * * *",
    run: async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ended = true;
      return {};
    },
  };
  const schedule = startSchedule({ slow }, db);
  await expect
    .poll(async () => (await db.job.findUnique({ where: { name: "slow" } }))?.lockedUntil)
    .toBeTruthy();
  await schedule.stop();
  expect(ended).toBe(true);
});
