// The times of an event of a calendar, the repeated ones one by one.
import ICAL from "ical.js";
import { asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";

export type Times = { start: Date; end: Date };

/** Steps left for a whole file: the rules of a few calendars of many years, never an endless one. */
export type Budget = { steps: number };

export class OutOfSteps extends Error {}

/** A zone that neither the file nor the town describes. */
export class UnknownZone extends Error {}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** A time without a zone is one of the town. */
function instantOf(time: ICAL.Time): Date {
  if (time.zone !== ICAL.Timezone.localTimezone) return new Date(time.toUnixTime() * 1000);
  const { year, month, day, hour, minute } = time;
  const date = asDay(`${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`);
  return instantAt(date, hour * 60 + minute);
}

function checkZone(event: ICAL.Event): void {
  for (const name of ["dtstart", "dtend"]) {
    const property = event.component.getFirstProperty(name);
    const time = property?.getFirstValue();
    const floats = time instanceof ICAL.Time && time.zone === ICAL.Timezone.localTimezone;
    if (floats && property!.getParameter("tzid")) throw new UnknownZone();
  }
}

/** Rules of work: days and weeks. Others may have no next time, which the library would look for without end. */
function isOrdinaryRule({ freq, interval, parts }: ICAL.Recur): boolean {
  const by = Object.keys(parts);
  if (interval > 99) return false;
  switch (freq) {
    case "DAILY":
      return by.length === 0 || (interval === 1 && by.every((each) => each === "BYDAY"));
    case "WEEKLY":
      return by.every((each) => each === "BYDAY");
    case "MONTHLY":
      return by.length === 0 || (interval === 1 && ["BYDAY", "BYMONTHDAY"].includes(by.join()));
    default:
      return false;
  }
}

const isMoved = (item: ICAL.Event, event: ICAL.Event): boolean => item !== event && !item.modifiesFuture();

/**
 * @param moved the occurrences that the file gives apart: they are left out, to be read as events of their own
 * @throws what cannot be read, and `OutOfSteps`
 */
export function timesOf(
  component: ICAL.Component,
  moved: ICAL.Component[],
  until: Date,
  budget: Budget,
): Times[] {
  // Every series of a file could name the same thousands of moved times.
  budget.steps -= moved.length;
  if (budget.steps < 0) throw new OutOfSteps();
  const event = new ICAL.Event(component, { exceptions: moved });
  checkZone(event);
  if (!event.isRecurring() || event.isRecurrenceException()) {
    return [{ start: instantOf(event.startDate), end: instantOf(event.endDate) }];
  }
  const rules = component.getAllProperties("rrule").map((each) => each.getFirstValue() as ICAL.Recur);
  if (!rules.every(isOrdinaryRule)) throw new RangeError("A rule that is no rota");
  const times: Times[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && instantOf(next) < until; next = iterator.next()) {
    if (budget.steps-- <= 0) throw new OutOfSteps();
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (!isMoved(item, event)) times.push({ start: instantOf(startDate), end: instantOf(endDate) });
  }
  return times;
}
