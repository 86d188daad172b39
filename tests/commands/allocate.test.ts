import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { allocateCommand, readAllocateArguments } from "#app/commands/allocate.ts";
import { request, town } from "#tests/allocation/rules/small-town.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "guichet-allocate-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => path.join(folder, name);

async function allocate(...args: string[]): Promise<{ code: number; said: string[]; warned: string[] }> {
  const [said, warned]: [string[], string[]] = [[], []];
  const io = {
    say: (line: string) => void said.push(line),
    progress: () => expect.fail("a result may go to the standard output: nothing passes there"),
    warn: (line: string) => void warned.push(line),
  };
  return { code: await allocateCommand.run(args, io), said, warned };
}

const instance = town([request("Ana", 1, ["F1 both", "F1 monday"]), request("Bob", 2, ["F1 tuesday"])]);

describe("npx guichet allocate", () => {
  it("writes the result whole, and says what it holds in one line", async () => {
    writeFileSync(file("town.json"), JSON.stringify(instance));
    const { code, said, warned } = await allocate(file("town.json"), "--out", file("result.jsonl"));
    expect([code, warned]).toEqual([0, []]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^requests 2 placed 2 refused-options 1 explained 1 claims 0 surnombre 0 ms \d+$/,
    );
    const lines = readFileSync(file("result.jsonl"), "utf8").split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        format: "guichet-allocation-result/1",
        inputHash: createHash("sha256").update(JSON.stringify(instance)).digest("hex"),
        engine: "guichet@1.0.0",
        placed: 2,
        refusedOptions: 1,
        claims: 0,
        surnombre: 0,
      },
      {
        request: "Ana",
        option: 1,
        precedence: "points",
        refused: [
          {
            option: 0,
            binding: [
              {
                resource: "F1/total/1",
                used: 1,
                need: 1,
                cap: 1,
                threshold: { points: 2, lottery: instance.requests[1]!.lottery },
              },
            ],
          },
        ],
      },
      { request: "Bob", option: 0, precedence: "points", refused: [] },
    ]);
    const before = readFileSync(file("result.jsonl"));
    await allocate("--out", file("result.jsonl"), file("town.json"));
    expect(readFileSync(file("result.jsonl"))).toEqual(before);
  });

  it("says in one line where a file is wrong, and writes nothing", async () => {
    const wrong = structuredClone(instance);
    wrong.requests[1]!.options[0]!.parts[0]!.pattern = "p9";
    writeFileSync(file("wrong.json"), JSON.stringify(wrong));
    const { code, said, warned } = await allocate(file("wrong.json"), "--out", file("none.jsonl"));
    expect([code, said]).toEqual([2, []]);
    expect(warned).toEqual([
      `${file("wrong.json")} : requests[1].options[0].parts[0].pattern: "p9" n'existe pas / does not exist`,
    ]);
    expect(existsSync(file("none.jsonl"))).toBe(false);
  });

  it("refuses a file that is not there or is not JSON, and what it does not understand", async () => {
    writeFileSync(file("text.json"), "{");
    for (const name of ["text.json", "absent.json"]) {
      const { code, warned } = await allocate(file(name), "--out", file("none.jsonl"));
      expect(code).toBe(2);
      expect(warned).toHaveLength(1);
    }
    expect((await allocate(file("town.json"))).code).toBe(2);
    expect(readAllocateArguments(["a.json", "--out"])).toBeNull();
    expect(readAllocateArguments(["a.json", "b.json", "--out", "c"])).toBeNull();
  });

  it("fails when the result cannot be written, and leaves nothing behind", async () => {
    const { code } = await allocate(file("town.json"), "--out", file("absent/result.jsonl"));
    expect(code).toBe(1);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
