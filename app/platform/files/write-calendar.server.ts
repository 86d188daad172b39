// Calendars that telephones and mail programs subscribe to (iCalendar, RFC 5545; refresh and name, RFC 7986).
import ICAL from "ical.js";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";

export type CalendarEvent = {
  /** The same event keeps it for ever, so that a change replaces it. */
  uid: string;
  start: Date;
  end: Date;
  title: string;
  status?: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  lastModified: Date;
  location?: string;
};

/** Whole days; `endDay` is included. */
export type CalendarDays = {
  uid: string;
  day: CalendarDay;
  endDay: CalendarDay;
  title: string;
  /** The first of the days when nobody knows. */
  lastModified?: Date;
};

type WrittenCalendar = { name: string; events: CalendarEvent[]; days: CalendarDays[] };

const utc = (instant: Date): ICAL.Time => ICAL.Time.fromJSDate(instant, true);
const wholeDay = (day: CalendarDay): ICAL.Time => ICAL.Time.fromDateString(day);

/** Subscribers look again so often; most decide for themselves. */
const refresh = "PT1H";

function add(calendar: ICAL.Component, values: Record<string, string | ICAL.Time | undefined>): void {
  const event = new ICAL.Component("vevent");
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) event.addPropertyWithValue(name, value);
  }
  calendar.addSubcomponent(event);
}

export function writeCalendar({ name, events, days }: WrittenCalendar): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Guichet Familles//FR");
  calendar.addPropertyWithValue("method", "PUBLISH");
  calendar.addPropertyWithValue("name", name);
  calendar.addPropertyWithValue("x-wr-calname", name);
  const interval = new ICAL.Property("refresh-interval");
  interval.resetType("duration");
  interval.setValue(ICAL.Duration.fromString(refresh));
  calendar.addProperty(interval);
  calendar.addPropertyWithValue("x-published-ttl", refresh);
  for (const { uid, start, end, title, status, lastModified, location } of events) {
    add(calendar, {
      uid,
      dtstamp: utc(lastModified),
      "last-modified": utc(lastModified),
      dtstart: utc(start),
      dtend: utc(end),
      summary: title,
      status,
      location,
    });
  }
  for (const { uid, day, endDay, title, lastModified } of days) {
    add(calendar, {
      uid,
      dtstamp: utc(lastModified ?? new Date(day)),
      dtstart: wholeDay(day),
      // The end of whole days is the first day that they do not hold.
      dtend: wholeDay(addDays(endDay, 1)),
      summary: title,
      transp: "TRANSPARENT",
    });
  }
  return `${calendar.toString()}\r\n`;
}
