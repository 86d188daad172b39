import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { commands } from "#app/commands/registry.ts";

const root = path.resolve(import.meta.dirname, "../..");

function guichet(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [path.join(root, "bin/guichet.mjs"), ...args], {
    cwd: "/",
    encoding: "utf8",
  });
}

it("lists its commands, one a line, from any folder", () => {
  const { status, stdout } = guichet();
  expect(status).toBe(0);
  for (const { name, summary } of commands) expect(stdout).toContain(`${name.padEnd(9)} ${summary}`);
});

it("answers a command it does not know with the list and code 2", () => {
  const { status, stderr } = guichet("open");
  expect(status).toBe(2);
  expect(stderr).toContain("Commande inconnue : open");
});

it("every command in the list can be loaded", async () => {
  for (const { load } of commands) expect(typeof (await load()).run).toBe("function");
});
