import { expect, it } from "vitest";
import { readOperations } from "#app/access/acts/read-operations.server.ts";
import { retryMessage } from "#app/access/acts/retry-message.server.ts";
import { jobs } from "#app/commands/jobs.ts";
import { english } from "#app/i18n/en/index.ts";
import { french } from "#app/i18n/fr/index.ts";
import { visitAs } from "../../support/builders.ts";
import { useTestDatabase } from "../../support/database.ts";
import { aMessage } from "../../support/messages.ts";

it("a message given up shows with its error, and leaves again when asked", async () => {
  const { db } = await useTestDatabase();
  const visit = await visitAs(db, "administrator", "administration:operations");
  await db.message.create({
    data: {
      ...aMessage("offer-sent:o1"),
      attempts: 10,
      failedAt: visit.now,
      lastError: "mailbox unavailable",
    },
  });
  await db.message.create({ data: { ...aMessage("offer-sent:o2"), sentAt: visit.now } });
  expect((await readOperations(visit)).outbox).toEqual({
    sent: 1,
    waiting: 0,
    failed: 1,
    troubled: [{ id: "offer-sent:o1", attempts: 10, lastError: "mailbox unavailable", nextAttemptAt: null }],
  });
  await retryMessage(visit, "offer-sent:o1");
  expect((await readOperations(visit)).outbox).toMatchObject({ waiting: 1, failed: 0, troubled: [] });
  await expect(retryMessage(visit, "offer-sent:o2")).rejects.toMatchObject({ status: 404 });
});

it("shows of each setting the value in force, with its date and source", async () => {
  const { db } = await useTestDatabase();
  const visit = await visitAs(db, "administrator", "administration:operations");
  for (const validFrom of ["2026-01-01", "2027-01-01"])
    await db.parameter.create({ data: { code: "publication", validFrom, value: {}, source: validFrom } });
  const { parameters, health } = await readOperations(visit);
  expect(parameters.filter(({ code }) => code === "publication")).toEqual([
    { code: "publication", validFrom: "2026-01-01", until: "2027-01-01", value: {}, source: "2026-01-01" },
  ]);
  expect(health.status).toBe("ok");
});

it("every job of the town has its words", () => {
  for (const words of [french, english])
    expect(Object.keys(words.access.administration.job).sort()).toEqual(Object.keys(jobs).sort());
});
