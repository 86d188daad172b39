import type { Prisma } from "#app/platform/database/client.server.ts";

const at = new Date("2026-09-01T08:00:00Z");

/** A row to write when a test only needs one: a message with this id. */
export function aMessage(id: string): Prisma.MessageCreateInput {
  return {
    id,
    recipient: "camille@example.org",
    subject: "Objet",
    text: "Bonjour",
    createdAt: at,
    nextAttemptAt: at,
  };
}
