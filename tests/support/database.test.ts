import { beforeEach, expect, it } from "vitest";
import { useTestDatabase, type TestDatabase } from "./database.ts";

const shared = await useTestDatabase();
let each: TestDatabase;
beforeEach(async () => {
  each = await useTestDatabase();
});

it("gives each caller a database of its own, with the town's parameters", async () => {
  const mine = await useTestDatabase();
  expect(await mine.db.parameter.count()).toBeGreaterThan(0);
  await mine.db.parameter.deleteMany();
  expect(await shared.db.parameter.count()).toBeGreaterThan(0);
  expect(await each.db.parameter.count()).toBeGreaterThan(0);
});

it("is quick to copy", async () => {
  const times: number[] = [];
  for (let index = 0; index < 9; index += 1) {
    const start = performance.now();
    await useTestDatabase();
    times.push(performance.now() - start);
  }
  // The best of nine: the machine may be busy with something else.
  expect(Math.min(...times)).toBeLessThan(100);
});
