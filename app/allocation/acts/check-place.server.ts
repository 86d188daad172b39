import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { readChildContracts } from "#app/attendance/acts/read-child-contracts.server.ts";
import { type HeldPeriod, staysOverlap } from "#app/calendar/rules/held-overlap.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type PlaceFound, type PlaceRefusal, lookForPlace } from "../rules/place.ts";
import { type Place, findPlace } from "../store/places.server.ts";
import type { RequestToServe } from "../store/requests.server.ts";
import { judgePlace } from "./judge-place.server.ts";
import { readHeldPlaces } from "./read-held-places.server.ts";

/** A section that the agent may offer. */
export async function requirePlace(
  tx: Database,
  { scope }: Pick<SignedVisit, "scope">,
  sectionId: string,
): Promise<Place> {
  const place = await findPlace(tx, sectionId);
  const subject = place && {
    organisationId: place.facility.organisationId,
    facilityId: place.facility.id,
  };
  if (!place || !subject || !within(scope, subject)) throw notFound();
  return place;
}

/** Whether a section has room for these hours, and the child is free to take them: counted now, in the transaction. */
export async function checkPlace(
  tx: Database,
  { today }: Pick<SignedVisit, "today">,
  request: RequestToServe,
  place: Place,
  asked: HeldPeriod & { transferOf: string | null; contractKind?: "regular" | "occasional" },
): Promise<PlaceFound | PlaceRefusal> {
  const held = (await readHeldPlaces(tx, [place], today)).get(place.section.id)!;
  const look = lookForPlace(
    { ...request, ...asked, occasional: asked.contractKind === "occasional" },
    held,
    today,
  );
  const found = await judgePlace(tx, place, asked, look);
  if (!found.ok) return found;
  const own = await readChildContracts(tx, request.child.id, asked.startOn);
  const { transferOf } = asked;
  if (transferOf && !own.some(({ agreementId }) => agreementId === transferOf)) throw notFound();
  const kept = own.filter(({ agreementId }) => agreementId !== transferOf);
  if (kept.some((each) => staysOverlap(each, asked)))
    return { ok: false, error: "allocation:make.refusal.alreadyHeld" };
  return found;
}
