// The calendar that an employer publishes (iCalendar, RFC 5545), as the shifts of a period. Nothing else of it is kept.
import ICAL from "ical.js";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { settleZones } from "./calendar-zones.server.ts";
import { decodeText } from "./decode-text.server.ts";
import { type Budget, OutOfSteps, type Times, UnknownZone, timesOf } from "./expand-event.server.ts";

const maxBytes = 10 * 1024 * 1024;
const maxShifts = 1000;
const maxSteps = 20_000;
export const maxWorkWeeks = 26;

/** How many events of the file were left out, and why. */
export type IgnoredEvents = {
  /** Whole days: leave, training, public holidays. */
  allDay: number;
  cancelled: number;
  /** None of its times begins in the period. */
  outside: number;
  /** In a time zone that nobody describes. */
  otherZone: number;
  unreadable: number;
};

/** The errors are words of `calendar:workCalendar`. */
export type WorkCalendar =
  | { ok: true; shifts: Times[]; ignored: IgnoredEvents }
  | {
      ok: false;
      error: `calendar:workCalendar.${"tooLarge" | "notCalendar" | "noEvent" | "tooMany"}`;
    };

const refuse = (code: "tooLarge" | "notCalendar" | "noEvent" | "tooMany"): WorkCalendar => ({
  ok: false,
  error: `calendar:workCalendar.${code}`,
});

/** The calendars of a text: usually one; null when it is none. */
function parseCalendars(text: string): ICAL.Component[] | null {
  try {
    const parsed = ICAL.parse(text.trim()) as unknown[];
    const roots = Array.isArray(parsed[0]) ? parsed : [parsed];
    const calendars = roots.map((root) => new ICAL.Component(root as unknown[]));
    return calendars.every(({ name }) => name === "vcalendar") ? calendars : null;
  } catch {
    return null;
  }
}

const textOf = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? "");

function isAllDay(component: ICAL.Component): boolean {
  const start = component.getFirstPropertyValue("dtstart");
  return start instanceof ICAL.Time && start.isDate;
}

type Reading = { from: Date; until: Date; budget: Budget; shifts: Times[]; ignored: IgnoredEvents };

/** Why an event was left out; null when it gave shifts. */
function readEvent(
  component: ICAL.Component,
  moved: ICAL.Component[],
  { from, until, budget, shifts }: Reading,
): keyof IgnoredEvents | null {
  try {
    if (textOf(component, "status").toUpperCase() === "CANCELLED") return "cancelled";
    if (isAllDay(component)) return "allDay";
    const times = timesOf(component, moved, until, budget);
    if (times.length > 0 && times.every(({ start, end }) => end <= start)) return "unreadable";
    const within = times.filter(({ start, end }) => start >= from && start < until && end > start);
    shifts.push(...within);
    return within.length === 0 ? "outside" : null;
  } catch (error) {
    if (error instanceof OutOfSteps) throw error;
    return error instanceof UnknownZone ? "otherZone" : "unreadable";
  }
}

function readEvents(calendar: ICAL.Component, reading: Reading): void {
  settleZones(calendar);
  const events = calendar.getAllSubcomponents("vevent");
  const movedOf = new Map<string, ICAL.Component[]>();
  for (const event of events) {
    if (!event.hasProperty("recurrence-id")) continue;
    const uid = textOf(event, "uid");
    const known = movedOf.get(uid);
    if (known) known.push(event);
    else movedOf.set(uid, [event]);
  }
  for (const event of events) {
    const moved = event.hasProperty("recurrence-id") ? [] : (movedOf.get(textOf(event, "uid")) ?? []);
    const reason = readEvent(event, moved, reading);
    if (reason) reading.ignored[reason]++;
    if (reading.shifts.length > maxShifts) throw new OutOfSteps();
  }
}

/**
 * The shifts that begin from `from` to `to`, both included, and within 26 weeks of `from`; in order.
 * Times without a zone are those of the town.
 */
export function readWorkCalendar(
  bytes: Uint8Array,
  { from, to }: { from: CalendarDay; to: CalendarDay },
): WorkCalendar {
  if (bytes.length > maxBytes) return refuse("tooLarge");
  const calendars = parseCalendars(decodeText(bytes).text);
  if (!calendars) return refuse("notCalendar");
  if (calendars.every((each) => !each.getFirstSubcomponent("vevent"))) return refuse("noEvent");
  const lastDay = addDays(from, maxWorkWeeks * 7 - 1);
  const reading: Reading = {
    from: instantAt(from, 0),
    until: instantAt(addDays(to < lastDay ? to : lastDay, 1), 0),
    budget: { steps: maxSteps },
    shifts: [],
    ignored: { allDay: 0, cancelled: 0, outside: 0, otherZone: 0, unreadable: 0 },
  };
  try {
    for (const calendar of calendars) readEvents(calendar, reading);
  } catch (error) {
    if (error instanceof OutOfSteps) return refuse("tooMany");
    throw error;
  }
  const { shifts, ignored } = reading;
  return { ok: true, shifts: shifts.sort((a, b) => a.start.getTime() - b.start.getTime()), ignored };
}
