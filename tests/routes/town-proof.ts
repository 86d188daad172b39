import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Database } from "#app/platform/database/client.server.ts";
import { secrets } from "./roles.ts";

export const proofId = "a".repeat(32);

/** A file sent as proof by the family of the association, whose text is found nowhere else. */
export async function sendProof(db: Database, dataDir: string, now: Date): Promise<void> {
  await db.proof.create({
    data: {
      id: proofId,
      careRequestId: "request-ofAssociation",
      factCode: "single-parent",
      fileName: `${secrets.ofAssociation}.txt`,
      mediaType: "application/pdf",
      bytes: 10,
      sentAt: now,
    },
  });
  mkdirSync(path.join(dataDir, "proofs"), { recursive: true });
  writeFileSync(path.join(dataDir, "proofs", proofId), secrets.ofAssociation);
}
