import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { fingerprint, matches, remember } from "../../bin/steps/fingerprint.mjs";
import { CommandFailed, run, step } from "../../bin/steps/progress.mjs";

function plainOutput() {
  const lines: string[] = [];
  return { lines, out: { isTTY: false, write: (text: string) => lines.push(text) } };
}

it("a step says when it begins and how long it took", async () => {
  const { lines, out } = plainOutput();
  expect(await step("Construction / Build", async () => "built", out)).toBe("built");
  expect(lines).toEqual(["… Construction / Build\n", "✓ Construction / Build (0 s)\n"]);
});

it("a step that fails is marked, and its error goes on", async () => {
  const { lines, out } = plainOutput();
  const failing = step("Migrations", () => Promise.reject(new Error("no")), out);
  await expect(failing).rejects.toThrow("no");
  expect(lines.at(-1)).toBe("✗ Migrations (0 s)\n");
});

it("a program that fails gives all it wrote", async () => {
  const script = 'console.log("first"); console.error("second"); process.exit(3)';
  const error = await run(process.execPath, ["-e", script]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CommandFailed);
  expect((error as { output: string }).output).toMatch(/first[^]*second|second[^]*first/);
});

it("a step is done again only when a file it depends on changes", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "guichet-fingerprint-"));
  const source = path.join(folder, "source.ts");
  const stamp = path.join(folder, "new", "stamp");
  writeFileSync(source, "one");
  expect(matches(stamp, fingerprint([source]))).toBe(false);
  remember(stamp, fingerprint([source]));
  expect(matches(stamp, fingerprint([source]))).toBe(true);
  writeFileSync(source, "two");
  expect(matches(stamp, fingerprint([source]))).toBe(false);
});
