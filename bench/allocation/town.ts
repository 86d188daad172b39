// A town made up from a seed: an instance `guichet-allocation/1` of the shapes that towns have, any size.
import type { Instance, InstanceRequest } from "#app/allocation/rules/instance.ts";
import { chanceOf } from "./chance.ts";
import {
  drawPlaces,
  fillWithStaying,
  hold,
  openHalfHours,
  openingHalfHours,
  type Place,
} from "./facilities.ts";
import { drawRequests } from "./families.ts";
import { bits, halfHoursOf, slots, weekdays, type Week } from "./weeks.ts";

export interface TownShape {
  requests: number;
  facilities: number;
  seed: number;
  /** Hours asked over hours open; when absent, children already there hold 45 % of the hours. */
  load?: number;
  surnombreMax?: 0 | 1 | 2;
  /** Weeks A and B differ for one family in five. */
  alternateWeeks?: boolean;
  /** Families that accept fewer days. */
  partialShare?: number;
  transferShare?: number;
  siblingShare?: number;
  /** Of the sibling requests, those that also accept two facilities. */
  apartShare?: number;
  insertionShare?: number;
  /** Hours kept for the insertion class in each facility; 0 for no reserve. */
  reserveShare?: number;
  localPoints?: boolean;
}

const usual = {
  surnombreMax: 0,
  alternateWeeks: false,
  partialShare: 0.25,
  transferShare: 0.06,
  siblingShare: 0.06,
  apartShare: 0.25,
  insertionShare: 0.07,
  reserveShare: 0.05,
  localPoints: true,
} as const;
/** A shape with nothing left out but the load. */
export type WholeShape = Required<Omit<TownShape, "load">> & Pick<TownShape, "load">;

/** What a family asks on average, in half-hours a week, siblings counted. */
const askedHalfHours = 88;

function partHeld({ load, requests }: WholeShape, places: readonly Place[]): number {
  if (load === undefined) return 0.45;
  const open = places.reduce((sum, place) => sum + openHalfHours(place), 0);
  return Math.min(0.8, Math.max(0, 1 - (requests * askedHalfHours) / (load * open)));
}

const parities = (shape: WholeShape) => (shape.alternateWeeks ? (["A", "B"] as const) : ([null] as const));

function cellsOf(shape: WholeShape): Instance["cells"] {
  return parities(shape).flatMap((week) =>
    weekdays.flatMap((weekday) =>
      slots.map((slot) => ({
        id: `${weekday}-${slot.from.replace(":", "")}${week ?? ""}`,
        weekday,
        ...slot,
        week,
        period: null,
      })),
    ),
  );
}

/** Registers the patterns that are used, and names them after what they hold. */
function patternBook(shape: WholeShape) {
  const patterns: Instance["patterns"] = {};
  const idOf = ({ a, b }: Week): string => {
    const id = shape.alternateWeeks ? `p${a.toString(36)}-${b.toString(36)}` : `p${a.toString(36)}`;
    patterns[id] ??= Array.from({ length: 2 * bits }, (_, cell) => cell).filter((cell) =>
      cell < bits ? a & (1 << cell) : shape.alternateWeeks && b & (1 << (cell - bits)),
    );
    return id;
  };
  return { patterns, idOf };
}

const weekHoursCap = (left: number, kept: number) => Math.max(kept, Math.floor(left * 0.995));

/**
 * The law looks at the approval, the same all day: 115 % at any instant, 100 % of its hours in a week. What staff allows
 * is less on Wednesday and in the evening.
 * Capacities are what is left once the children already there are seated.
 */
function resourcesOf(place: Place, shape: WholeShape, kept: [number, number]): Instance["resources"] {
  const resources: Instance["resources"] = [];
  const common = { facility: place.id };
  for (const [parity, week] of parities(shape).entries()) {
    for (let bit = 0; bit < bits; bit++) {
      const approved = place.approved[bit]!;
      if (approved === 0) continue;
      const cell = parity * bits + bit;
      const held = place.held[parity]![bit]!;
      const id = (kind: string) => `${place.id}/${kind}/${cell}`;
      const ceiling = Math.max(approved, Math.floor(place.children * 1.15)) - held;
      resources.push({
        id: id("total"),
        ...common,
        kind: "total",
        cell,
        cap: approved - held,
        hardCap: ceiling,
      });
      for (const [section, places] of Object.entries(place.bySection ?? {})) {
        const cap = places[bit]! - place.heldBySection[section as "B"][parity]![bit]!;
        resources.push({ id: id(section), ...common, kind: "section", section, cell, cap, hardCap: cap + 2 });
      }
    }
    const left = openHalfHours(place) - place.stayingHalfHours[parity]!;
    resources.push({
      id: `${place.id}/hours${week ? `/${week}` : ""}`,
      ...common,
      kind: "weekHours",
      week,
      period: null,
      cap: weekHoursCap(left, kept[parity]!),
      hardCap: place.children * openingHalfHours(place) - place.stayingHalfHours[parity]!,
    });
  }
  return resources;
}

function reservesOf(resources: Instance["resources"], shape: WholeShape): Instance["rules"]["reserves"] {
  const hours = new Map<string, number>();
  for (const resource of resources)
    if (resource.kind === "weekHours")
      hours.set(resource.facility, (hours.get(resource.facility) ?? 0) + resource.cap);
  return [...hours]
    .map(([facility, open]) => ({
      id: `insertion-${facility}`,
      facility,
      class: "insertion",
      target: Math.round(open * shape.reserveShare),
      unit: "halfHours" as const,
    }))
    .filter(({ target }) => target > 0);
}

/** The instance of a shape: the same object for the same shape, whatever the machine. */
export function drawTown(given: TownShape): Instance {
  const shape: WholeShape = { ...usual, ...given };
  const chance = chanceOf(shape.seed);
  const places = drawPlaces(chance, shape.facilities);
  const alternating = shape.alternateWeeks;
  const staying = fillWithStaying(chance, places, { part: partHeld(shape, places), alternating });
  const moving = chance
    .shuffle(staying)
    .slice(0, Math.min(Math.round(shape.requests * shape.transferShare), Math.floor(staying.length / 2)));
  const kept = places.map((): [number, number] => [0, 0]);
  for (const child of moving) {
    hold(places[child.facility]!, child, -1);
    kept[child.facility]![0] += halfHoursOf(child.week.a);
    kept[child.facility]![1] += halfHoursOf(child.week.b);
  }
  const book = patternBook(shape);
  const seats = chance.shuffle(Array.from({ length: shape.requests }, (_, number) => moving[number]));
  const requests = drawRequests({ chance, shape, places, seats, patternId: book.idOf });
  const resources = places.flatMap((place, index) => resourcesOf(place, shape, kept[index]!));
  return {
    format: "guichet-allocation/1",
    rules: {
      version: "bench-1",
      displacements: 4,
      repairRounds: 8,
      surnombreMax: shape.surnombreMax,
      reserves: reservesOf(resources, shape),
    },
    cells: cellsOf(shape),
    patterns: book.patterns,
    facilities: places.map(({ id }) => ({ id, sections: ["B", "M", "G"] })),
    resources,
    requests,
  };
}

/** The same town with its requests in another order. */
export function reordered(town: Instance, seed: number): Instance {
  const requests: InstanceRequest[] = chanceOf(seed).shuffle([...town.requests]);
  return { ...town, requests };
}
