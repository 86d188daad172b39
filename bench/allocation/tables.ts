// The units that each option uses, derived from the instance once more, apart from the engine: the bench measures
// every method, the engine's too, on these tables.
import type { Instance, InstanceOption, InstanceRequest } from "#app/allocation/rules/instance.ts";

/** What an option uses at one facility: units of its resources, by their position there. */
export interface Seat {
  facility: number;
  resources: Int32Array;
  units: Int32Array;
  /** Half-hours of every week of the cycle, all children. */
  halfHours: number;
  places: number;
}

/** An option: its seats, one per facility, and its half-hours. */
export interface Choice {
  seats: Seat[];
  halfHours: number;
  current: boolean;
}

export interface Reserve {
  class: string;
  target: number;
  unit: "places" | "halfHours";
}

export interface Tables {
  instance: Instance;
  /** By facility: the working capacity of each of its resources. */
  caps: Int32Array[];
  resourceIds: string[][];
  /** By facility, in their order. */
  reserves: Reserve[][];
  /** By request: its options, best first. */
  choices: Choice[][];
  /** Larger first: points at the facility, then the draw. */
  key: (request: number, facility: number) => number;
  optionCount: number;
}

/** What a part uses, on top of the cells of its pattern: whole-seat counting blocks more than it gives. */
export type Blocking = (facility: number, cells: readonly number[]) => readonly number[];

/** Where the resources of a facility stand, by what they limit; -1 where there is none. */
interface Local {
  total: Int32Array;
  staff: Int32Array;
  sections: Map<string, Int32Array>;
  /** By cell: the limits of hours that count it. */
  weekHours: number[][];
  classMax: Map<string, number>;
}

function localsOf(instance: Instance, facilityAt: Map<string, number>) {
  const none = () => new Int32Array(instance.cells.length).fill(-1);
  const locals = instance.facilities.map(({ sections }): Local => ({
    total: none(),
    staff: none(),
    sections: new Map(sections.map((section) => [section, none()])),
    weekHours: instance.cells.map(() => []),
    classMax: new Map(),
  }));
  const caps: number[][] = instance.facilities.map(() => []);
  const ids: string[][] = instance.facilities.map(() => []);
  for (const resource of instance.resources) {
    const facility = facilityAt.get(resource.facility)!;
    const at = caps[facility]!.length;
    const local = locals[facility]!;
    caps[facility]!.push(resource.cap);
    ids[facility]!.push(resource.id);
    if (resource.kind === "section") local.sections.get(resource.section)![resource.cell] = at;
    else if (resource.kind === "classMax") local.classMax.set(resource.class, at);
    else if (resource.kind !== "weekHours") local[resource.kind][resource.cell] = at;
    else
      instance.cells.forEach(({ week, period }, cell) => {
        const matches = <T>(one: T | null, other: T | null) =>
          one === null || other === null || one === other;
        if (matches(week, resource.week) && matches(period, resource.period)) local.weekHours[cell]!.push(at);
      });
  }
  return { locals, caps: caps.map((one) => Int32Array.from(one)), ids };
}

function seatMaker(
  instance: Instance,
  locals: Local[],
  facilityAt: Map<string, number>,
  blocking?: Blocking,
) {
  const { cells } = instance;
  /** Adds the units of one child at one facility; its half-hours. */
  const addPart = (
    used: Map<number, number>,
    request: InstanceRequest,
    part: InstanceOption["parts"][number],
  ) => {
    const facility = facilityAt.get(part.facility)!;
    const local = locals[facility]!;
    const { section, staffUnits } = request.children[part.child]!;
    const add = (at: number | undefined, units: number) => {
      if (at !== undefined && at >= 0 && units > 0) used.set(at, (used.get(at) ?? 0) + units);
    };
    const pattern = instance.patterns[part.pattern]!;
    for (const cell of blocking?.(facility, pattern) ?? pattern) {
      const name = typeof section === "string" ? section : section[cells[cell]!.period ?? ""];
      add(local.total[cell], 1);
      add(local.sections.get(name!)?.[cell], 1);
      add(local.staff[cell], staffUnits);
    }
    let halfHours = 0;
    for (const cell of pattern) {
      for (const at of local.weekHours[cell]!) add(at, cells[cell]!.halfHours);
      halfHours += cells[cell]!.halfHours;
    }
    for (const name of request.classes) add(local.classMax.get(name), 1);
    return halfHours;
  };
  return (request: InstanceRequest, option: InstanceOption): Seat[] =>
    [...groupedByFacility(option.parts)].map(([facility, parts]) => {
      const used = new Map<number, number>();
      const halfHours = parts.reduce((sum, part) => sum + addPart(used, request, part), 0);
      const positions = Int32Array.from(used.keys()).sort();
      return {
        facility: facilityAt.get(facility)!,
        resources: positions,
        units: positions.map((position) => used.get(position)!),
        halfHours,
        places: parts.length,
      };
    });
}

function groupedByFacility(parts: InstanceOption["parts"]): Map<string, InstanceOption["parts"]> {
  const groups = new Map<string, InstanceOption["parts"]>();
  for (const part of parts) groups.set(part.facility, [...(groups.get(part.facility) ?? []), part]);
  return groups;
}

/** The tables of an instance; `blocking` for the methods that count a seat otherwise. */
export function tablesOf(instance: Instance, blocking?: Blocking): Tables {
  const facilityAt = new Map(instance.facilities.map(({ id }, index) => [id, index]));
  const { locals, caps, ids } = localsOf(instance, facilityAt);
  const seatsOf = seatMaker(instance, locals, facilityAt, blocking);
  const known = new Map<string, Choice>();
  const choiceOf = (request: InstanceRequest, option: InstanceOption, who: string): Choice => {
    const what = option.parts.map((part) => `${part.child}${part.facility}${part.pattern}`).join("+");
    const key = `${who} ${option.kind} ${what}`;
    let choice = known.get(key);
    if (!choice) {
      const seats = seatsOf(request, option);
      const halfHours = seats.reduce((sum, seat) => sum + seat.halfHours, 0);
      choice = { seats, halfHours, current: option.kind === "current" };
      known.set(key, choice);
    }
    return choice;
  };
  const choices = instance.requests.map((request) => {
    const who = JSON.stringify([
      request.children.map((child) => [child.section, child.staffUnits]),
      request.classes,
    ]);
    return request.options.map((option) => choiceOf(request, option, who));
  });
  const reserves: Reserve[][] = instance.facilities.map(() => []);
  for (const reserve of instance.rules.reserves) reserves[facilityAt.get(reserve.facility)!]!.push(reserve);
  return {
    instance,
    caps,
    resourceIds: ids,
    reserves,
    choices,
    key(index, facility) {
      const request = instance.requests[index]!;
      const local = request.localPoints[instance.facilities[facility]!.id] ?? 0;
      return (request.basePoints + local) * 2 ** 33 - request.lottery;
    },
    optionCount: choices.reduce((sum, options) => sum + options.length, 0),
  };
}

export const fits = (left: Int32Array, seat: Seat): boolean => {
  const { resources, units } = seat;
  for (let index = 0; index < resources.length; index++)
    if (left[resources[index]!]! < units[index]!) return false;
  return true;
};

/** Takes the units of a seat, or gives them back (`by` -1). */
export const take = (left: Int32Array, { resources, units }: Seat, by = 1): void => {
  for (let index = 0; index < resources.length; index++) left[resources[index]!]! -= by * units[index]!;
};
