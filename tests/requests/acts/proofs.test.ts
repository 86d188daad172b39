import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { askProof } from "#app/requests/acts/ask-proof.server.ts";
import { acceptProof, refuseProof } from "#app/requests/acts/decide-proof.server.ts";
import { readFamilyRequest } from "#app/requests/acts/read-family-request.server.ts";
import { readProofFile } from "#app/requests/acts/read-proof-file.server.ts";
import { sendProof } from "#app/requests/acts/send-proof.server.ts";
import { visitAs } from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";
import { arrive, openTown, standing } from "#tests/requests/town.ts";

const dataDir = vi.hoisted(() => `${process.env.TMPDIR ?? "/tmp"}/guichet-proofs-${process.pid}`);
vi.stubEnv("DATA_DIR", dataDir);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

let db: TestDatabase["db"];
beforeEach(async () => {
  ({ db } = await useTestDatabase());
  await openTown(db);
});

const pdf = new Uint8Array(Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"));
const script = new Uint8Array(Buffer.from("<script>alert(1)</script>"));
const dueOn = "2026-09-29" as CalendarDay;
const desk = () => visitAs(db, "coordinator", "proof:ask");
const family = (householdId: string) => visitAs(db, "family", "family:act", { householdIds: [householdId] });
const stateOf = async (careRequestId: string, code: string) =>
  (await db.priorityFact.findUniqueOrThrow({ where: { careRequestId_code: { careRequestId, code } } }))
    .proofState;
const kept = () =>
  existsSync(path.join(dataDir, "proofs")) ? readdirSync(path.join(dataDir, "proofs")) : [];

/** A request whose proofs have been asked for. */
async function asked(facts = ["single-parent", "atypical-work"]) {
  const built = await arrive(db, { facts });
  await askProof(await desk(), { careRequestId: built.id, version: 1, factCodes: facts, dueOn });
  return built;
}
const send = async (
  built: { id: string; householdId: string },
  factCode: string,
  bytes = pdf,
  name = "a.pdf",
) => sendProof(await family(built.householdId), { careRequestId: built.id, factCode, file: { name, bytes } });

it("no document is collected for a request that its family has withdrawn", async () => {
  const built = await asked();
  await db.careRequest.update({ where: { id: built.id }, data: { status: "withdrawn" } });
  expect(await send(built, "single-parent")).toEqual({ ok: false, error: "requests:error.changedMeanwhile" });
  expect(await db.proof.count()).toBe(0);
  const guardian = await family(built.householdId);
  const { facts } = await readFamilyRequest(guardian, built.id);
  expect(facts.some(({ maySend }) => maySend)).toBe(false);
});

describe("asking", () => {
  it("waits for the family until a day, and writes to it once", async () => {
    const { id, email } = await asked();
    expect(await standing(db, id)).toMatchObject({ status: "incomplete", nextStepBy: dueOn });
    expect(await stateOf(id, "single-parent")).toBe("asked");
    const messages = await db.message.findMany();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ id: `proof-asked:v1:${id}:1`, recipient: email });
    expect(messages[0]!.text).toContain("– Attestation de la Caf (Parent seul)");
    expect(messages[0]!.text).toContain("avant le mardi 29 septembre 2026");
  });

  it("asks for nothing that needs no document, nor for what was never stated", async () => {
    const { id } = await arrive(db, { facts: ["sibling-in-care"] });
    for (const factCodes of [["sibling-in-care"], ["single-parent"], []]) {
      const outcome = await askProof(await desk(), { careRequestId: id, version: 1, factCodes, dueOn });
      expect(outcome).toEqual({ ok: false, error: "requests:error.facts", field: "factCodes" });
    }
    expect(await standing(db, id)).toMatchObject({ status: "submitted", version: 1 });
  });

  it.each(["", "2026-09-14", "2020-01-01", "2027-09-14"] as const)("refuses the deadline %s", async (day) => {
    const { id } = await arrive(db, { facts: ["single-parent"] });
    const ask = { careRequestId: id, version: 1, factCodes: ["single-parent"], dueOn: day as CalendarDay };
    expect(await askProof(await desk(), ask)).toMatchObject({ ok: false, field: "dueOn" });
  });
});

