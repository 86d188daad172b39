import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";

const start = path.resolve(import.meta.dirname, "../../bin/start.mjs");
const folder = mkdtempSync(path.join(tmpdir(), "guichet-start-"));

/** What `npm start` says and how it ends when it cannot go further. */
function refusal(environment: Record<string, string>): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [start], {
    env: { ...process.env, PORT: "0", DATA_DIR: path.join(folder, "data"), DATABASE_URL: "", ...environment },
    encoding: "utf8",
    timeout: 20_000,
  });
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr.trim().split("\n")).toHaveLength(1);
  return stderr;
}

it("refuses a busy port in one line", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  expect(refusal({ PORT: String(port) })).toContain(`Le port ${port} est déjà utilisé`);
});

it("refuses a data folder that cannot be written, in one line", () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(refusal({ DATA_DIR: file })).toContain("n'est pas un dossier");
});

it("refuses an unreadable database, in one line", () => {
  const file = path.join(folder, "guichet.db");
  writeFileSync(file, "words".repeat(1000));
  expect(refusal({ DATABASE_URL: `file:${file}` })).toContain("illisible");
});

it("refuses production mode without its settings, in one line", () => {
  expect(refusal({ GUICHET_MODE: "production" })).toContain("SESSION_SECRET, PUBLIC_URL, SMTP_URL");
});
