import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { readProof } from "#app/platform/files/proof-store.server.ts";
import { attachment } from "../rules/proof-file.ts";
import { findProof } from "../store/proofs.server.ts";

/** A document sent as proof, to be downloaded, never shown inside the site. The reading is logged. */
export async function readProofFile(visit: SignedVisit, id: string): Promise<Response> {
  const proof = await findProof(visit.db, id);
  if (!proof || !within(visit.scope, { organisationId: proof.careRequest.handlerId })) throw notFound();
  const bytes = await readProof(proof.id);
  if (!bytes) throw notFound();
  await logFileRead(visit, "proof", proof.careRequestId);
  return new Response(bytes, {
    headers: {
      "Content-Type": proof.mediaType,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": attachment(proof.fileName),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
    },
  });
}
