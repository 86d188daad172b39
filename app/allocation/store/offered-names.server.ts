import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { OfferedPlace } from "../rules/offered-place.ts";

export type OfferedNames = Pick<
  OfferedPlace,
  "facilityName" | "facilityKind" | "facilityAddress" | "sectionName"
>;

/** What places are called in a letter, by section. */
export async function listOfferedNames(
  db: Database,
  sectionIds: readonly string[],
): Promise<Map<string, OfferedNames>> {
  const rows = await db.section.findMany({
    where: { id: { in: [...sectionIds] } },
    select: { id: true, name: true, facility: { select: { name: true, kind: true, address: true } } },
  });
  return new Map(
    rows.map(({ id, name, facility }) => [
      id,
      {
        facilityName: facility.name,
        facilityKind: facility.kind as FacilityKind,
        facilityAddress: facility.address,
        sectionName: name,
      },
    ]),
  );
}

/** Writes many offers that wait for an answer, with the ids that their letters bear. */
export async function insertOffers(
  tx: Database,
  offers: readonly Prisma.OfferCreateManyInput[],
): Promise<void> {
  for (let from = 0; from < offers.length; from += 100)
    await tx.offer.createMany({ data: offers.slice(from, from + 100) });
}
