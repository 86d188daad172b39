import type { Visit } from "#app/access/visit.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { townSettings } from "#app/territory/rules/town.ts";
import { acknowledgement } from "../messages/acknowledgement.ts";
import { trackingPath } from "../rules/tracking.ts";
import { findSentRequests } from "../store/submission.server.ts";
import { queueToGuardians } from "./queue-to-guardians.server.ts";

/** Queues the acknowledgement of a request just sent, to each guardian who can be written to. */
export async function queueAcknowledgement(
  tx: Database,
  { careRequestId, token, visit }: { careRequestId: string; token: string; visit: Visit },
): Promise<void> {
  const town = await readParameter(tx, "town", visit.today, townSettings);
  const [request] = await findSentRequests(tx, [careRequestId]);
  const { publicUrl } = env();
  await queueToGuardians(tx, careRequestId, {
    reason: "acknowledgement",
    now: visit.now,
    compose: (t, language, { firstName, reference }) =>
      acknowledgement(
        t,
        language,
        firstName,
        {
          reference,
          childName: request!.childFirstName,
          receivedOn: visit.today,
          readBefore: request!.nextStepBy ?? visit.today,
          trackingLink: `${publicUrl}${trackingPath(token)}`,
          signInLink: `${publicUrl}/connexion`,
        },
        town,
      ),
  });
}
