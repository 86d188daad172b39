import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { checkAllocationCommand } from "#app/commands/check-allocation.ts";
import type { ExitCode } from "#app/commands/command.ts";
import { rightResults } from "../audit/right-results.ts";
import { type InstanceFile, type SmallTown, written } from "../audit/small-towns.ts";

const folder = mkdtempSync(path.join(tmpdir(), "guichet-check-allocation-"));
const { instance, result } = rightResults["points, then the draw"];

/** Writes a town and its result, and checks them. */
async function check(
  source: string | InstanceFile,
  changes: Partial<SmallTown["result"]> = {},
): Promise<{ code: ExitCode; out: string[]; err: string[]; files: string[] }> {
  const text = typeof source === "string" ? source : JSON.stringify(source, null, 1);
  const inputHash = createHash("sha256").update(text).digest("hex");
  const files = ["instance.json", "result.jsonl"].map((name) => path.join(folder, name));
  writeFileSync(files[0]!, text);
  writeFileSync(files[1]!, written({ ...result, header: { ...result.header, inputHash }, ...changes }));
  return { ...(await run(files)), files };
}

async function run(args: string[]): Promise<{ code: ExitCode; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    say: (line: string) => out.push(line),
    warn: (line: string) => err.push(line),
    progress: () => {},
  };
  return { code: await checkAllocationCommand.run(args, io), out, err };
}

it("a right result: one line for each check, and 0", async () => {
  const { code, out, err } = await check(instance);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(out).toHaveLength(10);
  expect(out[2]).toBe(
    "A6  ok  capacité : 4 ressources recomptées, 0 en surnombre / capacity: 4 resources recounted, 0 with surnombre",
  );
});

it("a wrong result: what is wrong by its names, and 1", async () => {
  const answers = structuredClone(result.answers);
  answers[1]!.option = 0;
  const { code, out } = await check(instance, { answers });
  expect(code).toBe(1);
  expect(out).toContain(
    "A6  KO  demande R2, option 0, F1/total/0 : 2 > 1 / request R2, option 0, F1/total/0: 2 > 1",
  );
});

it("the result of another file: 1", async () => {
  const { code, out } = await check(instance, { header: { ...result.header, inputHash: "0".repeat(64) } });
  expect(code).toBe(1);
  expect(out[0]).toMatch(/^A1 {2}KO .*000000/);
});

it("a file that cannot be read: one line with its path, and 2", async () => {
  const { code, out, err, files } = await check({ ...instance, requests: [{ id: "R1" }] as never });
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(err).toEqual([
    `${files[0]}, $.requests[0].children : champ absent / $.requests[0].children: missing field`,
  ]);
  expect((await check("{")).err[0]).toContain("instance.json, $ : ce n'est pas du JSON");
  expect((await check(instance, { answers: [{} as never] })).err[0]).toContain(
    "result.jsonl, ligne 2, $.request : ",
  );
});

it("a file that is not there, or none at all: 2", async () => {
  const absent = path.join(folder, "absent.json");
  expect(await run([absent, absent])).toMatchObject({ code: 2, err: [expect.stringContaining(absent)] });
  expect(await run([])).toMatchObject({ code: 2, err: [expect.stringContaining("Usage")] });
});
