import { describe, expect, it } from "vitest";
import { addMembership } from "#app/access/acts/add-membership.server.ts";
import { disableAccount } from "#app/access/acts/disable-account.server.ts";
import { enableAccount } from "#app/access/acts/enable-account.server.ts";
import { endMembership } from "#app/access/acts/end-membership.server.ts";
import { openAccount } from "#app/access/acts/open-account.server.ts";
import { readAccounts } from "#app/access/acts/read-accounts.server.ts";
import { findActor, findSession, insertSession } from "#app/access/store.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { aMonday, createFacility, visitAs } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/database.ts";

const today = asDay("2026-09-14");

/** An administrator, whose role is written down as everybody's is. */
async function anAdministrator(db: Database): Promise<SignedVisit> {
  const visit = await visitAs(db, "administrator", "administration:accounts");
  const { accountId } = visit.actor;
  await db.membership.create({ data: { accountId, role: "administrator", validFrom: "2020-01-01" } });
  return visit;
}

async function opened(visit: SignedVisit, email = "nadia@ville.example"): Promise<string> {
  const account = await openAccount(visit, { name: "Nadia Roux", email });
  if (!account.ok) throw new Error(account.error);
  return account.accountId;
}

const actionsOn = async (db: Database, subjectId: string): Promise<string[]> =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

const town = { kind: "town", id: null } as const;

describe("an account", () => {
  it("opened by the administrator can do nothing before it has a role", async () => {
    const { db } = await useTestDatabase();
    const visit = await anAdministrator(db);
    const id = await opened(visit);
    expect((await findActor(db, id, today))?.grants).toEqual([]);
    expect(await openAccount(visit, { name: "Autre", email: "nadia@ville.example" })).toEqual({
      ok: false,
      error: "access:error.emailTaken",
    });
    expect(await actionsOn(db, id)).toEqual(["open"]);
  });

  it("holds a role where it is given, from its first day to its last", async () => {
    const { db } = await useTestDatabase();
    const visit = await anAdministrator(db);
    const id = await opened(visit);
    const facility = await createFacility(db);
    const role = {
      role: "facility_manager",
      place: { kind: "facility", id: facility.id },
      from: asDay("2026-10-01"),
      to: asDay("2026-12-31"),
    } as const;
    expect(await addMembership(visit, id, role)).toEqual({ ok: true });
    expect(await addMembership(visit, id, role)).toEqual({ ok: false, error: "access:error.roleHeld" });
    const grantsOn = async (day: string) => (await findActor(db, id, asDay(day)))?.grants;
    expect(await grantsOn("2026-09-30")).toEqual([]);
    const grant = { role: "facility_manager", organisationId: null, facilityId: facility.id };
    expect(await grantsOn("2026-10-01")).toEqual([grant]);
    expect(await grantsOn("2026-12-31")).toEqual([grant]);
    expect(await grantsOn("2027-01-01")).toEqual([]);
    const nowhere = { ...role, place: { kind: "facility", id: "gone" } as const };
    expect(await addMembership(visit, id, nowhere)).toMatchObject({ error: "access:error.place.unknown" });
  });

  it("loses at once the role taken back, which stays in its history", async () => {
    const { db } = await useTestDatabase();
    const visit = await anAdministrator(db);
    const id = await opened(visit);
    await addMembership(visit, id, { role: "observer", place: town, from: asDay("2026-01-01") });
    const membership = await db.membership.findFirstOrThrow({ where: { accountId: id } });
    expect(await endMembership(visit, id, membership.id)).toEqual({ ok: true });
    expect((await findActor(db, id, today))?.grants).toEqual([]);
    expect(await db.membership.findFirst({ where: { accountId: id } })).toMatchObject({
      validTo: "2026-09-13",
    });
    expect(await actionsOn(db, id)).toEqual(["open", "addRole:observer", "endRole:observer"]);
  });

  it("disabled is signed out everywhere, and finds its roles again when it is opened again", async () => {
    const { db } = await useTestDatabase();
    const visit = await anAdministrator(db);
    const id = await opened(visit);
    await addMembership(visit, id, { role: "observer", place: town, from: today });
    const expiresAt = new Date(aMonday.getTime() + 3600_000);
    await insertSession(db, { id: "s", accountId: id, createdAt: aMonday, lastSeenAt: aMonday, expiresAt });
    expect(await disableAccount(visit, id)).toEqual({ ok: true });
    expect(await findSession(db, "s", aMonday)).toBeNull();
    expect(await findActor(db, id, today)).toBeNull();
    await enableAccount(visit, id);
    expect((await findActor(db, id, today))?.grants).toHaveLength(1);
    expect(await findSession(db, "s", aMonday)).toBeNull();
    expect(await actionsOn(db, id)).toEqual(["open", "addRole:observer", "disable", "enable"]);
  });

  it("that is the last to administer can neither be disabled nor lose its role", async () => {
    const { db } = await useTestDatabase();
    const visit = await anAdministrator(db);
    const { accountId } = visit.actor;
    const refused = { ok: false, error: "access:error.lastAdministrator" };
    const membership = await db.membership.findFirstOrThrow({ where: { accountId } });
    expect(await disableAccount(visit, accountId)).toEqual(refused);
    expect(await endMembership(visit, accountId, membership.id)).toEqual(refused);
    expect((await findActor(db, accountId, today))?.grants).toHaveLength(1);
    expect(await actionsOn(db, accountId)).toEqual([]);
    await anAdministrator(db);
    expect(await endMembership(visit, accountId, membership.id)).toEqual({ ok: true });
  });

  it("that does not exist answers as a page that does not exist", async () => {
    const { db } = await useTestDatabase();
    const visit = await anAdministrator(db);
    await expect(disableAccount(visit, "nobody")).rejects.toMatchObject({ status: 404 });
    await expect(endMembership(visit, visit.actor.accountId, "nothing")).rejects.toMatchObject({
      status: 404,
    });
  });
});

it("accounts are found by a part of a name or of an address, and by role", async () => {
  const { db } = await useTestDatabase();
  const visit = await anAdministrator(db);
  const id = await opened(visit);
  await addMembership(visit, id, { role: "observer", place: town, from: today });
  await opened(visit, "sans.role@ville.example");
  const names = async (search: string) =>
    (await readAccounts(visit, new URLSearchParams(search))).rows.map(({ email }) => email);
  expect(await names("q=roux&role=any")).toHaveLength(2);
  expect(await names("q=NADIA@")).toEqual(["nadia@ville.example"]);
  expect(await names("role=observer")).toEqual(["nadia@ville.example"]);
  expect(await names("")).toHaveLength(2);
});
