// A town made up from its number: children, stays, marks. One facility at a time, so that memory stays bounded.
import { addDays, daysFrom } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { slotsOn } from "#app/calendar/rules/weekly-pattern.ts";

export const year = { from: "2026-09-01", to: "2027-07-31" };
const kinds = { nursery: 22, afterSchool: 42 };
/** 1,200 children in 64 facilities. */
export const facilitiesOfTown = kinds.nursery + kinds.afterSchool;
const childrenOf = (index) => (index % facilitiesOfTown < 48 ? 19 : 18);

/** Small numbers, the same for the same seed (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const everyDay = (weekdays, start, end, week = 0) =>
  weekdays.map((weekday) => ({ week, weekday, start, end }));
const patterns = {
  day: { cycleWeeks: 1, slots: everyDay([1, 2, 3, 4, 5], 480, 1050) },
  short: { cycleWeeks: 1, slots: everyDay([1, 2, 4, 5], 515, 985) },
  shifts: {
    cycleWeeks: 2,
    slots: [...everyDay([1, 2, 3, 4, 5], 345, 840), ...everyDay([1, 2, 3, 4, 5], 780, 1290, 1)],
  },
  nights: {
    cycleWeeks: 2,
    slots: [...everyDay([1, 2, 6], 1320, 1800), ...everyDay([3, 5, 7], 1320, 1800, 1)],
  },
  afterSchool: {
    cycleWeeks: 1,
    slots: [...everyDay([1, 2, 4, 5], 450, 510), ...everyDay([1, 2, 4, 5], 990, 1110)],
  },
  wednesday: {
    cycleWeeks: 1,
    slots: [
      ...everyDay([1, 2, 4, 5], 990, 1110),
      ...everyDay([3], 450, 720),
      ...everyDay([3], 720, 840),
      ...everyDay([3], 840, 1110),
    ],
  },
};

/** Two weeks at Christmas; public holidays change nothing to the work. */
const closed = new Set(daysFrom("2026-12-21", "2027-01-03"));

function patternOf(afterSchool, night, roll) {
  if (afterSchool) return roll < 0.7 ? patterns.afterSchool : patterns.wednesday;
  if (night) return roll < 0.5 ? patterns.nights : patterns.shifts;
  return roll < 0.6 ? patterns.day : roll < 0.9 ? patterns.short : patterns.shifts;
}

const minuteMs = 60_000;

/** What became of a stay: nine in ten came, a few minutes early or late; some were sick; some nobody marked. */
function marks(random, start, end, margin) {
  const roll = random();
  if (roll < 0.03) return { state: "planned", arrivedAt: null, leftAt: null, absenceCode: null };
  if (roll < 0.1) {
    const absenceCode = random() < 0.6 ? "sick" : "family";
    return { state: "absent", arrivedAt: null, leftAt: null, absenceCode };
  }
  const shift = () => Math.floor(random() * 25) - margin;
  return {
    state: "left",
    arrivedAt: start + shift() * minuteMs,
    leftAt: end - shift() * minuteMs,
    absenceCode: null,
  };
}

const opening = (afterSchool) =>
  afterSchool
    ? [
        ...[1, 2, 4, 5].flatMap((weekday) => [
          { weekday, startMinute: 450, endMinute: 510 },
          { weekday, startMinute: 990, endMinute: 1110 },
        ]),
        { weekday: 3, startMinute: 450, endMinute: 720 },
        { weekday: 3, startMinute: 720, endMinute: 840 },
        { weekday: 3, startMinute: 840, endMinute: 1110 },
      ]
    : [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 300, endMinute: 1740 }));

const known = new Map();
/** The stays of a pattern over the year: the same for all the children, and slow to find. */
function staysOf(pattern) {
  const found =
    known.get(pattern) ??
    daysFrom(addDays(year.from, -1), year.to)
      .filter((day) => !closed.has(day))
      .flatMap((day) => slotsOn(pattern, day).map(({ start, end }) => [at(day, start), at(day, end)]));
  known.set(pattern, found);
  return found;
}

const at = (day, minute) => instantAt(day, minute).getTime();

/** One facility of the town, with everything its figures are made of. */
export function facility(index) {
  const random = dice(index + 1);
  const afterSchool = index % facilitiesOfTown >= kinds.nursery;
  const night = index % facilitiesOfTown < 3;
  // After school, a few minutes more would use the band before or after.
  const margin = afterSchool ? 0 : 12;
  const children = childrenOf(index);
  const stays = [];
  const contracts = [];
  for (let child = 0; child < children; child++) {
    const pattern = patternOf(afterSchool, night, random());
    const childId = `c${index}-${child}`;
    contracts.push({ pattern, startOn: year.from, endOn: null });
    for (const [plannedStart, plannedEnd] of staysOf(pattern)) {
      const marked = marks(random, plannedStart, plannedEnd, margin);
      stays.push({ childId, plannedStart, plannedEnd, markedAt: plannedStart - 36_000_000, ...marked });
    }
  }
  const openingHours = opening(afterSchool);
  return {
    kind: afterSchool ? "afterSchool" : "multiAccueil",
    openingHours,
    settings: [
      {
        validFrom: year.from,
        roundingMinutes: afterSchool ? 30 : 0,
        toleranceMinutes: 0,
        absenceCutOffDays: 1,
        absenceCutOffMinute: 720,
      },
    ],
    children,
    facts: {
      capacity: openingHours.map((hours) => ({ ...hours, places: 20, validFrom: year.from, validTo: null })),
      off: closed,
      stays,
      // As many hours are asked again as a tenth of the children have, and offered to a few.
      demanded: contracts.slice(0, Math.ceil(children / 10)),
      allocated: contracts.slice(0, 1),
    },
  };
}
