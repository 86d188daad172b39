import { type Scope, within } from "#app/access/rules/permissions.ts";
import { type HeldPeriod, type Overlap, firstOverlap } from "#app/calendar/rules/held-overlap.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { heldRows } from "../rules/agreement.ts";
import type { HeldElsewhere } from "../rules/contract-refusal.ts";
import { listAgreementRows } from "../store/agreements.server.ts";

/** The first of the hours asked that a child already has by another contract; null when it has none of them. */
export async function findHeldElsewhere(
  db: Database,
  {
    childId,
    periods,
    except,
    scope,
  }: {
    childId: string;
    periods: readonly HeldPeriod[];
    /** The agreement that is changed. */
    except: string | null;
    /** How far the person may know: a manager learns when, not where. */
    scope: Scope;
  },
): Promise<HeldElsewhere | null> {
  const others = heldRows(await listAgreementRows(db, { childId })).filter(
    ({ agreementId }) => agreementId !== except,
  );
  let first: (Overlap & { facilityName: string | null }) | null = null;
  for (const period of periods) {
    for (const other of others) {
      const overlap = firstOverlap(period, other);
      if (!overlap || (first && first.day <= overlap.day)) continue;
      const { facilityId, organisationId, facilityName } = other;
      first = {
        ...overlap,
        facilityName: within(scope, { facilityId, organisationId }) ? facilityName : null,
      };
    }
  }
  return first;
}
