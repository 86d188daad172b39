import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { inspectDatabase } from "../../bin/steps/database.mjs";
import { useTestDatabase } from "#tests/support/database.ts";

const fileOf = (url: string) => url.replace("file:", "");

it("a database that is not there needs everything", () => {
  expect(inspectDatabase("/nowhere/guichet.db")).toMatchObject({ upToDate: false, empty: true });
});

it("a migrated database with its parameters needs nothing but a town", async () => {
  const { url } = await useTestDatabase();
  expect(inspectDatabase(fileOf(url))).toEqual({ upToDate: true, empty: true, demonstrationAccounts: [] });
});

it("a town with an account is not empty, and its demonstration accounts are told", async () => {
  const { db, url } = await useTestDatabase();
  const account = { displayName: "Hélène Marchal", createdAt: new Date(0) };
  await db.account.create({ data: { ...account, email: "coordination@demo.guichet.example" } });
  await db.account.create({ data: { ...account, email: "someone@example.org" } });
  expect(inspectDatabase(fileOf(url))).toMatchObject({
    empty: false,
    demonstrationAccounts: [{ email: "coordination@demo.guichet.example", displayName: "Hélène Marchal" }],
  });
});

it("a missing parameter or migration asks for an update; one from the future stops the start", async () => {
  const { db, url } = await useTestDatabase();
  await db.parameter.deleteMany({ where: { code: "delays" } });
  expect(inspectDatabase(fileOf(url)).upToDate).toBe(false);
  await db.$executeRaw`UPDATE "_prisma_migrations" SET "migration_name" = '2999_later'`;
  expect(inspectDatabase(fileOf(url)).problem).toContain("2999_later");
});

it("a damaged file is said to be unreadable", () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "guichet-damaged-")), "guichet.db");
  writeFileSync(file, "SQLite format 3\0" + "x".repeat(8000));
  expect(inspectDatabase(file).problem).toMatch(/illisible .*SQLITE_/);
});
