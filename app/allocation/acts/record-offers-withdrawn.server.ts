import type { Database } from "#app/platform/database/client.server.ts";
import { offerTransitions } from "../rules/offer.ts";
import { listOpenOffers, moveOffer } from "../store/offers.server.ts";

/** Frees the places offered for a request that is withdrawn; joins the caller's transaction. */
export async function recordOffersWithdrawn(
  tx: Database,
  { careRequestId, at }: { careRequestId: string; at: Date },
): Promise<void> {
  for (const offer of await listOpenOffers(tx, { careRequestId })) {
    await moveOffer(tx, offer, { status: offerTransitions.withdraw.to, answeredAt: at });
  }
}
