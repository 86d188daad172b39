import { describe, expect, it } from "vitest";
import { closeSession } from "#app/access/acts/close-session.server.ts";
import { useSignInLink } from "#app/access/acts/use-sign-in-link.server.ts";
import { findActor } from "#app/access/store.server.ts";
import type { PrismaClient } from "#app/platform/database/generated/client.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { aMonday, createCareRequest, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

async function linkFor(db: PrismaClient, email: string): Promise<string> {
  const expiresAt = new Date(aMonday.getTime() + 60_000);
  await db.signInLink.create({
    data: { tokenHash: hashToken("link"), email, createdAt: aMonday, expiresAt },
  });
  return "link";
}

describe("a link sent by e-mail", () => {
  it("leads a nursery worker who had asked for a place before being hired to her own family's file", async () => {
    const { db } = await useTestDatabase();
    const { email, householdId } = await createCareRequest(db);
    const account = await db.account.create({ data: { email, displayName: "Sam", createdAt: aMonday } });
    const visit = await visitAs(db, "administrator", "administration:accounts");
    const used = await useSignInLink(visit, await linkFor(db, email));
    expect(used).toMatchObject({ ok: true, accountId: account.id });
    const actor = await findActor(db, account.id, visit.today);
    expect(actor?.householdIds).toEqual([householdId]);
  });

  it("gives nobody the file of a guardian who already has an account", async () => {
    const { db } = await useTestDatabase();
    const { email, householdId } = await createCareRequest(db);
    const parent = await visitAs(db, "family", "family:read", { householdIds: [householdId] });
    await db.guardian.updateMany({ where: { householdId }, data: { accountId: parent.actor.accountId } });
    const other = await db.account.create({ data: { email, displayName: "Alex", createdAt: aMonday } });
    await useSignInLink(parent, await linkFor(db, email));
    expect((await findActor(db, other.id, parent.today))?.householdIds).toEqual([]);
  });
});

describe("signing out", () => {
  it("leaves neither a session nor a request being typed to the next person at the computer", async () => {
    const { db } = await useTestDatabase();
    const visit = await visitAs(db, "family", "family:read");
    const reply = await closeSession(visit, new Request("http://town.invalid/deconnexion"));
    const cookies = reply.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual(["session", "draft", "tablet"]);
    expect(cookies.every((cookie) => cookie.includes("Max-Age=0"))).toBe(true);
  });
});
