import { expect, it } from "vitest";
import { readFamilyRequest, readTrackedRequest } from "#app/requests/acts/read-family-request.server.ts";
import { recordRemark } from "#app/requests/acts/record-remark.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { aMonday, createCareRequest, visitAs } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

it("the tracking link tells where a request stands, and nothing of disability or of the Caf", async () => {
  const { db } = await useTestDatabase();
  const { id, householdId } = await createCareRequest(db, { trackingTokenHash: hashToken("link") });
  const by = { careRequestId: id, accountId: "agent", at: aMonday };
  const details = { factCodes: ["disability-in-family"], dueOn: "2026-09-29" };
  await recordStep(db, { ...by, transition: "askProof", by: "desk", details });
  await recordRemark(db, { ...by, kind: "cafReferral", by: "partner" });

  const guardian = await visitAs(db, "family", "family:read", { householdIds: [householdId] });
  const told = (await readFamilyRequest(guardian, id)).timeline;
  expect(told.flatMap(({ factCodes }) => factCodes)).toEqual(["disability-in-family"]);
  expect(told.map(({ transition }) => transition)).toContain("cafReferral");

  const tracked = await readTrackedRequest(guardian, "link");
  expect(tracked.timeline).toMatchObject([{ transition: "askProof", dueOn: "2026-09-29", factCodes: [] }]);
  expect(JSON.stringify(tracked)).not.toMatch(/disability|caf/i);
});
