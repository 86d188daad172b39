import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { useTestDatabase } from "#tests/support/database.ts";
import { aMessage } from "#tests/support/messages.ts";

const root = path.resolve(import.meta.dirname, "../../..");
type Outcome = { done: number; failed: number };

/** Several processes read then add one, each in transactions of its own, all starting together. */
async function countTogether(url: string, adapter: "safe" | "stock", times: number): Promise<Outcome> {
  const processes = [1, 2, 3].map(() => {
    const script = path.join(import.meta.dirname, "count-up.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script, url, adapter, String(times)], {
      cwd: root,
      stdio: ["pipe", "pipe", "inherit"],
    });
    return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
  });
  for (const { lines } of processes) expect((await lines.next()).value).toBe("ready");
  for (const { child } of processes) child.stdin.write("go\n");
  const outcomes: Outcome[] = [];
  for (const { lines } of processes) outcomes.push(JSON.parse((await lines.next()).value) as Outcome);
  return {
    done: outcomes.reduce((sum, outcome) => sum + outcome.done, 0),
    failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
  };
}

it("three processes add 150 each to one counter: none lost, none failed", { timeout: 120_000 }, async () => {
  const { db, url } = await useTestDatabase();
  await db.message.create({ data: aMessage("counter") });
  expect(await countTogether(url, "safe", 150)).toEqual({ done: 450, failed: 0 });
  expect(await db.message.findUniqueOrThrow({ where: { id: "counter" } })).toMatchObject({ attempts: 450 });
});

it("the stock adapter fails some of them", { timeout: 120_000 }, async () => {
  const { db, url } = await useTestDatabase();
  await db.message.create({ data: aMessage("counter") });
  expect((await countTogether(url, "stock", 50)).failed).toBeGreaterThan(0);
});
