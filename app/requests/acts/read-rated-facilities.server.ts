import { isDay, monthsBetween } from "#app/calendar/rules/day.ts";
import { type CareKind, careKinds } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { AskDraft } from "../rules/ask-form.ts";
import { readAddress } from "../rules/ask-form-address.ts";
import { unknownSchool } from "../rules/ask-form-children.ts";
import { readSlots } from "../rules/ask-form-hours.ts";
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
  // What was typed so far may not be a day yet: the page then rates for a newborn.
  const from = birth === "born" ? birthDay : expectedOn;
  const age = isDay(from) && isDay(hours.startOn) ? monthsBetween(from, hours.startOn) : 0;
  return rateFacilities(await listWishable(db, careKind, known(schoolId)), {
    careKind,
    pattern: readSlots(hours).pattern,
    ageMonths: Math.max(0, age),
    quarterName: zone?.quarterName ?? null,
    home: zone?.position ?? null,
  });
}
