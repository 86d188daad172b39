import { describe, expect, it } from "vitest";
import { referFromCaf } from "#app/partners/acts/refer-from-caf.server.ts";
import { cafReferralForm } from "#app/partners/rules/caf-referral.ts";
import { readCafReferrals } from "#app/requests/acts/read-caf-referrals.server.ts";
import { createCareRequest, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const form = (reference: string, birthDay = "2025-09-01") =>
  cafReferralForm.parse({ reference, birthDay, accompanied: "on", agreed: "on" });

describe("a social worker of the Caf", () => {
  it("refers a request: the fact is known for sure, the family is told, the outcome is followed", async () => {
    const { db } = await useTestDatabase();
    const request = await createCareRequest(db, { reference: "GF-26-7K3MQ", status: "waiting" });
    const visit = await visitAs(db, "caf_referrer", "cafReferral:make");
    expect(await referFromCaf(visit, form("gf 26 7k3mq"))).toEqual({ ok: true });
    expect(await db.priorityFact.findFirst()).toMatchObject({ code: "caf-referral", proofState: "verified" });
    expect(await db.message.findFirst()).toMatchObject({ recipient: request.email });
    expect(await readCafReferrals(db, visit.actor.accountId)).toMatchObject([
      { reference: "GF-26-7K3MQ", childFirstName: "Lina", status: "waiting", place: null },
    ]);
  });

  it.each([
    ["an unknown reference", "GF-26-22222", "2025-09-01", "notFound"],
    ["another child's birth day", "GF-26-7K3MQ", "2025-09-02", "notFound"],
  ])("learns nothing from %s", async (_case, reference, birthDay, reason) => {
    const { db } = await useTestDatabase();
    await createCareRequest(db, { reference: "GF-26-7K3MQ" });
    const visit = await visitAs(db, "caf_referrer", "cafReferral:make");
    const refused = { ok: false, field: "reference", error: `partners:error.${reason}` };
    expect(await referFromCaf(visit, form(reference, birthDay))).toEqual(refused);
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("who sends the same referral twice changes nothing the second time", async () => {
    const { db } = await useTestDatabase();
    await createCareRequest(db, { reference: "GF-26-7K3MQ" });
    const visit = await visitAs(db, "caf_referrer", "cafReferral:make");
    await referFromCaf(visit, form("GF-26-7K3MQ"));
    expect(await referFromCaf(visit, form("GF-26-7K3MQ"))).toMatchObject({ error: "partners:error.already" });
    expect(await db.message.count()).toBe(1);
    expect(await db.requestStep.count()).toBe(1);
  });

  it.each([
    ["a périscolaire request", { kind: "afterSchool" }, "notNursery"],
    ["a request already served", { status: "inCare" }, "closed"],
  ])("cannot refer %s, and is told why", async (_case, values, reason) => {
    const { db } = await useTestDatabase();
    await createCareRequest(db, { reference: "GF-26-7K3MQ", ...values });
    const visit = await visitAs(db, "caf_referrer", "cafReferral:make");
    expect(await referFromCaf(visit, form("GF-26-7K3MQ"))).toMatchObject({
      error: `partners:error.${reason}`,
    });
  });
});
