import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { readZones } from "#app/territory/acts/read-zones.server.ts";
import { type Availability, childminderLicence, endedBefore } from "../rules/childminder.ts";
import {
  type StoredChildminder,
  facilityIsNamed,
  findChildminder,
  insertChildminder,
  replaceAvailability,
  updateChildminder,
} from "../store/childminders.server.ts";

export type ChildminderToRecord = {
  name: string;
  quarterName: string;
  availability: Availability;
  /** What her hours are called, as the name of a section; and who said all this. */
  sectionName: string;
  source: string;
};

export type ChildminderRefusal = {
  ok: false;
  field: "nom" | "quartier" | "places";
  error: "named" | "quarter" | "licence";
};
export type ChildminderRecorded = { ok: true; id: string } | ChildminderRefusal;

async function refusal(
  tx: Database,
  { name, quarterName, availability }: ChildminderToRecord,
  id: string | null,
): Promise<ChildminderRefusal | null> {
  const licence = await readParameter(tx, "childminder-licence", availability.from, childminderLicence);
  if (availability.places > licence.maxChildren) return { ok: false, field: "places", error: "licence" };
  const zones = await readZones(tx);
  if (!zones.some((zone) => zone.quarterName === quarterName))
    return { ok: false, field: "quartier", error: "quarter" };
  if (await facilityIsNamed(tx, name, id)) return { ok: false, field: "nom", error: "named" };
  return null;
}

/** Adds a childminder, or says anew what she offers from a day on; joins the caller's transaction. */
export async function recordChildminder(
  tx: Database,
  id: string | null,
  facts: ChildminderToRecord,
): Promise<ChildminderRecorded | null> {
  const known = id === null ? null : await findChildminder(tx, id);
  if (id !== null && !known) return null;
  const refused = await refusal(tx, facts, id);
  if (refused) return refused;
  if (!known) return { ok: true, id: await insertChildminder(tx, facts) };
  await updateChildminder(tx, known.id, facts);
  const ended = endedBefore(known.bands, facts.availability.from);
  await replaceAvailability(tx, { ...known, name: facts.sectionName }, ended, facts.availability);
  return { ok: true, id: known.id };
}

/** She takes no child after a day; what families hold with her goes on as agreed. */
export async function recordChildminderStop(
  tx: Database,
  childminder: StoredChildminder,
  lastDay: CalendarDay,
): Promise<void> {
  await replaceAvailability(tx, childminder, endedBefore(childminder.bands, addDays(lastDay, 1)), null);
}
