import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { expect, it, onTestFinished } from "vitest";
import { queueMessage } from "#app/platform/mail/outbox.server.ts";
import { sendMessages } from "#app/platform/mail/send-messages.server.ts";
import { useTestDatabase } from "../../support/database.ts";

const now = new Date("2026-11-23T09:00:00Z");
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/** A post office on this machine, which refuses the recipients it is told to. */
async function postOffice() {
  const received: ParsedMail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, callback) {
      callback(refused.has(address) ? new Error(`<${address}>: mailbox unavailable`) : null);
    },
    onData(stream, _session, callback) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        callback();
      }, callback);
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve(undefined))));
  const { port } = server.server.address() as AddressInfo;
  const settings = {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: "Guichet Familles <guichet@example.org>",
    publicUrl: "https://guichet.example.org",
  };
  return { received, refused, settings };
}

const message = (id: string, recipient: string) => ({
  id,
  recipient,
  subject: `Une place vous est proposée (${id})`,
  text: "Bonjour,\n\nRépondez avant le 3 mars : https://guichet.example.org/offre/abc\n",
  language: "fr",
  now,
});

it("each message arrives once, its reason as Message-ID, and a second run sends nothing", async () => {
  const { db } = await useTestDatabase();
  const { received, settings } = await postOffice();
  for (const id of ["offer-sent:o1", "offer-sent:o2", "request-received:r1"])
    await queueMessage(db, message(id, "parent@example.org"));
  await queueMessage(db, message("offer-sent:o1", "parent@example.org"));

  expect(await sendMessages({ db, now }, settings)).toEqual({ sent: 3, failed: 0 });
  expect(received.map(({ messageId }) => messageId)).toEqual([
    "<offer-sent.o1@guichet.example.org>",
    "<offer-sent.o2@guichet.example.org>",
    "<request-received.r1@guichet.example.org>",
  ]);
  expect(received[0]?.subject).toBe("Une place vous est proposée (offer-sent:o1)");
  expect(received[0]?.text).toContain("Répondez avant le 3 mars");

  expect(await sendMessages({ db, now: later(60) }, settings)).toEqual({ sent: 0, failed: 0 });
  expect(received).toHaveLength(3);
});

it("a refused message waits, then leaves, without holding back the others", async () => {
  const { db } = await useTestDatabase();
  const { received, refused, settings } = await postOffice();
  await queueMessage(db, message("offer-sent:full", "full@example.org"));
  await queueMessage(db, message("offer-sent:fine", "fine@example.org"));
  refused.add("full@example.org");

  expect(await sendMessages({ db, now }, settings)).toEqual({ sent: 1, failed: 1 });
  const waiting = await db.message.findUniqueOrThrow({ where: { id: "offer-sent:full" } });
  expect(waiting).toMatchObject({ attempts: 1, sentAt: null, failedAt: null });
  expect(waiting.lastError).toContain("mailbox unavailable");
  // Administrators read it, and have no business with a family's address.
  expect(waiting.lastError).not.toContain("@");

  refused.clear();
  expect(await sendMessages({ db, now: later(1) }, settings)).toEqual({ sent: 0, failed: 0 });
  expect(await sendMessages({ db, now: later(2) }, settings)).toEqual({ sent: 1, failed: 0 });
  expect(received.map(({ messageId }) => messageId)).toEqual([
    "<offer-sent.fine@guichet.example.org>",
    "<offer-sent.full@guichet.example.org>",
  ]);
});

it("in a demonstration the mailbox page is the post office: messages are marked sent the same way", async () => {
  const { db } = await useTestDatabase();
  await queueMessage(db, message("offer-sent:o1", "parent@example.org"));
  const settings = { smtpUrl: null, mailFrom: "", publicUrl: "http://localhost:3000" };
  expect(await sendMessages({ db, now }, settings)).toEqual({ sent: 1, failed: 0 });
  expect((await db.message.findUniqueOrThrow({ where: { id: "offer-sent:o1" } })).sentAt).toEqual(now);
});
