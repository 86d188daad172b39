import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { type CalendarDay, daysBetween, daysFrom } from "#app/calendar/rules/day.ts";
import type { FacilityLimits } from "#app/facilities/rules/limits.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { type BookingUntil, bookingEnd } from "../rules/booking-window.ts";
import { insertWindows, listWindows } from "../store/occasional-days.server.ts";
import { moveOccasionalList } from "./move-occasional-list.server.ts";
import { readFreeHours } from "./read-free-hours.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type WindowsToOpen = {
  sectionId: string;
  fromDay: CalendarDay;
  toDay: CalendarDay;
  /** Null: at once. */
  opensAt: Date | null;
  until: BookingUntil;
};

export type WindowsOpened =
  /** Days that were open already stay as they were. */
  { ok: true; opened: number } | { ok: false; errors: Record<string, string> };

function isOpenOn({ clock, off, sections }: FacilityLimits, sectionId: string, day: CalendarDay): boolean {
  const index = daysBetween(clock.from, day);
  const licensed = sections.find(({ id }) => id === sectionId)!.licensed;
  const hours = licensed.subarray(clock.midnights[index], clock.midnights[index + 1]);
  return !off.has(day) && hours.some((places) => places > 0);
}

/** Opens days of a section to families: one window a day, so that each can be closed on its own. */
export async function openWindows(
  visit: SignedVisit,
  facilityId: string | undefined,
  asked: WindowsToOpen,
): Promise<WindowsOpened> {
  const { now, today, actor } = visit;
  return inTransaction(visit.db, async (tx): Promise<WindowsOpened> => {
    const facility = await requireFacility({ ...visit, db: tx }, facilityId);
    const { sectionId, toDay, until } = asked;
    if (!facility.sections.some(({ id }) => id === sectionId)) throw notFound();
    if (toDay < today) return { ok: false, errors: { au: "attendance:occasional.error.past" } };
    const fromDay = asked.fromDay > today ? asked.fromDay : today;
    const opensAt = asked.opensAt ?? now;
    const limits = await readFreeHours(tx, { facilityId: facility.id, from: fromDay, to: toDay });
    const days = daysFrom(fromDay, toDay).filter((day) => isOpenOn(limits, sectionId, day));
    if (days.length === 0) return { ok: false, errors: { au: "attendance:occasional.error.noOpenDay" } };
    const inTime = days.filter((day) => {
      const closesAt = bookingEnd(day, until);
      return closesAt > now && closesAt > opensAt;
    });
    if (inTime.length === 0) return { ok: false, errors: { jusque: "attendance:occasional.error.tooLate" } };
    const known = await listWindows(tx, { sectionId }, fromDay, toDay);
    const isKnown = (day: CalendarDay): boolean =>
      known.some(
        (window) => !window.closedAt && window.closesAt > now && window.fromDay <= day && day <= window.toDay,
      );
    const opened = inTime.filter((day) => !isKnown(day));
    await insertWindows(
      tx,
      opened.map((day) => ({
        facilityId: facility.id,
        sectionId,
        fromDay: day,
        toDay: day,
        opensAt,
        closesAt: bookingEnd(day, until),
        createdBy: actor.accountId,
      })),
    );
    await logFileRead({ ...visit, db: tx }, "facility", facility.id, "occasionalOpen");
    // A day opened anew may have names on its list.
    await moveOccasionalList(tx, facility.id, now);
    return { ok: true, opened: opened.length };
  });
}
