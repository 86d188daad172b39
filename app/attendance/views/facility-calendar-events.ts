// The stays of a facility as the grid draws them: one box a section and a day, from the first arrival to the last
// departure; a gap in between makes two.
import { addDays } from "#app/calendar/rules/day.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { CalendarEvent, CalendarTone } from "#app/ui/calendar.tsx";
import type { ExpectedStay, FacilityCalendarView } from "../acts/read-facility-calendar.server.ts";
import { dayOffText } from "#app/ui/day-off-text.ts";

const tones: CalendarTone[] = ["one", "two", "three", "four"];

type Piece = { start: Date; end: Date; count: number };

/** Stays that touch or overlap, put together. */
function pieces(stays: ExpectedStay[]): Piece[] {
  const joined: Piece[] = [];
  for (const { plannedStart, plannedEnd, standing } of stays) {
    if (standing === "absent") continue;
    const last = joined.at(-1);
    if (last && plannedStart <= last.end) {
      if (plannedEnd > last.end) last.end = plannedEnd;
      last.count += 1;
    } else joined.push({ start: plannedStart, end: plannedEnd, count: 1 });
  }
  return joined;
}

/** @param midnight the instant when a day begins in the town */
export function facilityCalendarEvents(
  { facility, days, period }: FacilityCalendarView,
  t: Translate,
  language: Language,
  midnight: (day: string) => Date,
): CalendarEvent[] {
  const order = new Map<string, number>();
  for (const { sections } of days) for (const { id } of sections) order.set(id, order.get(id) ?? order.size);
  return days.flatMap(({ day, off, sections }) => {
    const start = midnight(day);
    const end = midnight(addDays(day, 1));
    const closed: CalendarEvent[] = off
      ? [
          {
            key: `off-${day}`,
            title: dayOffText(off, t),
            label: `${formatDay(day, language)} : ${dayOffText(off, t)}`,
            start,
            end,
            allDay: true,
            tone: "closed",
          },
        ]
      : [];
    const expected = sections.flatMap(({ id, name, expected: count, stays }): CalendarEvent[] => {
      const box = (piece: Piece, allDay: boolean): CalendarEvent => ({
        key: `${id}-${piece.start.getTime()}`,
        title: t("attendance:facilityCalendar.event", { section: name, count: piece.count }),
        label: t("attendance:facilityCalendar.eventLabel", {
          section: name,
          day: formatDay(day, language),
          expected: t("attendance:facilityCalendar.expected", { count: piece.count }),
          hours: allDay
            ? t("calendar:allDay")
            : t("calendar:hours", {
                start: formatTime(piece.start, language),
                end: formatTime(piece.end, language),
              }),
        }),
        start: piece.start,
        end: piece.end,
        allDay,
        href: `/structure/${facility.id}/presences?jour=${day}#s-${id}`,
        tone: tones[order.get(id)! % tones.length]!,
      });
      if (count === 0) return [];
      return period.unit === "month"
        ? [box({ start, end, count }, true)]
        : pieces(stays).map((piece) => box(piece, false));
    });
    return [...closed, ...expected];
  });
}
