import { expect, it } from "vitest";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import {
  type CareRequestStatus,
  type StepMaker,
  type TransitionName,
  careRequestStatuses,
  mayTransition,
  transitions,
} from "#app/requests/rules/lifecycle.ts";
import { aMonday, createCareRequest } from "#tests/support/builders.ts";
import { useTestDatabase } from "#tests/support/database.ts";

const makers: StepMaker[] = ["family", "desk", "facility", "adviser", "partner", "clock"];
const names = Object.keys(transitions) as TransitionName[];

it("every transition, from every status, by everybody: done as the table says, or nothing at all", async () => {
  const { db } = await useTestDatabase();
  const { id } = await createCareRequest(db);
  let steps = 0;
  const fromStatus = async (db: Database, status: CareRequestStatus): Promise<void> => {
    for (const transition of names) {
      for (const by of makers) {
        await db.careRequest.update({ where: { id }, data: { status, version: 7 } });
        const outcome = await recordStep(db, {
          careRequestId: id,
          transition,
          by,
          accountId: null,
          at: aMonday,
          version: 7,
        });
        const allowed = mayTransition(transition, status, by);
        expect(outcome.ok, `${transition} from ${status} by ${by}`).toBe(allowed);
        const now = await db.careRequest.findUniqueOrThrow({ where: { id } });
        const expected = allowed
          ? { status: transitions[transition].to, version: 8 }
          : { status, version: 7 };
        expect(now).toMatchObject(expected);
        steps += Number(allowed);
      }
    }
  };
  // One transaction a status: a thousand writes to the disk would only be slow.
  for (const status of careRequestStatuses) await inTransaction(db, (tx) => fromStatus(tx, status));
  expect(await db.requestStep.count()).toBe(steps);
});

it("a request seen in an older version is not moved", async () => {
  const { db } = await useTestDatabase();
  const { id } = await createCareRequest(db, { version: 3 });
  const step = { careRequestId: id, by: "desk", accountId: null, at: aMonday, transition: "refer" } as const;
  const refused = { ok: false, error: "requests:error.changedMeanwhile" };
  expect(await recordStep(db, { ...step, version: 2 })).toEqual(refused);
  expect(await recordStep(db, { ...step, careRequestId: "nobody" })).toEqual(refused);
  expect(await recordStep(db, { ...step, version: 3 })).toMatchObject({ ok: true, to: "waiting" });
});
