import { existsSync, mkdirSync, mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { examine } from "#app/commands/doctor.ts";
import { checkDisk, checkInstallation, checkNode } from "#app/commands/doctor/machine.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const folder = mkdtempSync(path.join(tmpdir(), "guichet-doctor-"));

/** Labels of what is wrong with an installation. */
async function ailments(environment: Record<string, string>): Promise<string[]> {
  const findings = await examine({ DATA_DIR: folder, ...environment });
  return findings.filter(({ advice }) => advice !== null).map(({ label, advice }) => `${label} → ${advice}`);
}

it("finds nothing wrong with a sound installation", async () => {
  const { url } = await useTestDatabase();
  expect(await ailments({ DATABASE_URL: url })).toEqual([]);
});

it("says that production mode is not configured, and still looks at the rest", async () => {
  const { url } = await useTestDatabase();
  const found = await ailments({ DATABASE_URL: url, GUICHET_MODE: "production" });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/SESSION_SECRET.*PUBLIC_URL.*SMTP_URL/);
  const complete = { SESSION_SECRET: "x".repeat(32), SMTP_URL: "smtp://localhost" };
  const insecure = { ...complete, GUICHET_MODE: "production", PUBLIC_URL: "http://guichet.example" };
  expect((await ailments({ DATABASE_URL: url, ...insecure }))[0]).toContain("https");
});

it("names the parameters that are missing and the command that adds them", async () => {
  const { db, url } = await useTestDatabase();
  await db.parameter.deleteMany({ where: { code: "delays" } });
  expect(await ailments({ DATABASE_URL: url })).toEqual([
    expect.stringMatching(/delays .*npx guichet migrate/),
  ]);
});

it("names the migrations that are missing", async () => {
  const { db, url } = await useTestDatabase();
  await db.$executeRaw`UPDATE "_prisma_migrations" SET "finished_at" = NULL`;
  expect(await ailments({ DATABASE_URL: url })).toEqual([
    expect.stringMatching(/opening.*npx guichet migrate/),
  ]);
});

it("names the tables whose rows refer to nothing", async () => {
  const { url } = await useTestDatabase();
  const file = new Sqlite(url.replace("file:", ""));
  file.pragma("foreign_keys = OFF");
  file.exec(
    `INSERT INTO "Street" ("id", "name", "searchName", "zoneCode") VALUES ('s', 'Rue', 'rue', 'nowhere')`,
  );
  file.close();
  expect(await ailments({ DATABASE_URL: url })).toEqual([expect.stringContaining("foreign key: Street")]);
});

it("names the jobs that failed last time", async () => {
  const { db, url } = await useTestDatabase();
  await db.job.create({ data: { name: "send-messages", outcome: "failed" } });
  expect(await ailments({ DATABASE_URL: url })).toEqual([expect.stringContaining("send-messages")]);
});

it("says when a file is no database, is cut short, or is not there, and makes none", async () => {
  const text = path.join(folder, "text.db");
  writeFileSync(text, "not a database, only words ".repeat(100));
  expect((await ailments({ DATABASE_URL: `file:${text}` }))[0]).toContain("illisible");

  const { db, url } = await useTestDatabase();
  await db.$disconnect();
  truncateSync(url.replace("file:", ""), 20_000);
  expect(await ailments({ DATABASE_URL: url })).not.toEqual([]);

  const absent = path.join(folder, "absent.db");
  expect((await ailments({ DATABASE_URL: `file:${absent}` }))[0]).toContain("npm start");
  expect(existsSync(absent)).toBe(false);
});

it("wants a recent Node, room on the disk, and one native copy", () => {
  expect(checkNode("v20.18.9").advice).toContain("Node >=20.19.0");
  expect(checkNode("v24.0.0").advice).toBeNull();
  expect(checkDisk(folder, Number.MAX_SAFE_INTEGER).advice).not.toBeNull();
  const modules = path.join(folder, "modules");
  for (const place of ["better-sqlite3", "@prisma/adapter/node_modules/better-sqlite3"]) {
    mkdirSync(path.join(modules, place), { recursive: true });
  }
  expect(checkInstallation(modules)).toMatchObject({
    label: expect.stringContaining("2 copies"),
    advice: "npm ci",
  });
});
