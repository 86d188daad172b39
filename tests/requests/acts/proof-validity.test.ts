import { rmSync } from "node:fs";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { acceptProof } from "#app/requests/acts/decide-proof.server.ts";
import { readFamilyRequest } from "#app/requests/acts/read-family-request.server.ts";
import { sendProof } from "#app/requests/acts/send-proof.server.ts";
import { aMonday, visitAs } from "#tests/support/builders.ts";
import { type TestDatabase, useTestDatabase } from "#tests/support/database.ts";
import { aCriterion, createGrid } from "#tests/support/grids.ts";
import { arrive, openTown } from "#tests/requests/town.ts";

const dataDir = vi.hoisted(() => `${process.env.TMPDIR ?? "/tmp"}/guichet-validity-${process.pid}`);
vi.stubEnv("DATA_DIR", dataDir);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

let db: TestDatabase["db"];
beforeEach(async () => {
  ({ db } = await useTestDatabase());
  await openTown(db);
});
const pdf = new Uint8Array(Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"));
const later = new Date("2027-04-05T07:00:00Z");
const family = (householdId: string, now = aMonday) =>
  visitAs(db, "family", "family:act", { householdIds: [householdId], now });
const factCode = "single-parent";
const factOf = (careRequestId: string) =>
  db.priorityFact.findUniqueOrThrow({ where: { careRequestId_code: { careRequestId, code: factCode } } });
const file = { name: "a.pdf", bytes: pdf };

async function accepted() {
  const built = await arrive(db, { facts: [factCode] });
  await sendProof(await family(built.householdId), { careRequestId: built.id, factCode, file });
  const { version } = await db.careRequest.findUniqueOrThrow({ where: { id: built.id } });
  const desk = await visitAs(db, "coordinator", "proof:decide");
  expect(await acceptProof(desk, { careRequestId: built.id, version, factCode })).toMatchObject({ ok: true });
  return built;
}

it("an accepted proof counts for the months that the grid in force says", async () => {
  await createGrid(db, {
    criteria: [aCriterion({ code: factCode, proof: "caf-certificate", validMonths: 6 })],
  });
  const { id } = await accepted();
  expect((await factOf(id)).validUntil).toBe("2027-03-14");
});

it("without a grid, it counts as long as the request lives", async () => {
  const { id } = await accepted();
  expect((await factOf(id)).validUntil).toBeNull();
});

it("a family is told that its proof is out of date, and sends another, which is read again", async () => {
  await createGrid(db, {
    criteria: [aCriterion({ code: factCode, proof: "caf-certificate", validMonths: 6 })],
  });
  const { id, householdId } = await accepted();
  const before = await readFamilyRequest(await family(householdId), id);
  expect(before.facts).toMatchObject([{ code: factCode, maySend: false, outOfDate: false }]);
  const sendAgain = async (now?: Date) =>
    sendProof(await family(householdId, now), { careRequestId: id, factCode, file });
  expect(await sendAgain()).toEqual({ ok: false, error: "requests:error.proofSettled" });

  const after = await readFamilyRequest(await family(householdId, later), id);
  expect(after.facts).toMatchObject([{ maySend: true, outOfDate: true, validUntil: "2027-03-14" }]);
  expect(await sendAgain(later)).toMatchObject({ ok: true });
  expect(await factOf(id)).toMatchObject({ proofState: "received", validUntil: null });
});
