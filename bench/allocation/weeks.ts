// The weeks that families ask for, as masks of 30 bits: weekday × slot. Two masks when weeks A and B may differ.
import type { Chance } from "./chance.ts";

export const slots = [
  { from: "05:30", to: "07:30", halfHours: 4 },
  { from: "07:30", to: "11:30", halfHours: 8 },
  { from: "11:30", to: "13:30", halfHours: 4 },
  { from: "13:30", to: "16:30", halfHours: 6 },
  { from: "16:30", to: "19:00", halfHours: 5 },
  { from: "19:00", to: "22:00", halfHours: 6 },
] as const;
export const weekdays = [1, 2, 3, 4, 5] as const;
export const bits = weekdays.length * slots.length;

const early = 1 << 0;
const late = 1 << 5;
const morning = (1 << 1) | (1 << 2);
const day = morning | (1 << 3);
const afternoon = 1 << 3;
const evening = 1 << 4;
/** The slots that only the facilities with atypical hours open. */
export const atypicalSlots = early | late;

/** A week: week A and week B, the same but for parents on alternating weeks. */
export interface Week {
  a: number;
  b: number;
  /** Days of the fuller week. */
  days: number;
  atypical: boolean;
}

/** The slots of one weekday (0 to 4) of a mask. */
export const slotsOfDay = (mask: number, weekday: number): number => (mask >> (weekday * 6)) & 63;
const onDay = (daySlots: number, weekday: number) => daySlots << (weekday * 6);

const daysOf = (mask: number) =>
  weekdays.reduce((sum, _, index) => sum + (slotsOfDay(mask, index) ? 1 : 0), 0);

/** Half-hours of one mask. */
export function halfHoursOf(mask: number): number {
  let sum = 0;
  for (let rest = mask; rest; rest &= rest - 1) sum += slots[(31 - Math.clz32(rest & -rest)) % 6]!.halfHours;
  return sum;
}

/** Six families in ten need the evening every day, two on no day, two on some days. */
function fullDays(chance: Chance, chosen: readonly number[]): number {
  const habit = chance.roll();
  let mask = 0;
  for (const weekday of chosen) {
    const stays = habit < 0.6 || (habit > 0.8 && chance.often(0.5));
    mask |= onDay(stays ? day | evening : day, weekday);
  }
  return mask;
}

/** Who does not need five days leaves the Wednesday out more often than another day. */
function someDays(chance: Chance, count: number): number[] {
  const all = [0, 1, 2, 3, 4];
  if (count < 5 && chance.often(0.3)) all.splice(2, 1);
  return chance.shuffle(all).slice(0, count).sort();
}

function halfDays(chance: Chance): number {
  const part = chance.often(0.5) ? morning : afternoon;
  return someDays(chance, chance.pick([3, 4, 5, 5])).reduce(
    (mask, weekday) => mask | onDay(part, weekday),
    0,
  );
}

function atypicalWeek(chance: Chance): number {
  const shift = chance.pick([early | morning, afternoon | evening | late, early | day, day | evening | late]);
  return someDays(chance, chance.whole(3, 5)).reduce((mask, weekday) => mask | onDay(shift, weekday), 0);
}

function oneWeek(chance: Chance, kind: number): number {
  if (kind < 0.49) return fullDays(chance, someDays(chance, 5));
  if (kind < 0.69) return fullDays(chance, someDays(chance, 4));
  if (kind < 0.82) return fullDays(chance, someDays(chance, 3));
  if (kind < 0.88) return fullDays(chance, someDays(chance, 2));
  return kind < 0.94 ? halfDays(chance) : atypicalWeek(chance);
}

const weekOf = (a: number, b: number): Week => ({
  a,
  b,
  days: Math.max(daysOf(a), daysOf(b)),
  atypical: weekdays.some(
    (_, index) => ((slotsOfDay(a, index) | slotsOfDay(b, index)) & atypicalSlots) !== 0,
  ),
});

/** A week: 5 days 49 %, 4 days 20 %, 3 days 13 %, 2 days 6 %, half days 6 %, atypical 6 %. */
export function drawWeek(chance: Chance, options: { atypical: boolean; alternating: boolean }): Week {
  const kind = chance.roll() * (options.atypical ? 1 : 0.94);
  const a = oneWeek(chance, kind);
  // Parents on shifts: as many kinds of weeks, another one each second week.
  const b = options.alternating && chance.often(0.2) ? oneWeek(chance, kind) : a;
  return weekOf(a, b);
}

/** The weeks with fewer days, longest first, which days fall out in an order of the family. */
export function fewerDays(chance: Chance, week: Week): Week[] {
  const { a, b } = week;
  const present = chance.shuffle([0, 1, 2, 3, 4].filter((weekday) => slotsOfDay(a | b, weekday)));
  const without = (mask: number, gone: readonly number[]) =>
    gone.reduce((rest, weekday) => rest & ~onDay(63, weekday), mask);
  const least = Math.max(2, present.length - 2);
  const gone: number[][] = present.length > least ? present.map((weekday) => [weekday]) : [];
  if (present.length - 2 >= least)
    present.forEach((one, index) => present.slice(index + 1).forEach((other) => gone.push([one, other])));
  return gone
    .map((days) => weekOf(without(a, days), without(b, days)))
    .filter((shorter) => shorter.a !== 0 && shorter.b !== 0);
}
