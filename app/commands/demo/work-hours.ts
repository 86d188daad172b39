// The working lives of the town's parents, and the hours of care each one needs: travel included, to the quarter of an hour.
import type { Weekday } from "#app/calendar/rules/day.ts";
import { type Slot, type WeeklyPattern, compareSlots } from "#app/calendar/rules/weekly-pattern.ts";
import type { Random } from "./random.ts";

export const workProfiles = [
  "office",
  "partTime",
  "sharedCustody",
  "student",
  "retail",
  "hospitalDays",
  "hospitalNights",
  "logisticsNights",
  "cleaning",
] as const;
export type WorkProfile = (typeof workProfiles)[number];

const atypicalProfiles: readonly WorkProfile[] = [
  "retail",
  "hospitalDays",
  "hospitalNights",
  "logisticsNights",
  "cleaning",
];
export function isAtypical(profile: WorkProfile): boolean {
  return atypicalProfiles.includes(profile);
}

/** A time of the day in minutes. */
export const clock = (hours: number, minutes = 0): number => hours * 60 + minutes;
/** The same, the next day. */
const nextDay = (hours: number, minutes = 0): number => 1440 + clock(hours, minutes);
const quarterFrom = (rng: Random, least: number, most: number): number =>
  rng.between(least / 15, most / 15) * 15;

type Week = 0 | 1;
export const slots = (week: Week, days: readonly Weekday[], start: number, end: number): Slot[] =>
  days.map((weekday) => ({ week, weekday, start, end }));
export const everyWeek = (...all: Slot[][]): WeeklyPattern => ({
  cycleWeeks: 1,
  slots: all.flat().sort(compareSlots),
});
export const alternating = (...all: Slot[][]): WeeklyPattern => ({
  cycleWeeks: 2,
  slots: all.flat().sort(compareSlots),
});

const mondayToFriday: Weekday[] = [1, 2, 3, 4, 5];
const withoutWednesday: Weekday[] = [1, 2, 4, 5];

const needs: Record<WorkProfile, (rng: Random) => WeeklyPattern> = {
  office: (rng) => {
    const days = rng.weighted<Weekday[]>([
      [mondayToFriday, 8],
      [withoutWednesday, 1.6],
      [[1, 2, 3, 4], 0.4],
    ]);
    const [start, end] = [
      quarterFrom(rng, clock(7, 15), clock(8, 30)),
      quarterFrom(rng, clock(17), clock(18, 30)),
    ];
    return everyWeek(slots(0, days, start, end));
  },
  partTime: (rng) => {
    const days = rng.pick<Weekday[]>([
      [1, 2],
      [4, 5],
      [1, 2, 4],
      [2, 3, 5],
      [1, 3, 5],
      [1, 4],
    ]);
    return everyWeek(
      slots(0, days, quarterFrom(rng, clock(8), clock(9)), quarterFrom(rng, clock(15, 30), clock(17, 45))),
    );
  },
  sharedCustody: (rng) => {
    const [start, end] = [
      quarterFrom(rng, clock(7, 30), clock(8, 45)),
      quarterFrom(rng, clock(16, 30), clock(18, 15)),
    ];
    const halves = rng.pick<[Weekday[], Weekday[]]>([
      [mondayToFriday, []],
      [
        [1, 2, 3],
        [4, 5],
      ],
      [
        [1, 2],
        [3, 4, 5],
      ],
    ]);
    return alternating(slots(0, halves[0], start, end), slots(1, halves[1], start, end));
  },
  student: (rng) => {
    const [morning, afternoon, whole] = rng.shuffle(mondayToFriday);
    return everyWeek(
      slots(0, [morning!], clock(8, 30), clock(12, 30)),
      slots(0, [afternoon!], clock(13, 15), quarterFrom(rng, clock(16, 30), clock(18))),
      slots(0, [whole!], clock(8, 30), quarterFrom(rng, clock(16), clock(17, 30))),
    );
  },
  retail: (rng) => {
    const days = rng.pick<Weekday[]>([mondayToFriday, [1, 2, 4, 5, 6], [2, 3, 5, 6]]);
    return alternating(
      slots(0, days, quarterFrom(rng, clock(5, 30), clock(6, 30)), clock(13, 30)),
      slots(1, days, clock(12, 30), quarterFrom(rng, clock(20), clock(21))),
    );
  },
  hospitalDays: (rng) => {
    const weekend = rng.weighted<Weekday[]>([
      [[], 55],
      [[6], 15],
      [[6, 7], 30],
    ]);
    return alternating(
      slots(0, mondayToFriday.slice(0, weekend.length === 2 ? 3 : 5), clock(6, 15), clock(15)),
      slots(0, weekend, clock(6, 15), clock(15)),
      slots(1, rng.pick<Weekday[]>([[1, 2, 4, 5], mondayToFriday, [2, 3, 4]]), clock(13, 15), clock(21, 45)),
    );
  },
  hospitalNights: (rng) => {
    const [start, end] = [quarterFrom(rng, clock(20), clock(20, 30)), nextDay(7, 15)];
    const sunday = rng.chance(0.35);
    return alternating(slots(0, [1, 2, 4], start, end), slots(1, sunday ? [3, 7] : [3, 5], start, end));
  },
  logisticsNights: (rng) => {
    const nights = rng.weighted<Weekday[]>([
      [[1, 2, 3, 4], 6],
      [[1, 2, 3, 4, 7], 4],
      [[2, 3, 4], 2],
    ]);
    return everyWeek(slots(0, nights, clock(20, 30), quarterFrom(rng, nextDay(5, 30), nextDay(6, 30))));
  },
  cleaning: (rng) => {
    const morning = quarterFrom(rng, clock(5, 15), clock(6));
    return everyWeek(
      slots(0, mondayToFriday, morning, morning + 180),
      slots(0, mondayToFriday, clock(17), quarterFrom(rng, clock(19, 30), clock(20, 30))),
    );
  },
};

