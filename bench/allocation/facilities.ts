// Facilities made up: approval, sections, hours of the week, and the children who stay from last year.
import type { Chance } from "./chance.ts";
import { atypicalSlots, bits, drawWeek, halfHoursOf, slots, type Week } from "./weeks.ts";

export const sections = ["B", "M", "G"] as const;
export type Section = (typeof sections)[number];

export interface Staying {
  facility: number;
  section: Section;
  week: Week;
}

export interface Place {
  id: string;
  x: number;
  y: number;
  quartier: number;
  popularity: number;
  atypical: boolean;
  children: number;
  /** Places per slot (30) that the staff allows, in all and per section; 0 where closed. */
  approved: number[];
  bySection: Record<Section, number[]> | null;
  /** Children already there, week A then week B. */
  held: number[][];
  heldBySection: Record<Section, number[][]>;
  stayingHalfHours: [number, number];
}

const share = { B: 0.37, M: 0.42, G: 0.43 };
const stayingShare = { B: 0.1, M: 0.34, G: 0.56 };
const draws = 3;
const bitsOf = Array.from({ length: bits }, (_, bit) => bit);
const zeros = () => [bitsOf.map(() => 0), bitsOf.map(() => 0)];

/** Children per slot: fewer on Wednesday, in the evening and at the atypical hours. */
function modulated(children: number, atypical: boolean): number[] {
  return bitsOf.map((bit) => {
    const slot = bit % slots.length;
    const early = ((1 << slot) & atypicalSlots) !== 0;
    if (early && !atypical) return 0;
    const part = (Math.floor(bit / slots.length) === 2 ? 0.85 : 1) * (early ? 0.15 : slot === 4 ? 0.6 : 1);
    return Math.max(1, Math.floor(children * part));
  });
}

const columns = (count: number) => Math.max(1, Math.round(Math.sqrt(count / 8)));
/** The quarter of a point of the unit square: about eight facilities each. */
export const quartierOf = (x: number, y: number, count: number): number => {
  const width = columns(count);
  return Math.floor(y * width) * width + Math.floor(x * width);
};

/** `count` facilities, empty: a quarter are small ones of mixed ages, one in twelve has atypical hours. */
export function drawPlaces(chance: Chance, count: number): Place[] {
  const digits = String(count).length;
  return Array.from({ length: count }, (_, index) => {
    const [x, y] = [chance.roll(), chance.roll()];
    const small = chance.often(0.25);
    const children = small ? chance.whole(10, 12) : chance.whole(14, 62);
    const atypical = index === 0 || chance.often(0.08);
    const bySection = (section: Section) => modulated(Math.round(children * share[section]), atypical);
    return {
      id: `F${String(index + 1).padStart(digits, "0")}`,
      x,
      y,
      quartier: quartierOf(x, y, count),
      popularity: chance.roll(),
      atypical,
      children,
      approved: modulated(children, atypical),
      bySection: small ? null : { B: bySection("B"), M: bySection("M"), G: bySection("G") },
      held: zeros(),
      heldBySection: { B: zeros(), M: zeros(), G: zeros() },
      stayingHalfHours: [0, 0],
    };
  });
}

const masks = (week: Week) => [week.a, week.b];

function fits(place: Place, section: Section, week: Week): boolean {
  return masks(week).every((mask, parity) =>
    bitsOf.every(
      (bit) =>
        (mask & (1 << bit)) === 0 ||
        (place.held[parity]![bit]! < place.approved[bit]! &&
          (!place.bySection || place.heldBySection[section][parity]![bit]! < place.bySection[section][bit]!)),
    ),
  );
}

/** Adds (+1) or takes out (-1) a child who stays. */
export function hold(place: Place, { section, week }: Staying, by: 1 | -1): void {
  masks(week).forEach((mask, parity) => {
    for (const bit of bitsOf) {
      if ((mask & (1 << bit)) === 0) continue;
      place.held[parity]![bit]! += by;
      place.heldBySection[section][parity]![bit]! += by;
    }
    place.stayingHalfHours[parity]! += by * halfHoursOf(mask);
  });
}

/** Half-hours a week that a facility may give, the children already there taken out. */
export const openHalfHours = (place: Place): number =>
  place.approved.reduce((sum, children, bit) => sum + children * slots[bit % slots.length]!.halfHours, 0);

/** Half-hours a week that the doors are open. */
export const openingHalfHours = (place: Place): number =>
  place.approved.reduce(
    (sum, children, bit) => sum + (children > 0 ? slots[bit % slots.length]!.halfHours : 0),
    0,
  );

/** How full the cells of a week are, on average. */
function crowding(place: Place, week: Week): number {
  let [sum, cells] = [0, 0];
  masks(week).forEach((mask, parity) => {
    for (const bit of bitsOf) {
      if ((mask & (1 << bit)) === 0) continue;
      sum += place.held[parity]![bit]! / Math.max(1, place.approved[bit]!);
      cells++;
    }
  });
  return sum / cells;
}

/** A director fills the emptier days first: of a few weeks, the one that is least crowded. */
function drawBalancedWeek(chance: Chance, place: Place, alternating: boolean): Week {
  const weeks = Array.from({ length: draws }, () =>
    drawWeek(chance, { atypical: place.atypical, alternating }),
  );
  return weeks.reduce((best, week) => (crowding(place, week) < crowding(place, best) ? week : best));
}

/** Children of last year take their irregular weeks first, up to `part` of the hours of each facility. */
export function fillWithStaying(
  chance: Chance,
  places: readonly Place[],
  options: { part: number; alternating: boolean },
): Staying[] {
  const staying: Staying[] = [];
  for (const [facility, place] of places.entries()) {
    const wanted = openHalfHours(place) * options.part * (0.85 + 0.3 * chance.roll());
    for (let misses = 0; misses < 30 && place.stayingHalfHours[0] < wanted;) {
      const draw = chance.roll();
      const section = draw < stayingShare.B ? "B" : draw < stayingShare.B + stayingShare.M ? "M" : "G";
      const week = drawBalancedWeek(chance, place, options.alternating);
      if (!fits(place, section, week)) {
        misses++;
        continue;
      }
      const child = { facility, section, week } as const;
      hold(place, child, 1);
      staying.push(child);
    }
  }
  return staying;
}
