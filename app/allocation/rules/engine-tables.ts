// An instance as arrays of numbers: requests and facilities are numbered in code-point order of id, so that the order
// of a file changes nothing. A "stop" is an option at one of its facilities.
import { byCodePoint } from "./code-point-order.ts";
import { type Shapes, makeShapes } from "./engine-shapes.ts";
import { sortWishes } from "./engine-wishes.ts";
import type { Instance, InstanceRequest } from "./instance.ts";
import { type OptionTables, readOptions } from "./engine-options.ts";

/** A reserve at its facility; `label` numbers its class. */
export type TableReserve = { label: number; target: number; inHalfHours: boolean };

export type Tables = OptionTables & {
  instance: Instance;
  requests: InstanceRequest[];
  facilities: string[];
  shapes: Shapes;
  /** Of slot t at facility f, at f * slots + t: the units it has, and the index of the resource or −1. */
  slots: number;
  cap: Int32Array;
  hardCap: Int32Array;
  resourceAt: Int32Array;
  /** 1 for a stop when its request is of the class of one of the facility's reserves. */
  isReservable: Uint8Array;
  /** Wishes for facility f, by key, best first: wishes[k] is a stop, k from wishStart[f] to wishStart[f + 1]. */
  wishStart: Int32Array;
  wishes: Int32Array;
  /** Place of request i in the order of (base points, lottery); and back. */
  rank: Int32Array;
  ranked: Int32Array;
  reserves: TableReserve[][];
  /** 1 when request i is of class c, at i * labels + c. */
  labels: number;
  inClass: Uint8Array;
};

/** What a slot has when no resource limits it. */
const unlimited = 2 ** 30;

function readLimits(
  { resources }: Instance,
  facilityAt: Map<string, number>,
  { uses }: Shapes,
): Pick<Tables, "slots" | "cap" | "hardCap" | "resourceAt"> {
  const size = facilityAt.size * uses.count;
  const cap = new Int32Array(size).fill(unlimited);
  const hardCap = new Int32Array(size).fill(unlimited);
  const resourceAt = new Int32Array(size).fill(-1);
  for (const [at, resource] of resources.entries()) {
    const place = facilityAt.get(resource.facility)! * uses.count + uses.slotOf(resource);
    cap[place] = resource.cap;
    hardCap[place] = resource.hardCap;
    resourceAt[place] = at;
  }
  return { slots: uses.count, cap, hardCap, resourceAt };
}

function readReserves(
  { rules }: Instance,
  requests: InstanceRequest[],
  facilityAt: Map<string, number>,
): Pick<Tables, "reserves" | "labels" | "inClass"> {
  const labelAt = new Map(
    [...new Set(rules.reserves.map((reserve) => reserve.class))].map((c, at) => [c, at]),
  );
  const reserves: TableReserve[][] = Array.from({ length: facilityAt.size }, () => []);
  for (const { facility, class: label, target, unit } of rules.reserves)
    reserves[facilityAt.get(facility)!]!.push({
      label: labelAt.get(label)!,
      target,
      inHalfHours: unit === "halfHours",
    });
  const inClass = new Uint8Array(requests.length * labelAt.size);
  for (const [at, { classes }] of requests.entries())
    for (const label of classes) {
      const found = labelAt.get(label);
      if (found !== undefined) inClass[at * labelAt.size + found] = 1;
    }
  return { reserves, labels: labelAt.size, inClass };
}

function reservable(
  { stopFacility, stopOption, optionRequest }: OptionTables,
  { reserves, inClass, labels }: Pick<Tables, "reserves" | "labels" | "inClass">,
): Uint8Array {
  const found = new Uint8Array(stopFacility.length);
  for (let stop = 0; stop < found.length; stop += 1) {
    const request = optionRequest[stopOption[stop]!]!;
    for (const { label } of reserves[stopFacility[stop]!]!)
      if (inClass[request * labels + label]) found[stop] = 1;
  }
  return found;
}

function readRanks(requests: InstanceRequest[]): {
  drawRank: Int32Array;
  rank: Int32Array;
  ranked: Int32Array;
} {
  const drawRank = new Int32Array(requests.length);
  const rank = new Int32Array(requests.length);
  const lottery = Float64Array.from(requests, (request) => request.lottery);
  const points = Int32Array.from(requests, (request) => request.basePoints);
  const byDraw = Int32Array.from(requests.keys()).sort((a, b) => lottery[a]! - lottery[b]!);
  byDraw.forEach((request, at) => (drawRank[request] = at));
  const ranked = byDraw.slice().sort((a, b) => points[b]! - points[a]! || drawRank[a]! - drawRank[b]!);
  ranked.forEach((request, at) => (rank[request] = at));
  return { drawRank, rank, ranked };
}

/** Reads an instance that readInstance has accepted. */
export function readTables(instance: Instance): Tables {
  const requests = [...instance.requests].sort((a, b) => byCodePoint(a.id, b.id));
  const facilities = instance.facilities.map(({ id }) => id).sort(byCodePoint);
  const facilityAt = new Map(facilities.map((id, at) => [id, at]));
  const { drawRank, rank, ranked } = readRanks(requests);
  const maker = makeShapes(instance);
  const { isLocal, ...options } = readOptions(requests, facilityAt, drawRank, maker);
  const shapes = maker.finish();
  const reserved = readReserves(instance, requests, facilityAt);
  const listed = {
    instance,
    requests,
    facilities,
    shapes,
    rank,
    ranked,
    ...options,
    ...readLimits(instance, facilityAt, shapes),
    ...reserved,
    isReservable: reservable(options, reserved),
  };
  return { ...listed, ...sortWishes(listed, isLocal) };
}
