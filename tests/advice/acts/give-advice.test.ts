import { describe, expect, it } from "vitest";
import { giveAdvice } from "#app/advice/acts/give-advice.server.ts";
import { readAdvice } from "#app/advice/acts/read-advice.server.ts";
import { readAdviceCase } from "#app/advice/acts/read-advice-case.server.ts";
import { readAdviceDesk } from "#app/advice/acts/read-advice-desk.server.ts";
import { recordAdviceCase } from "#app/advice/acts/record-advice-case.server.ts";
import { adviceForm } from "#app/advice/rules/advice.ts";
import { aMonday, createCareRequest, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const advice = {
  code: "childminder",
  text: "Deux assistantes maternelles ont des heures libres.",
  version: 1,
} as const;

async function aCase(consent = true) {
  const { db } = await useTestDatabase();
  const request = await createCareRequest(db, { status: "waiting", adviceConsent: consent });
  await recordAdviceCase(db, { careRequestId: request.id, reasonCode: "hours-not-covered", at: aMonday });
  const { id } = await db.adviceCase.findFirstOrThrow();
  return { db, request, id, visit: await visitAs(db, "rpe_adviser", "advice:give") };
}

describe("the adviser of the relais petite enfance", () => {
  it("gives advice that the family reads, receives by e-mail and finds in its history", async () => {
    const { db, request, id, visit } = await aCase();
    expect(await giveAdvice(visit, id, { ...advice, close: undefined })).toEqual({ ok: true });
    expect(await readAdvice(db, request.id)).toMatchObject([{ code: "childminder", text: advice.text }]);
    expect(await db.message.findFirst()).toMatchObject({ recipient: request.email });
    expect(await db.requestStep.findFirst()).toMatchObject({ transition: "advise", toStatus: "waiting" });
    expect(await db.auditEntry.count()).toBe(1);
  });

  it("who was overtaken by a colleague is told so, and nothing is written", async () => {
    const { db, id, visit } = await aCase();
    await giveAdvice(visit, id, { ...advice, close: undefined });
    const second = await giveAdvice(visit, id, { ...advice, close: undefined });
    expect(second).toEqual({ ok: false, error: "advice:error.changedMeanwhile" });
    expect(await db.adviceNote.count()).toBe(1);
    expect(await db.message.count()).toBe(1);
  });

  it("closes a case with its last advice; the request itself goes on", async () => {
    const { db, id, request, visit } = await aCase();
    await giveAdvice(visit, id, { ...advice, close: "on" });
    expect((await readAdviceDesk(visit, new URLSearchParams())).cases).toEqual([]);
    expect((await readAdviceDesk(visit, new URLSearchParams("etat=closed"))).cases).toHaveLength(1);
    expect(await db.careRequest.findUnique({ where: { id: request.id } })).toMatchObject({
      status: "waiting",
    });
  });

  it("never sees a case without the family's consent", async () => {
    const { id, visit } = await aCase(false);
    expect((await readAdviceDesk(visit, new URLSearchParams())).total).toBe(0);
    await expect(readAdviceCase(visit, id)).rejects.toMatchObject({ status: 404 });
  });

  it("no longer sees the family once its request is withdrawn", async () => {
    const { db, request, id, visit } = await aCase();
    await db.careRequest.update({ where: { id: request.id }, data: { status: "withdrawn" } });
    expect((await readAdviceDesk(visit, new URLSearchParams())).total).toBe(0);
    await expect(readAdviceCase(visit, id)).rejects.toMatchObject({ status: 404 });
  });

  it("cannot write a social-security number, and is told why", () => {
    const read = adviceForm.safeParse({
      code: "meeting",
      text: "Son numéro : 2 85 05 57 463 123 45",
      version: "1",
    });
    expect(read.error?.issues[0]?.message).toBe("advice:error.securityNumber");
  });
});
