import { type MarkerVisit, markerOf } from "#app/access/device-visit.server.ts";
import { logDeviceRead, logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { notFound } from "#app/access/visit.server.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { markerName } from "../rules/ledger-rows.ts";
import { type TabletDay, daysKept } from "../rules/tablet-day.ts";
import { findFacility, listFacilitiesInScope } from "../store/facilities.server.ts";
import { listFacilityPresences } from "../store/presences.server.ts";
import {
  closingMinute,
  countMarks,
  listExpectableChildren,
  listNotes,
  listStaffCounts,
} from "../store/tablet-day.server.ts";
import { readLastNames } from "./read-child-names.server.ts";
import { readConflicts } from "./read-conflicts.server.ts";
import { readTabletBands } from "./read-tablet-bands.server.ts";
import type { TabletPlace } from "./record-operations.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type PlaceOrChoice =
  { place: TabletPlace; choose?: undefined } | { place: null; choose: { id: string; name: string }[] };

/** The facility of a tablet; of somebody signed in, the one named, or the only one; else those to choose from. */
export async function readTabletPlace(visit: MarkerVisit, named: string | null): Promise<PlaceOrChoice> {
  const device = "deviceId" in visit;
  if (!device && named === null) {
    const all = await listFacilitiesInScope(visit.db, visit.scope);
    if (all.length !== 1) return { place: null, choose: all.map(({ id, name }) => ({ id, name })) };
    named = all[0]!.id;
  }
  const facility = device
    ? await findFacility(visit.db, visit.facilityId, visit.today)
    : await requireFacility(visit, named ?? undefined);
  if (!facility) throw notFound();
  const { id, name, sections } = facility;
  return { place: { id, name, sectionIds: sections.map((section) => section.id) } };
}

/** A tablet reads its list every few seconds: each hour is written down once. */
const hourMs = 3_600_000;
const logged = new Map<string, number>();

async function logRead(visit: MarkerVisit, facilityId: string): Promise<void> {
  const key = `${markerName(markerOf(visit))} ${facilityId}`;
  const last = logged.get(key);
  if (last !== undefined && visit.now.getTime() - last < hourMs && visit.now.getTime() >= last) return;
  logged.set(key, visit.now.getTime());
  const subject = `${facilityId}/${visit.today}`;
  if ("deviceId" in visit) await logDeviceRead(visit, "presenceList", subject, "tablet");
  else await logFileRead(visit, "presenceList", subject, "tablet");
}

/** Everything a tablet keeps of its facility, for today and tomorrow: names, hours and marks. The reading is logged. */
export async function readTabletDay(visit: MarkerVisit, { id, name }: TabletPlace): Promise<TabletDay> {
  const { db, now, today } = visit;
  const facility = (await findFacility(db, id, today))!;
  const days = daysKept(today);
  const rows = await listFacilityPresences(db, id, ...days);
  const lastNameOf = await readLastNames(visit, id, ...days);
  const ids = rows.map((row) => row.id);
  const [seen, notes] = [await countMarks(db, ids), await listNotes(db, ids)];
  const staff = await listStaffCounts(db, id, instantAt(today, 0));
  const closing = await closingMinute(db, id, today);
  await logRead(visit, id);
  return {
    place: { id, name },
    by: markerName(markerOf(visit)),
    at: now.getTime(),
    today,
    closesAt: closing === null ? null : instantAt(today, closing).getTime(),
    sections: facility.sections.map((section) => {
      const count = staff.get(section.id);
      const known = count ? { count: count.staff, at: count.at.getTime() } : null;
      return { id: section.id, name: section.name, staff: known };
    }),
    stays: rows.map((row) => ({
      id: row.id,
      sectionId: row.sectionId,
      firstName: row.firstName,
      lastName: lastNameOf(row),
      day: row.day,
      start: row.plannedStart.getTime(),
      end: row.plannedEnd.getTime(),
      state: row.state,
      arrivedAt: row.arrivedAt?.getTime() ?? null,
      leftAt: row.leftAt?.getTime() ?? null,
      absenceCode: row.absenceCode,
      seen: seen.get(row.id) ?? 0,
      notes: notes
        .filter(({ presenceId }) => presenceId === row.id)
        .map(({ code, at }) => ({ code, at: at.getTime() })),
    })),
    children: (await listExpectableChildren(db, id, today)).map(({ childId, ...child }) => ({
      ...child,
      lastName: lastNameOf({ childId, lastName: child.lastName }),
    })),
    conflicts: await readConflicts(db, id),
    bands: await readTabletBands(db, facility, days, rows),
  };
}