/** Half of the teams work week A when the others work week B. */
function turned({ cycleWeeks, slots: all }: WeeklyPattern): WeeklyPattern {
  const other = all.map((slot) => ({ ...slot, week: slot.week === 0 ? 1 : 0 }) satisfies Slot);
  return { cycleWeeks, slots: other.sort(compareSlots) };
}

/** The hours for which a family of that working life needs somebody to look after a small child. */
export function nurseryNeed(profile: WorkProfile, rng: Random): WeeklyPattern {
  const need = needs[profile](rng);
  return need.cycleWeeks === 2 && rng.chance(0.5) ? turned(need) : need;
}

/** Around school: before it, after it, on Wednesdays; some parents are back long after the sites close. */
export function afterSchoolNeed(profile: WorkProfile, rng: Random, extended: boolean): WeeklyPattern {
  const days = rng.weighted<Weekday[]>([
    [withoutWednesday, 16],
    [[1, 2], 1],
    [[4, 5], 1],
    [[1, 2, 4], 1],
  ]);
  const evening = extended
    ? quarterFrom(rng, clock(19, 30), clock(21, 45))
    : rng.pick([clock(17, 30), clock(18), clock(18, 30)]);
  const morning = extended && rng.chance(0.5) ? clock(6, 15) : clock(7, 30);
  const wednesday = rng.weighted<[number, number] | null>([
    [null, 4],
    [[clock(8), clock(12)], 2],
    [[clock(8), quarterFrom(rng, clock(17), clock(18))], 4],
  ]);
  const parts = [slots(0, days, clock(16, 30), evening)];
  if (rng.chance(0.45)) parts.push(slots(0, days, morning, clock(8, 30)));
  if (wednesday && profile !== "student") parts.push(slots(0, [3], ...wednesday));
  return everyWeek(...parts);
}

/** How many families out of a hundred live each working life. */
export type ProfileShares = readonly (readonly [WorkProfile, number])[];
const wholeTown: ProfileShares = [
  ["office", 46],
  ["partTime", 14],
  ["sharedCustody", 6],
  ["student", 7],
  ["retail", 8],
  ["hospitalDays", 9],
  ["hospitalNights", 3],
  ["logisticsNights", 4],
  ["cleaning", 3],
];

export function drawProfile(rng: Random, shares = wholeTown): WorkProfile {
  return rng.weighted(shares);
}
