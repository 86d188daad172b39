import ICAL from "ical.js";

/** Zones of the town's own time, as calendars and Windows name them. */
const townZones = [
  "Europe/Paris",
  "Europe/Luxembourg",
  "Europe/Brussels",
  "Europe/Berlin",
  "Europe/Amsterdam",
  "Europe/Zurich",
  "Europe/Vienna",
  "Europe/Rome",
  "Europe/Madrid",
  "Romance Standard Time",
  "W. Europe Standard Time",
  "Central Europe Standard Time",
  "Central European Standard Time",
];

/** The rules of the European Union since 1996 (directive 2000/84/EC). */
const townZone = (name: string): string =>
  [
    "BEGIN:VTIMEZONE",
    `TZID:${name}`,
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
  ].join("\r\n");

/** A change of clocks once a year, on a weekday of a month: the reader may never come back from other rules. */
function isYearlyChange(rule: ICAL.Recur): boolean {
  const { BYMONTH: months = [], BYDAY: days = [], ...others } = rule.parts as Record<string, unknown[]>;
  return (
    rule.freq === "YEARLY" &&
    rule.interval === 1 &&
    Object.keys(others).length === 0 &&
    months.length === 1 &&
    days.length === 1 &&
    /^([+-]?[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.test(String(days[0]))
  );
}

const firstYear = 1600;

function isReadable(zone: ICAL.Component): boolean {
  try {
    return zone.getAllSubcomponents().every((change) => {
      const since = change.getFirstPropertyValue("dtstart") as ICAL.Time;
      const rules = change.getAllProperties("rrule").map((each) => each.getFirstValue() as ICAL.Recur);
      return since.year > firstYear && rules.every(isYearlyChange);
    });
  } catch {
    return false;
  }
}

/** The zones that a calendar describes, where they can be trusted, and those of the town's time that it only names. */
export function settleZones(calendar: ICAL.Component): void {
  const known = new Set<string>();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    const name = zone.getFirstPropertyValue("tzid");
    if (typeof name === "string" && !known.has(name) && isReadable(zone)) known.add(name);
    else calendar.removeSubcomponent(zone);
  }
  for (const name of townZones) {
    if (!known.has(name)) calendar.addSubcomponent(new ICAL.Component(ICAL.parse(townZone(name))));
  }
}
