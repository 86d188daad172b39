// A facility's calendar as the diary of its team shows it: how many children, how many adults, and nobody's name.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { dayOffText } from "#app/ui/day-off-text.ts";
import { staffText } from "#app/ui/staff-text.ts";
import type { DayStaff } from "../rules/day-staff.ts";
import type { DayOff } from "../rules/days-off.ts";
import { expectedPieces } from "../rules/expected-pieces.ts";
import type { Standing } from "../rules/presence.ts";
import type { FeedText } from "./feed-text.ts";

type Day = {
  day: CalendarDay;
  off: DayOff | null;
  staff: DayStaff | null;
  sections: {
    id: string;
    name: string;
    stays: { plannedStart: Date; plannedEnd: Date; standing: Standing; changedAt: Date }[];
  }[];
};

export function facilityFeed(
  { id, name }: { id: string; name: string },
  days: Day[],
  t: Translate,
  language: Language,
): FeedText {
  const whole = (what: string, { day }: Day, title: string): FeedText["days"][number] => ({
    uid: `${what}-${id}-${day}@guichet-familles`,
    day,
    endDay: day,
    title,
  });
  return {
    name,
    events: days.flatMap(({ sections }) =>
      sections.flatMap((section) => {
        const lastModified = new Date(Math.max(...section.stays.map(({ changedAt }) => changedAt.getTime())));
        return expectedPieces(section.stays).map(({ start, end, count }) => ({
          uid: `section-${section.id}-${start.getTime()}@guichet-familles`,
          start,
          end,
          title: t("attendance:feed.facility.section", { section: section.name, count }),
          lastModified,
          location: name,
        }));
      }),
    ),
    days: days.flatMap((each) => [
      ...(each.off ? [whole("off", each, dayOffText(each.off, t))] : []),
      ...(each.staff ? [whole("staff", each, staffText(each.staff, t, language))] : []),
    ]),
  };
}
