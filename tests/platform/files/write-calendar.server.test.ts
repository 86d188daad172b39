import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { readWorkCalendar } from "#app/platform/files/read-work-calendar.server.ts";
import { type CalendarEvent, writeCalendar } from "#app/platform/files/write-calendar.server.ts";

const stamp = new Date("2026-09-14T07:00:00Z");
const night: CalendarEvent = {
  uid: "stay-1@guichet",
  start: instantAt(asDay("2026-10-24"), 1320),
  end: instantAt(asDay("2026-10-24"), 1800),
  title: "Lina : crèche, « les Étoiles »; apporter un sac, un doudou\net des bottes pour la sortie du jeudi",
  status: "CONFIRMED",
  lastModified: stamp,
  location: "12, rue des Allemands",
};
const closure = {
  uid: "closure-1",
  day: asDay("2026-12-21"),
  endDay: asDay("2027-01-01"),
  title: "Fermeture",
};

const written = writeCalendar({ name: "Lina et Sami", events: [night], days: [closure] });
const eventsOf = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));

describe("a calendar that others subscribe to", () => {
  it("is read back: real instants, words, place", () => {
    const [stay] = eventsOf(written);
    expect(stay!.startDate.toJSDate()).toEqual(night.start);
    expect(stay!.endDate.toJSDate()).toEqual(night.end);
    expect([stay!.uid, stay!.summary, stay!.location]).toEqual([night.uid, night.title, night.location]);
    expect(stay!.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  });

  it("gives whole days as days, the last one included", () => {
    const days = eventsOf(written)[1]!;
    expect(days.startDate.isDate).toBe(true);
    expect([days.startDate.toString(), days.endDate.toString()]).toEqual(["2026-12-21", "2027-01-02"]);
    expect(written).toContain("DTSTART;VALUE=DATE:20261221\r\n");
  });

  it("says its name and how often to look again, in lines of at most 75 bytes that end as the standard says", () => {
    expect(written).toContain("X-WR-CALNAME:Lina et Sami\r\n");
    expect(written).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
    expect(written).toContain("DTSTART:20261024T200000Z\r\n");
    expect(written.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(written.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of written.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("any title and any hours come back", () => {
    const anyInstant = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map((s) => new Date(s * 1000));
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        anyInstant,
        fc.integer({ min: 1, max: 1440 }),
        (title, start, minutes) => {
          const end = new Date(start.getTime() + minutes * 60_000);
          const plain = title.replaceAll(/\p{Cc}/gu, " ");
          const event = { uid: "a", start, end, title: plain, lastModified: stamp };
          const [read] = eventsOf(writeCalendar({ name: "x", events: [event], days: [] }));
          expect(read!.summary).toBe(plain);
          expect(read!.startDate.toJSDate()).toEqual(start);
          expect(read!.endDate.toJSDate()).toEqual(end);
        },
      ),
    );
  });

  it("an empty calendar is one, and ours can be read as that of an employer", () => {
    expect(eventsOf(writeCalendar({ name: "x", events: [], days: [] }))).toEqual([]);
    const period = { from: asDay("2026-10-19"), to: asDay("2026-10-25") };
    expect(readWorkCalendar(new TextEncoder().encode(written), period)).toMatchObject({
      ok: true,
      shifts: [{ start: night.start, end: night.end }],
      ignored: { allDay: 1 },
    });
  });
});
