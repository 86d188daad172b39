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
