import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { addDays, asDay, daysFrom } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt, minuteOf, minutesBetween } from "#app/calendar/rules/instant.ts";
import { settleZones } from "#app/platform/files/calendar-zones.server.ts";
import { readWorkCalendar } from "#app/platform/files/read-work-calendar.server.ts";

const autumn = { from: asDay("2026-10-05"), to: asDay("2026-11-29") };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const calendar = (...parts: string[]): Uint8Array =>
  bytes(
    ["BEGIN:VCALENDAR", "VERSION:2.0", ...parts, "END:VCALENDAR", ""]
      .join("\r\n")
      .replaceAll("\n", "\r\n")
      .replaceAll("\r\r", "\r"),
  );
const event = (...lines: string[]): string =>
  ["BEGIN:VEVENT", `UID:${lines.join("").length}-${lines[0]}`, ...lines, "END:VEVENT"].join("\r\n");

function read(file: Uint8Array, period = autumn) {
  const result = readWorkCalendar(file, period);
  if (!result.ok) throw new Error(result.error);
  return result;
}
/** "2026-10-24 21:00 10 h", on the town's clocks and in real hours. */
const written = (file: Uint8Array, period = autumn): string[] =>
  read(file, period).shifts.map(({ start, end }) => {
    const minute = minuteOf(start);
    const clock = [Math.floor(minute / 60), minute % 60].map((each) => String(each).padStart(2, "0"));
    return `${dayOf(start)} ${clock.join(":")} ${minutesBetween(start, end) / 60} h`;
  });
const refusal = (file: Uint8Array): string => {
  const result = readWorkCalendar(file, autumn);
  return result.ok ? "read" : result.error;
};

const romance = [
  "BEGIN:VTIMEZONE",
  "TZID:Romance Standard Time",
  "BEGIN:STANDARD",
  "DTSTART:16010101T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
].join("\r\n");

