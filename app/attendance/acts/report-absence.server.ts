import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { settingsOn } from "#app/facilities/rules/settings.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { cutOffOf } from "../rules/absence-deduction.ts";
import { applyMark } from "../rules/apply-mark.ts";
import { dayOff } from "../rules/days-off.ts";
import { plannedStays } from "../rules/planned-stays.ts";
import { type AbsenceCode, isAlready } from "../rules/presence.ts";
import { listAbsenceDesks, listFacilityCalendars } from "../store/calendar.server.ts";
import { findAbsenceTarget, insertAbsence } from "../store/calendar-stays.server.ts";
import { updatePresence } from "../store/presences.server.ts";
import { isGivenAway } from "./find-given-away.server.ts";
import { moveOccasionalList } from "./move-occasional-list.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

export type AbsenceToReport = {
  contractId: string;
  plannedStart: Date;
  /** Null takes back an absence announced before. */
  absenceCode: AbsenceCode | null;
};

export type AbsenceReported =
  | { ok: true }
  | { ok: false; error: `attendance:error.${"alreadyBegun" | "changedMeanwhile" | "givenAway"}` }
  | AfterCutOff;

/** The facility's own limit has passed: until when it was, and whom to call. */
export type AfterCutOff = {
  ok: false;
  error: `attendance:error.${"afterCutOff" | "afterCutOffNoPhone"}`;
  limit: Date;
  facility: string;
  phone: string | null;
};

/** Only an absence has a limit: a child who comes after all is welcome until the stay begins. */
async function afterCutOff(
  tx: Database,
  facilityId: string,
  plannedStart: Date,
  now: Date,
): Promise<AfterCutOff | null> {
  const { name, phone, settings } = (await listAbsenceDesks(tx, [facilityId])).get(facilityId)!;
  const limit = new Date(cutOffOf(plannedStart.getTime(), settingsOn(settings, dayOf(plannedStart))));
  if (now <= limit) return null;
  const error = `attendance:error.${phone ? "afterCutOff" : "afterCutOffNoPhone"}` as const;
  return { ok: false, error, limit, facility: name, phone };
}

/**
 * A family says beforehand that a child will not come, or will come after all. Saying it twice says it once.
 * @throws 404 when the stay is not booked, or not one of the family's
 */
export async function reportAbsence(
  visit: SignedVisit,
  { contractId, plannedStart, absenceCode }: AbsenceToReport,
): Promise<AbsenceReported> {
  return inTransaction(visit.db, async (tx): Promise<AbsenceReported> => {
    const target = await findAbsenceTarget(tx, contractId, plannedStart);
    if (!target || !within(visit.scope, { householdId: target.householdId })) throw notFound();
    const day = dayOf(plannedStart);
    const town = await readTownCalendar(tx, day);
    const [facility] = await listFacilityCalendars(tx, day, [target.facilityId]);
    const off = { has: () => dayOff(day, facility!, town) !== null };
    const booked = plannedStays(target, day, day, off).find(
      ({ start }) => start.getTime() === plannedStart.getTime(),
    );
    const { presence } = target;
    if (!presence && !booked) throw notFound();
    if (plannedStart <= visit.now) return { ok: false, error: "attendance:error.alreadyBegun" };
    const mark = absenceCode === null ? "undo" : "absent";
    const by = { by: visit.actor.accountId, at: visit.now };
    if (presence && isAlready(mark, presence, absenceCode)) return { ok: true };
    const refused =
      mark === "absent" ? await afterCutOff(tx, target.facilityId, plannedStart, visit.now) : null;
    if (refused) return refused;
    if (!presence) {
      if (absenceCode !== null) {
        const { end } = booked!;
        const absent = { state: "absent", absenceCode, markedBy: by.by, markedAt: by.at };
        await insertAbsence(tx, { contractId, day, plannedStart, plannedEnd: end, ...absent });
        await moveOccasionalList(tx, target.facilityId, visit.now);
      }
      return { ok: true };
    }
    const { plannedEnd: end } = presence;
    const hours = { contractId, facilityId: target.facilityId, day, start: plannedStart, end };
    if (mark === "undo" && presence.state === "absent" && (await isGivenAway(tx, hours)))
      return { ok: false, error: "attendance:error.givenAway" };
    const marked = applyMark(presence, mark, visit.now, absenceCode);
    const mayChange = presence.state === "planned" || presence.state === "absent";
    const written = mayChange && marked.ok && (await updatePresence(tx, presence, marked.change, by));
    if (written && mark === "absent") await moveOccasionalList(tx, target.facilityId, visit.now);
    return written ? { ok: true } : { ok: false, error: "attendance:error.changedMeanwhile" };
  });
}
