import { type CareKind, careKinds } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { AskDraft } from "../rules/ask-form.ts";
import { readAddress } from "../rules/ask-form-address.ts";
import { unknownSchool } from "../rules/ask-form-children.ts";
import { readSlots } from "../rules/ask-form-hours.ts";
import { ageAtStart } from "../rules/coverage.ts";
import { type RatedFacility, rateFacilities } from "../rules/wishes.ts";
import { findZone, listWishable } from "../store/ask-town.server.ts";

const known = (id: string): string | null => (id === "" || id === unknownSchool ? null : id);

/** The facilities that a child of a draft may be asked for, best first. */
export async function readRatedFacilities(
  db: Database,
  draft: AskDraft,
  child: number,
): Promise<RatedFacility[]> {
  const { kind, schoolId, birthDay, expectedOn, birth, hours } = draft.children[child]!;
  const careKind: CareKind = careKinds.find((each) => each === kind) ?? "nursery";
  const { zoneCode } = readAddress(draft.address).address;
  const zone = zoneCode ? await findZone(db, zoneCode) : null;
  const days = birth === "born" ? { birthDay, expectedOn: null } : { birthDay: null, expectedOn: expectedOn };
  return rateFacilities(await listWishable(db, careKind, known(schoolId)), {
    careKind,
    pattern: readSlots(hours).pattern,
    ageMonths: ageAtStart(days, hours.startOn) ?? 0,
    quarterName: zone?.quarterName ?? null,
    home: zone?.position ?? null,
  });
}
