import { existsSync, mkdtempSync, readFileSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkDatabaseFile, checkDisk, checkFolder, checkPort } from "../../bin/steps/checks.mjs";
import { checkNode } from "../../bin/steps/node-version.mjs";
import { loadEnvFile, readSettings } from "../../bin/steps/settings.mjs";
import { useTestDatabase } from "#tests/support/database.ts";

const folder = mkdtempSync(path.join(tmpdir(), "guichet-checks-"));

/** One line, French then English. */
const oneLine = (message: string | null | undefined) => {
  expect(message).toMatch(/^[^\n]+ \/ [^\n]+$/);
  return message!;
};

it("a Node that is too old is named with the one to install", () => {
  expect(oneLine(checkNode("v18.20.4", "20.19.0"))).toContain("installez Node 20.19.0");
  expect(oneLine(checkNode("v20.18.3", "20.19.0"))).toContain("Node v20.18.3 is too old");
  for (const version of ["v20.19.0", "v20.20.2", "v22.0.0"]) expect(checkNode(version, "20.19.0")).toBeNull();
});

describe("the port", () => {
  it("that is busy is named with another one to try", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    expect(oneLine(await checkPort("127.0.0.1", port))).toContain(`PORT=${port + 1} npm start`);
    expect(await checkPort("127.0.0.1", 0)).toBeNull();
  });

  it("cannot be listened to on an address of another machine", async () => {
    expect(oneLine(await checkPort("192.0.2.1", 3000))).toContain("HOST=192.0.2.1");
  });
});

describe("the data folder", () => {
  it("is made, and keeps no trace of the test", () => {
    const made = path.join(folder, "new", "data");
    expect(checkFolder(made)).toBeNull();
    expect(readdirSync(made)).toEqual([]);
  });

  it("may not be a file", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    expect(oneLine(checkFolder(file))).toContain("DATA_DIR=");
  });

  it("needs room", () => {
    expect(oneLine(checkDisk(folder, 1e12))).toContain("libérez au moins");
    expect(checkDisk(folder, 1)).toBeNull();
  });
});

describe("the database file", () => {
  it("may be absent, empty or sound", async () => {
    const { db, url } = await useTestDatabase();
    await db.$disconnect();
    expect(checkDatabaseFile(url.replace("file:", ""))).toBeNull();
    expect(checkDatabaseFile(path.join(folder, "absent.db"))).toBeNull();
    const empty = path.join(folder, "empty.db");
    writeFileSync(empty, "");
    expect(checkDatabaseFile(empty)).toBeNull();
    expect(existsSync(path.join(folder, "absent.db"))).toBe(false);
  });

  it("is refused when it is something else, a folder, or cut short", async () => {
    const text = path.join(folder, "text.db");
    writeFileSync(text, "words".repeat(1000));
    expect(oneLine(checkDatabaseFile(text))).toContain("SQLITE_NOTADB");
    expect(oneLine(checkDatabaseFile(folder))).toContain("EISDIR");
    const { db, url } = await useTestDatabase();
    await db.$disconnect();
    const file = url.replace("file:", "");
    truncateSync(file, readFileSync(file).length - 1000);
    expect(oneLine(checkDatabaseFile(file))).toContain("SQLITE_CORRUPT");
  });
});

describe("the settings", () => {
  it("need nothing for a demonstration", () => {
    const settings = readSettings({}, "/srv/guichet");
    expect(settings).toMatchObject({ host: "127.0.0.1", port: 3000, demonstration: true });
    expect(settings.databaseFile).toBe("/srv/guichet/data/guichet.db");
  });

  it.each([
    [{ PORT: "http" }, 'PORT="http"'],
    [{ PORT: "70000" }, 'PORT="70000"'],
    [{ GUICHET_MODE: "prod" }, 'GUICHET_MODE="prod"'],
    [{ GUICHET_MODE: "production" }, "SESSION_SECRET, PUBLIC_URL, SMTP_URL"],
    [{ DATABASE_URL: "mysql://" }, "DATABASE_URL"],
  ])("that are wrong are named: %o", (environment, named) => {
    expect(oneLine(readSettings(environment).problem)).toContain(named);
  });

  it("may come from a file, which yields to the environment", () => {
    const file = path.join(folder, ".env");
    writeFileSync(file, '# réglages\nPORT=4000\nHOST="0.0.0.0"\nMAIL_FROM=Ville <guichet@ville.example>\n');
    const environment: Record<string, string> = { PORT: "5000" };
    loadEnvFile(environment, file);
    expect(environment).toEqual({
      PORT: "5000",
      HOST: "0.0.0.0",
      MAIL_FROM: "Ville <guichet@ville.example>",
    });
  });
});
