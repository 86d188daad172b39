import { describe, expect, it } from "vitest";
import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { readAccessLog } from "#app/access/acts/read-access-log.server.ts";
import { auditAddress, readAuditFilters } from "#app/access/rules/audit-filters.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { createCareRequest, visitAs } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/database.ts";

const filters = (search = "") => readAuditFilters(new URLSearchParams(search));
const administrator = (db: Database) => visitAs(db, "administrator", "administration:audit");

describe("the access log", () => {
  it("says who read which request and when, by its reference, latest first", async () => {
    const { db } = await useTestDatabase();
    const reader = await visitAs(db, "coordinator", "careRequest:read");
    const one = await createCareRequest(db);
    const other = await createCareRequest(db);
    await logFileRead(reader, "careRequest", one.id);
    await logFileRead(
      { ...reader, now: new Date(reader.now.getTime() + 60_000) },
      "proof",
      other.id,
      "acceptProof",
    );
    const { rows } = await readAccessLog(await administrator(db), filters());
    expect(rows.map(({ name, action, kind, subject }) => [name, action, kind, subject])).toEqual([
      [reader.actor.displayName, "acceptProof", "proof", other.reference],
      [reader.actor.displayName, "read", "careRequest", one.reference],
    ]);
    const found = await readAccessLog(
      await administrator(db),
      filters(`objet=${one.reference.toLowerCase()}`),
    );
    expect(found.rows.map(({ subject }) => subject)).toEqual([one.reference]);
  });

  it("is narrowed by person, kind and days, bounds included", async () => {
    const { db } = await useTestDatabase();
    const reader = await visitAs(db, "coordinator", "careRequest:read");
    await logFileRead(reader, "careRequest", "r1");
    const admin = await administrator(db);
    const count = async (search: string) => (await readAccessLog(admin, filters(search))).count;
    expect(await count(`qui=${reader.actor.email}&nature=careRequest`)).toBe(1);
    expect(await count("nature=proof")).toBe(0);
    expect(await count("qui=nobody")).toBe(0);
    expect(await count("nature=careRequest&du=2026-09-14&au=2026-09-14")).toBe(1);
    expect(await count("nature=careRequest&du=2026-09-15")).toBe(0);
    expect(await count("nature=careRequest&au=2026-09-13")).toBe(0);
  });

  it("writes down that it was read", async () => {
    const { db } = await useTestDatabase();
    const admin = await administrator(db);
    await readAccessLog(admin, filters());
    expect((await readAccessLog(admin, filters("nature=audit"))).rows).toMatchObject([
      { accountId: admin.actor.accountId, action: "read", kind: "audit" },
    ]);
  });

  it("keeps its filters in the address from page to page", () => {
    const asked = filters("qui=Marchal&nature=proof&objet=&du=2026-09-01&au=demain&page=-3");
    expect(asked).toEqual({
      who: "Marchal",
      kind: "proof",
      subject: "",
      from: "2026-09-01",
      to: null,
      page: 1,
    });
    expect(auditAddress(asked, 2)).toBe(
      "/administration/journal?qui=Marchal&nature=proof&du=2026-09-01&page=2",
    );
  });
});
