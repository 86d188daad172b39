import { expect, it } from "vitest";
import { jobCommand } from "#app/commands/job.ts";
import { jobs } from "#app/commands/jobs.ts";
import { testDatabase } from "#tests/support/database.ts";

const { url } = await testDatabase();
// Read once by the process: before the first command.
process.env.DATABASE_URL = url;

async function runJob(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const io = {
    say: (line: string) => void lines.push(line),
    warn: (line: string) => void lines.push(line),
    progress: () => undefined,
  };
  return { code: await jobCommand.run(args, io), said: lines.join("\n") };
}

it("runs a job now, tells what it did, and lists it with its last turn", async () => {
  expect(await runJob("send-messages")).toMatchObject({
    code: 0,
    said: expect.stringContaining("send-messages"),
  });
  const { code, said } = await runJob();
  expect(code).toBe(0);
  for (const name of Object.keys(jobs)) expect(said).toContain(name);
  expect(said).toMatch(/send-messages.*done/);
});

it("does not know a job of another name", async () => {
  expect(await runJob("sweep-the-floor")).toMatchObject({ code: 2 });
});
