// The stays of a facility as the grid draws them: one box a section and a day, under the ids that the list twin bears.
import { addDays } from "#app/calendar/rules/day.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { CalendarEvent, CalendarTone } from "#app/ui/calendar.tsx";
import { dayOffText } from "#app/ui/day-off-text.ts";
import { staffText } from "#app/ui/staff-text.ts";
import type { CalendarOfDay, FacilityCalendarView } from "../acts/read-facility-calendar.server.ts";
import { type Piece, expectedPieces } from "../rules/expected-pieces.ts";

const tones: CalendarTone[] = ["one", "two", "three", "four"];

export type DayPart = "fermeture" | "equipe" | "nouveaux" | "attente" | `section-${string}`;
export const partId = (part: DayPart, day: string): string => `${part}-${day}`;

/** What a day says besides its sections, in the order of list and grid. */
export function dayNotes(
  { off, staff, arrivals, asked }: CalendarOfDay,
  t: Translate,
  language: Language,
): { part: DayPart; text: string; tone: CalendarTone }[] {
  const named = arrivals.filter(({ childName }) => childName);
  const newcomers =
    named.length > 0
      ? named
          .map(({ childName, sectionName }) =>
            t("attendance:calendar.arrival", { child: childName, section: sectionName }),
          )
          .join(", ")
      : t("attendance:calendar.arrivals", { count: arrivals.length });
  return [
    ...(off ? [{ part: "fermeture" as const, text: dayOffText(off, t), tone: "closed" as const }] : []),
    ...(staff
      ? [
          {
            part: "equipe" as const,
            text: staffText(staff, t, language),
            tone: staff.short.length > 0 ? ("due" as const) : ("mark" as const),
          },
        ]
      : []),
    ...(arrivals.length > 0 ? [{ part: "nouveaux" as const, text: newcomers, tone: "mark" as const }] : []),
    ...(asked > 0
      ? [
          {
            part: "attente" as const,
            text: t("attendance:calendar.asked", { count: asked }),
            tone: "mark" as const,
          },
        ]
      : []),
  ];
}

/** @param midnight the instant when a day begins in the town */
export function facilityCalendarEvents(
  { facility, days, period }: Omit<FacilityCalendarView, "feeds">,
  t: Translate,
  language: Language,
  midnight: (day: string) => Date,
): CalendarEvent[] {
  const order = new Map<string, number>();
  for (const { sections } of days) for (const { id } of sections) order.set(id, order.get(id) ?? order.size);
  return days.flatMap((each) => {
    const { day, sections } = each;
    const whole = { start: midnight(day), end: midnight(addDays(day, 1)), allDay: true };
    const notes = dayNotes(each, t, language).map(({ part, text, tone }): CalendarEvent => ({
      key: partId(part, day),
      title: text,
      label: `${formatDay(day, language)} : ${text}`,
      ...whole,
      tone,
    }));
    const expected = sections.flatMap(({ id, name, expected: count, stays }): CalendarEvent[] => {
      const hours = ({ start, end }: Piece): string =>
        t("calendar:hours", { start: formatTime(start, language), end: formatTime(end, language) });
      const box = (piece: Piece, allDay: boolean): CalendarEvent => ({
        key: partId(`section-${id}`, allDay ? day : `${day}-${piece.start.getTime()}`),
        title: t("attendance:facilityCalendar.event", { section: name, count: piece.count }),
        label: t("attendance:facilityCalendar.eventLabel", {
          section: name,
          day: formatDay(day, language),
          expected: t("attendance:facilityCalendar.expected", { count: piece.count }),
          hours: allDay ? t("calendar:allDay") : hours(piece),
        }),
        start: piece.start,
        end: piece.end,
        allDay,
        href: `/structure/${facility.id}/presences?jour=${day}#s-${id}`,
        tone: tones[order.get(id)! % tones.length]!,
      });
      if (count === 0) return [];
      return period.unit === "month"
        ? [box({ ...whole, count }, true)]
        : expectedPieces(stays).map((piece) => box(piece, false));
    });
    return [...notes, ...expected];
  });
}