describe("the calendar of an employer", () => {
  it("a rota exported by Outlook is read through the October change: a night of ten hours lasts eleven", () => {
    const night = event(
      "SUMMARY:Nuit – Réanimation",
      "DTSTART;TZID=Romance Standard Time:20261024T210000",
      "DTEND;TZID=Romance Standard Time:20261025T070000",
      "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    );
    const morning = event(
      "SUMMARY:Matin avec un libellé très long qui se continue sur une deuxième li",
      " gne du fichier",
      "DTSTART;TZID=Romance Standard Time:20261027T063000",
      "DTEND;TZID=Romance Standard Time:20261027T143000",
    );
    expect(written(calendar("METHOD:PUBLISH", romance, night, morning))).toEqual([
      "2026-10-24 21:00 11 h",
      "2026-10-27 06:30 8 h",
    ]);
  });

  it("a calendar of Google, in world time, shows the hours of the town", () => {
    const file = calendar(
      "X-WR-TIMEZONE:Europe/Paris",
      event("DTSTART:20261023T050000Z", "DTEND:20261023T130000Z", "STATUS:CONFIRMED"),
      event("DTSTART:20261026T060000Z", "DTEND:20261026T140000Z", "STATUS:CONFIRMED"),
    );
    expect(written(file)).toEqual(["2026-10-23 07:00 8 h", "2026-10-26 07:00 8 h"]);
  });

  it("times without a zone, and zones of the town that are only named, are those of the town", () => {
    const file = calendar(
      event("DTSTART:20261019T080000", "DURATION:PT7H30M"),
      event("DTSTART;TZID=Europe/Paris:20261024T220000", "DTEND;TZID=Europe/Paris:20261025T060000"),
    );
    expect(written(file)).toEqual(["2026-10-19 08:00 7.5 h", "2026-10-24 22:00 9 h"]);
  });

  it("a weekly series goes on at the same hour after the change, without the days left out, with those moved", () => {
    const series = event(
      "DTSTART;TZID=Romance Standard Time:20260907T130000",
      "DTEND;TZID=Romance Standard Time:20260907T210000",
      "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;UNTIL=20261116T120000Z",
      "EXDATE;TZID=Romance Standard Time:20261012T130000",
    );
    const uid = /UID:(.*)/.exec(series)![1]!;
    const moved = [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      "RECURRENCE-ID;TZID=Romance Standard Time:20261102T130000",
      "DTSTART;TZID=Romance Standard Time:20261103T060000",
      "DTEND;TZID=Romance Standard Time:20261103T140000",
      "END:VEVENT",
    ].join("\r\n");
    const cancelled = [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      "RECURRENCE-ID:20261109T120000Z",
      "DTSTART:20261109T120000Z",
      "DTEND:20261109T200000Z",
      "STATUS:CANCELLED",
      "END:VEVENT",
    ].join("\r\n");
    expect(written(calendar(romance, series, moved, cancelled))).toEqual([
      "2026-10-05 13:00 8 h",
      "2026-10-19 13:00 8 h",
      "2026-10-26 13:00 8 h",
      "2026-11-03 06:00 8 h",
      "2026-11-16 13:00 8 h",
    ]);
  });

  it("the moved time of one series does not touch another", () => {
    const daily = ["DTSTART:20261005T060000Z", "DTEND:20261005T080000Z", "RRULE:FREQ=DAILY;COUNT=2"];
    const other = ["BEGIN:VEVENT", "UID:other", ...daily, "END:VEVENT"].join("\r\n");
    const moved = [
      "BEGIN:VEVENT",
      "UID:elsewhere",
      "RECURRENCE-ID:20261006T060000Z",
      "DTSTART:20261006T100000Z",
      "DTEND:20261006T120000Z",
      "END:VEVENT",
    ].join("\r\n");
    expect(read(calendar(other, moved)).shifts).toHaveLength(3);
  });

  it("what is no shift is left out and counted", () => {
    const { shifts, ignored } = read(
      calendar(
        event("DTSTART;VALUE=DATE:20261019", "DTEND;VALUE=DATE:20261024", "SUMMARY:Congés"),
        event("DTSTART:20261020T050000Z", "DTEND:20261020T130000Z", "STATUS:CANCELLED"),
        event("DTSTART:20250120T050000Z", "DTEND:20250120T130000Z"),
        event("DTSTART;TZID=Nowhere/Land:20261021T050000", "DTEND;TZID=Nowhere/Land:20261021T130000"),
        event("DTSTART:20261022T050000Z", "SUMMARY:Rappel"),
        event("DTSTART:20261023T050000Z", "DTEND:20261023T130000Z", "RRULE:FREQ=SECONDLY"),
        event("SUMMARY:Sans heure"),
        event("DTSTART:20261026T050000Z", "DTEND:20261026T130000Z"),
      ),
    );
    expect(shifts).toHaveLength(1);
    expect(ignored).toEqual({ allDay: 1, cancelled: 1, outside: 1, otherZone: 1, unreadable: 3 });
  });

  it("a night belongs to the day it begins, and no more than 26 weeks are read", () => {
    const nights = event(
      "DTSTART;TZID=Europe/Paris:20261004T220000",
      "DTEND;TZID=Europe/Paris:20261005T060000",
      "RRULE:FREQ=DAILY",
    );
    const { shifts } = read(calendar(nights), { from: asDay("2026-10-05"), to: asDay("2028-10-05") });
    expect(shifts).toHaveLength(26 * 7);
    expect(dayOf(shifts[0]!.start)).toBe("2026-10-05");
  });

  it("a file that is no calendar, is broken or empty is refused", () => {
    expect(refusal(bytes("Bonjour"))).toBe("calendar:workCalendar.notCalendar");
    expect(refusal(bytes(""))).toBe("calendar:workCalendar.notCalendar");
    expect(refusal(bytes("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2026"))).toBe(
      "calendar:workCalendar.notCalendar",
    );
    expect(refusal(bytes("BEGIN:VCARD\r\nFN:A\r\nEND:VCARD"))).toBe("calendar:workCalendar.notCalendar");
    expect(refusal(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 255]))).toBe("calendar:workCalendar.notCalendar");
    expect(refusal(calendar("PRODID:-//x//FR"))).toBe("calendar:workCalendar.noEvent");
  });

  it("ten megabytes are the most, and a thousand shifts", () => {
    expect(refusal(new Uint8Array(10 * 1024 * 1024 + 1))).toBe("calendar:workCalendar.tooLarge");
    const shift = (index: number): string => {
      const start = instantAt(autumn.from, index)
        .toISOString()
        .replace(/[-:]|\.\d+/g, "");
      return event(`DTSTART:${start}`, "DURATION:PT5M", `SUMMARY:${index}`);
    };
    expect(refusal(calendar(...Array.from({ length: 1000 }, (_, index) => shift(index))))).toBe("read");
    expect(refusal(calendar(...Array.from({ length: 1001 }, (_, index) => shift(index))))).toBe(
      "calendar:workCalendar.tooMany",
    );
  });

  it.each([
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=99999999999",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  ])("a rule that never comes true is left out at once: %s", (rule) => {
    const { ignored } = read(
      calendar(event("DTSTART:20261005T060000Z", "DTEND:20261005T080000Z", `RRULE:${rule}`)),
    );
    expect(ignored.unreadable).toBe(1);
  });

  it("a series since the year one does not keep the town waiting", () => {
    const old = event("DTSTART:00010101T060000Z", "DTEND:00010101T080000Z", "RRULE:FREQ=DAILY");
    expect(refusal(calendar(old))).toBe("calendar:workCalendar.tooMany");
  });

  it("a zone with an impossible rule is not followed", () => {
    const zone = romance.replace(
      "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
      "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    );
    const shift = event(
      "DTSTART;TZID=Romance Standard Time:20261024T210000",
      "DTEND;TZID=Romance Standard Time:20261025T070000",
    );
    expect(written(calendar(zone, shift))).toEqual(["2026-10-24 21:00 11 h"]);
    expect(
      read(calendar(zone.replace("Romance", "Other"), shift.replaceAll("Romance", "Other"))).ignored,
    ).toMatchObject({
      otherZone: 1,
    });
  });

  it("the town's own zone agrees with the town's clocks every day", () => {
    const town = new ICAL.Component("vcalendar");
    settleZones(town);
    const from = asDay("2026-01-01");
    for (const day of daysFrom(from, addDays(from, 730))) {
      for (const hour of [0, 1, 6, 12, 23]) {
        const [year, month, date] = day.split("-").map(Number);
        const clock = { year, month, day: date, hour, minute: 0, second: 0, isDate: false };
        const time = new ICAL.Time(clock, town.getTimeZoneByID("Europe/Paris")!);
        expect(time.toUnixTime() * 1000).toBe(instantAt(day, hour * 60).getTime());
      }
    }
  });
});
