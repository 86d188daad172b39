import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { listDueOfferIds } from "#app/allocation/store/offers.server.ts";
import { planDays } from "#app/attendance/acts/plan-days.server.ts";
import { startContracts } from "#app/attendance/acts/start-contracts.server.ts";
import { fillDemonstration } from "#app/commands/demo.ts";
import { exit, type ExitCode, type Io } from "#app/commands/command.ts";
import { readDuplicates } from "#app/families/acts/read-duplicates.server.ts";
import { statusesSeen } from "#app/requests/rules/duplicate-requests.ts";
import { renewList } from "#app/requests/acts/renew-list.server.ts";
import { useTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-23T09:00:00Z");

const shared = await useTestDatabase();
const states: [number, number][] = [];
let summary: Awaited<ReturnType<typeof fillDemonstration>>;

beforeAll(async () => {
  // Something was there before.
  await shared.db.organisation.create({ data: { id: "old", name: "Ancienne", kind: "association" } });
  const counted: AfterFillRun = async ({ db }) => expect(await db.presence.count()).toBeGreaterThan(0);
  summary = await fillDemonstration({ db: shared.db, now }, (done, total) => states.push([done, total]), {
    afterFill: [{ label: "compter", run: counted }],
  });
}, 60_000);

type AfterFillRun = (context: { db: typeof shared.db }) => Promise<unknown>;

describe("filling the demonstration town", () => {
  it("replaces what was there, and keeps the parameters", async () => {
    expect(await shared.db.organisation.findUnique({ where: { id: "old" } })).toBeNull();
    expect(await shared.db.parameter.count()).toBeGreaterThan(0);
    expect(await shared.db.careRequest.count()).toBe(2700);
    expect(summary.careRequest).toBe(2700);
  });

  it("breaks no reference between tables", async () => {
    expect(await shared.db.$queryRaw`PRAGMA foreign_key_check`).toEqual([]);
  });

  it("shows how far it is, to the end", () => {
    expect(states.length).toBeGreaterThan(10);
    const work = states.filter(([, total]) => total === summary.rows);
    expect(work.at(-1)).toEqual([summary.rows, summary.rows]);
  });

  it("writes rows as the app does", async () => {
    const { db } = shared;
    const request = await db.careRequest.findFirstOrThrow({ include: { household: true } });
    expect(request.submittedAt).toBeInstanceOf(Date);
    expect(typeof request.adviceConsent).toBe("boolean");
    expect(request.pattern).toHaveProperty("slots");
    const stored = (id: string) =>
      db.$queryRaw<
        object[]
      >`SELECT submittedAt, pattern, adviceConsent, typeof(submittedAt) a, typeof(pattern) b,
        typeof(adviceConsent) c, typeof(weeklyMinutes) d FROM CareRequest WHERE id = ${id}`;
    const { household: _household, pattern, ...row } = request;
    const copy = {
      ...row,
      id: "copy",
      reference: "copy",
      trackingTokenHash: "copy",
      pattern: pattern as object,
    };
    await db.careRequest.create({ data: copy });
    expect(await stored("copy")).toEqual(await stored(request.id));
    await db.careRequest.delete({ where: { id: "copy" } });
  });

  it("leaves nothing to do to the jobs of the day", async () => {
    const context = { db: shared.db, now };
    expect(await planDays(context)).toEqual({ created: 0, removed: 0 });
    expect(await startContracts(context)).toEqual({ started: 0, ended: 0 });
    expect(await listDueOfferIds(shared.db, now)).toEqual([]);
    expect(await renewList(context)).toEqual({ lapsed: 0, reminded: 0, asked: 0 });
  });

  it("has one child written down twice, and families who have not said yet that they still need their place", async () => {
    const pairs = await readDuplicates(shared.db, statusesSeen);
    expect(pairs.map(({ reasons }) => reasons)).toEqual([["sameName", "sameBirth"]]);
    const standing = (status: string) => shared.db.careRequest.count({ where: { status } });
    expect([await standing("toRenew"), await standing("lapsed")]).toEqual([22, 9]);
  });

  it("knows every table of the database", async () => {
    const { db } = shared;
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'`;
    const source = await import("#app/commands/demo/store.server.ts");
    const known = [...source.emptiedTables(), "parameter", "job"];
    expect(tables.map(({ name }) => name[0]!.toLowerCase() + name.slice(1)).sort()).toEqual(known.sort());
  });

  it("can be done again over people's own doings", async () => {
    const { db } = shared;
    await db.session.create({
      data: { id: "s", accountId: "account-parent", createdAt: now, lastSeenAt: now, expiresAt: now },
    });
    const again = await fillDemonstration({ db, now });
    expect(again).toEqual(summary);
    expect(await db.session.count()).toBe(0);
  }, 60_000);
});

describe("npx guichet demo", () => {
  const said: string[] = [];
  const io: Io = {
    say: (line) => said.push(line),
    warn: (line) => said.push(line),
    progress: () => undefined,
  };

  async function run(each: TestDatabase, args: string[], mode = "demonstration"): Promise<ExitCode> {
    said.length = 0;
    vi.resetModules();
    vi.stubEnv("GUICHET_MODE", mode);
    vi.stubEnv("DATABASE_URL", each.url);
    vi.stubEnv("SESSION_SECRET", "x".repeat(40));
    vi.stubEnv("PUBLIC_URL", "https://guichet.example");
    vi.stubEnv("SMTP_URL", "smtp://localhost");
    const { demoCommand } = await import("#app/commands/demo.ts");
    return demoCommand.run(args, io);
  }
  afterEach(() => vi.unstubAllEnvs());

  it("leaves a town that is there with --if-empty, and fills an empty one", async () => {
    const each = await useTestDatabase();
    await each.db.zone.create({
      data: { code: "1", name: "Zone", quarterCode: "1", quarterName: "Q", source: "essai" },
    });
    expect(await run(each, ["--if-empty"])).toBe(exit.ok);
    expect(await each.db.facility.count()).toBe(0);
    await each.db.zone.deleteMany();
    expect(await run(each, ["--if-empty", "--seed", "12"])).toBe(exit.ok);
    expect(await each.db.facility.count()).toBe(78);
    expect(said.join()).toContain("78 structures");
  }, 60_000);

  it("refuses in production, whatever the arguments", async () => {
    const each = await useTestDatabase();
    expect(await run(each, [], "production")).toBe(exit.failed);
    expect(await run(each, ["--if-empty"], "production")).toBe(exit.failed);
    expect(await each.db.facility.count()).toBe(0);
  });

  it("says how it is called when it does not understand", async () => {
    const each = await useTestDatabase();
    expect(await run(each, ["--seed", "beaucoup"])).toBe(exit.usage);
    expect(await run(each, ["--all"])).toBe(exit.usage);
    expect(said.join()).toContain("--if-empty");
  });
});
