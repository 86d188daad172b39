// What the family's grid draws, under the ids that its list twin bears.
import { addDays } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import { formatDay, formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { CalendarEvent, CalendarTone } from "#app/ui/calendar.tsx";
import { dayOffText } from "#app/ui/day-off-text.ts";
import type {
  FamilyCalendarView,
  FamilyClosure,
  FamilyMark,
  FamilyStay,
} from "../acts/read-family-calendar.server.ts";

const tones: CalendarTone[] = ["one", "two", "three", "four"];

/** Something is awaited of the family. */
const awaited: FamilyMark["what"][] = ["offerDeadline", "asked"];
export const isAwaited = ({ what }: FamilyMark): boolean => awaited.includes(what);

export const stayId = ({ contractId, plannedStart }: FamilyStay): string =>
  `sejour-${contractId}-${plannedStart.getTime()}`;
export const markId = ({ id }: FamilyMark): string => `repere-${id}`;
export const closureId = ({ from, off, facilityName }: FamilyClosure): string =>
  `fermeture-${from}-${off.reason}-${facilityName}`.replace(/[^\p{L}\p{N}-]+/gu, "-");

/** "22 h 00 – 6 h 00 (le lendemain)" */
export function hoursText(start: Date, end: Date, t: Translate, language: Language): string {
  const last = formatTime(end, language);
  return t("calendar:hours", {
    start: formatTime(start, language),
    end: dayOf(end) > dayOf(start) ? t("ui:nextDay", { time: last }) : last,
  });
}

export function stayHours(stay: FamilyStay, t: Translate, language: Language): string {
  const { plannedStart, plannedEnd, arrivedAt, leftAt } = stay;
  // Nobody expected this child: what is known is when it came, and left.
  if (plannedStart.getTime() === plannedEnd.getTime())
    return leftAt
      ? hoursText(arrivedAt ?? plannedStart, leftAt, t, language)
      : formatTime(plannedStart, language);
  return hoursText(plannedStart, plannedEnd, t, language);
}

export function stayStanding(
  { standing, arrivedAt, leftAt }: FamilyStay,
  t: Translate,
  language: Language,
): string {
  const at = standing === "left" ? leftAt : arrivedAt;
  return t(`attendance:family.standing.${standing}`, at ? { time: formatTime(at, language) } : {});
}

/** "Lina · La Grande Ourse" */
export function markWho({ childName, facilityName }: FamilyMark, t: Translate): string {
  const child = childName || t("attendance:family.unborn");
  return facilityName ? t("attendance:calendar.markPlace", { child, facility: facilityName }) : child;
}

const halfHour = 30 * 60_000;

/** Midnights of some days, both included. */
const wholeDays = (from: string, to: string): { start: Date; end: Date; allDay: true } => ({
  start: instantAt(from as FamilyMark["day"], 0),
  end: instantAt(addDays(to as FamilyMark["day"], 1), 0),
  allDay: true,
});

export function familyCalendarEvents(
  { stays, marks, children, closures, period }: Omit<FamilyCalendarView, "feeds">,
  here: string,
  t: Translate,
  language: Language,
): CalendarEvent[] {
  const order = new Map(children.map(({ id }, index) => [id, index]));
  const several = children.length > 1;
  const month = period.unit === "month";
  // A month's grid has no scale of hours.
  const timed = (start: Date, title: string): string =>
    month ? `${formatTime(start, language)} ${title}` : title;
  const told = stays.map((stay): CalendarEvent => {
    const { childName, facilityName, care, plannedStart, plannedEnd, leftAt, standing } = stay;
    const absent = standing === "absent";
    const who = several ? childName : facilityName;
    const name = timed(
      plannedStart,
      care ? t("attendance:calendar.careTitle", { who, care: t(`attendance:calendar.care.${care}`) }) : who,
    );
    const label = t("attendance:family.eventLabel", {
      child: childName,
      facility: facilityName,
      day: formatDay(stay.day, language),
      hours: stayHours(stay, t, language),
      standing: stayStanding(stay, t, language),
    });
    const shortest = plannedStart.getTime() + halfHour;
    return {
      key: stayId(stay),
      title: absent ? `${name} · ${t("attendance:family.standing.absent")}` : name,
      label: care ? `${label}, ${t(`attendance:calendar.care.${care}`)}` : label,
      start: plannedStart,
      end: plannedEnd > plannedStart ? plannedEnd : new Date(Math.max(shortest, leftAt?.getTime() ?? 0)),
      href: `${here}#${stayId(stay)}`,
      tone: absent ? "away" : tones[order.get(stay.childId)! % tones.length]!,
    };
  });
  const known = marks.map((mark): CalendarEvent => {
    const { day, hours, href, what, childName } = mark;
    const short = t("attendance:calendar.markTitle", {
      what: t(`attendance:calendar.markShort.${what}`),
      child: childName || t("attendance:family.unborn"),
    });
    return {
      key: markId(mark),
      title: hours ? timed(hours.start, short) : short,
      label: t(`attendance:calendar.${hours ? "markLabelHours" : "markLabel"}`, {
        day: formatDay(day, language),
        hours: hours && hoursText(hours.start, hours.end, t, language),
        what: t(`attendance:calendar.mark.${what}`),
        who: markWho(mark, t),
      }),
      ...(hours ?? wholeDays(day, day)),
      href: href ?? `${here}#${markId(mark)}`,
      tone: isAwaited(mark) ? "due" : "mark",
    };
  });
  const closed = closures.map((closure): CalendarEvent => {
    const { from, to, off, facilityName } = closure;
    const title = dayOffText(off, t);
    return {
      key: closureId(closure),
      title,
      label: `${title}, ${facilityName}`,
      ...wholeDays(from, to),
      tone: "closed",
    };
  });
  return [...closed, ...known, ...told];
}