describe("sending", () => {
  it("brings the request back to the desk when nothing asked for is missing any more", async () => {
    const built = await asked();
    expect(await send(built, "single-parent")).toEqual({ ok: true, complete: false });
    expect(await standing(db, built.id)).toMatchObject({ status: "incomplete" });
    expect(await send(built, "atypical-work")).toEqual({ ok: true, complete: true });
    // Five working days after Monday 14 September.
    expect(await standing(db, built.id)).toMatchObject({ status: "submitted", nextStepBy: "2026-09-21" });
    expect(await stateOf(built.id, "atypical-work")).toBe("received");
  });

  it("refuses kindly what is not a document, whatever its name, and keeps nothing of it", async () => {
    const built = await asked();
    const before = kept().length;
    const outcome = await send(built, "single-parent", script, "attestation.pdf");
    expect(outcome).toEqual({ ok: false, error: "requests:error.fileType" });
    expect(kept()).toHaveLength(before);
    expect(await db.proof.count()).toBe(0);
  });

  it("asks for a file when none was chosen", async () => {
    const built = await asked();
    const none = { careRequestId: built.id, factCode: "single-parent", file: null };
    expect(await sendProof(await family(built.householdId), none)).toMatchObject({
      error: "requests:error.file",
    });
  });

  it("is for the household only", async () => {
    const built = await asked();
    await expect(send({ ...built, householdId: "another" }, "single-parent")).rejects.toMatchObject({
      status: 404,
    });
  });

  it("stops at twenty files", async () => {
    const built = await asked(["single-parent"]);
    const row = {
      careRequestId: built.id,
      factCode: "single-parent",
      fileName: "a",
      mediaType: "b",
      bytes: 1,
    };
    await db.proof.createMany({ data: Array.from({ length: 20 }, () => ({ ...row, sentAt: new Date(0) })) });
    expect(await send(built, "single-parent")).toMatchObject({ error: "requests:error.tooManyFiles" });
  });
});

describe("reading and deciding", () => {
  async function received() {
    const built = await asked(["single-parent"]);
    await send(built, "single-parent", pdf, "C:\\fakepath\\Attestation é.docx");
    const proof = await db.proof.findFirstOrThrow({ where: { careRequestId: built.id } });
    return { ...built, proofId: proof.id };
  }
  const decision = (careRequestId: string) => ({ careRequestId, version: 3, factCode: "single-parent" });

  it("an agent downloads the file under a safe name, and the reading is written down", async () => {
    const { id, proofId } = await received();
    const response = await readProofFile(await desk(), proofId);
    expect(response.headers.get("Content-Disposition")).toBe(
      `attachment; filename="Attestation e.pdf"; filename*=UTF-8''Attestation%20%C3%A9.pdf`,
    );
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdf);
    expect(
      await db.auditEntry.count({ where: { subjectKind: "proof", subjectId: id, action: "read" } }),
    ).toBe(1);
  });

  it("another association cannot download it", async () => {
    const { proofId } = await received();
    const stranger = await visitAs(db, "association_manager", "careRequest:read", {
      organisationId: "association-north",
    });
    await expect(readProofFile(stranger, proofId)).rejects.toMatchObject({ status: 404 });
    await expect(readProofFile(await desk(), "../../secret")).rejects.toMatchObject({ status: 404 });
  });

  it("an accepted proof is settled: nothing more can be sent for it", async () => {
    const built = await received();
    expect(await acceptProof(await desk(), decision(built.id))).toMatchObject({ ok: true });
    expect(await stateOf(built.id, "single-parent")).toBe("verified");
    expect(await standing(db, built.id)).toMatchObject({ status: "submitted", version: 4 });
    expect(await send(built, "single-parent")).toMatchObject({ error: "requests:error.proofSettled" });
  });

  it("a refused proof is asked for again, with the reason and a day", async () => {
    const built = await received();
    const refused = await refuseProof(await desk(), { ...decision(built.id), refusal: "unreadable" });
    expect(refused).toMatchObject({ ok: true, notice: "requests:notice.proofRefused" });
    expect(await stateOf(built.id, "single-parent")).toBe("asked");
    expect(await standing(db, built.id)).toMatchObject({ status: "incomplete", nextStepBy: "2026-09-29" });
    const message = await db.message.findUniqueOrThrow({ where: { id: `proof-refused:v3:${built.id}:1` } });
    expect(message.text).toContain("Le document ne se lit pas bien");
  });

  it("two agents who decide at once: the second is told, and changes nothing", async () => {
    const { id } = await received();
    const [one, other] = [await desk(), await desk()];
    await acceptProof(one, decision(id));
    const late = await refuseProof(other, { ...decision(id), refusal: "unreadable" });
    expect(late).toEqual({ ok: false, error: "requests:error.changedMeanwhile" });
    expect(await stateOf(id, "single-parent")).toBe("verified");
  });
});

it("keeps proofs under random names in the data folder", () => {
  expect(kept().length).toBeGreaterThan(0);
  expect(kept().every((name) => /^[a-f0-9]{32}$/.test(name))).toBe(true);
});
