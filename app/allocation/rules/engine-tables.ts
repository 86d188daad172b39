// An instance as arrays of numbers: requests and facilities are numbered in code-point order of id, so that the order
// of a file changes nothing. A "stop" is an option at one of its facilities.
import { byCodePoint } from "./code-point-order.ts";
import { type Shapes, makeShapes } from "./engine-shapes.ts";
import { sortWishes } from "./engine-wishes.ts";
import type { Instance, InstanceOption, InstanceRequest } from "./instance.ts";

/** A reserve at its facility; `label` numbers its class. */
export type TableReserve = { label: number; target: number; inHalfHours: boolean };

export type Tables = {
  instance: Instance;
  requests: InstanceRequest[];
  facilities: string[];
  shapes: Shapes;
  /** Of slot t at facility f, at f * slots + t: the units it has, and the index of the resource or −1. */
  slots: number;
  cap: Int32Array;
  hardCap: Int32Array;
  resourceAt: Int32Array;
  /** Options of request i: from optionStart[i] to optionStart[i + 1], best first. */
  optionStart: Int32Array;
  optionRequest: Int32Array;
  optionStop: Int32Array;
  stopOption: Int32Array;
  stopFacility: Int32Array;
  stopShape: Int32Array;
  /** The higher the better, strict at a facility; a seat held stands above every wish. */
  stopKey: Float64Array;
  /** 1 for the option that is a seat held. */
  isSeat: Uint8Array;
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
/** Points of a request, base and local, lie within ± this. */
const pointsRange = 2_000_000;
const seatBonus = 2 ** 50;

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

function readRanks(requests: InstanceRequest[]): {
  drawRank: Int32Array;
  rank: Int32Array;
  ranked: Int32Array;
} {
  const drawRank = new Int32Array(requests.length);
  const rank = new Int32Array(requests.length);
  const byDraw = Int32Array.from(requests.keys()).sort((a, b) => requests[a]!.lottery - requests[b]!.lottery);
  byDraw.forEach((request, at) => (drawRank[request] = at));
  const ranked = byDraw
    .slice()
    .sort((a, b) => requests[b]!.basePoints - requests[a]!.basePoints || drawRank[a]! - drawRank[b]!);
  ranked.forEach((request, at) => (rank[request] = at));
  return { drawRank, rank, ranked };
}

/** The facilities of an option in order of number, each with the shapes of its parts there. */
function stopsOf(
  { parts }: InstanceOption,
  facilityAt: Map<string, number>,
  shapeOf: (child: number, pattern: string) => number,
): [number, number[]][] {
  const stops = new Map<number, number[]>();
  for (const { child, facility, pattern } of parts) {
    const at = facilityAt.get(facility)!;
    const shapes = stops.get(at);
    if (shapes) shapes.push(shapeOf(child, pattern));
    else stops.set(at, [shapeOf(child, pattern)]);
  }
  return stops.size === 1 ? [...stops] : [...stops].sort(([a], [b]) => a - b);
}

/** Reads an instance that readInstance has accepted. */
export function readTables(instance: Instance): Tables {
  const requests = [...instance.requests].sort((a, b) => byCodePoint(a.id, b.id));
  const facilities = instance.facilities.map(({ id }) => id).sort(byCodePoint);
  const facilityAt = new Map(facilities.map((id, at) => [id, at]));
  const { drawRank, rank, ranked } = readRanks(requests);
  const maker = makeShapes(instance);
  const optionCount = requests.reduce((sum, { options }) => sum + options.length, 0);
  const partCount = requests.reduce(
    (sum, { options }) => sum + options.reduce((parts, option) => parts + option.parts.length, 0),
    0,
  );
  const optionStart = new Int32Array(requests.length + 1);
  const optionRequest = new Int32Array(optionCount);
  const optionStop = new Int32Array(optionCount + 1);
  const isSeat = new Uint8Array(optionCount);
  const stopOption = new Int32Array(partCount);
  const stopFacility = new Int32Array(partCount);
  const stopShape = new Int32Array(partCount);
  const stopKey = new Float64Array(partCount);
  const isLocal = new Uint8Array(partCount);
  let [option, stop] = [0, 0];
  for (const [at, request] of requests.entries()) {
    const profiles = request.children.map((child) => maker.profile(child, request));
    const local = new Map(Object.entries(request.localPoints));
    const shapeOf = (child: number, pattern: string): number => maker.single(profiles[child]!, pattern);
    for (const wanted of request.options) {
      optionRequest[option] = at;
      isSeat[option] = wanted.kind === "current" ? 1 : 0;
      for (const [facility, shapes] of stopsOf(wanted, facilityAt, shapeOf)) {
        const bonus = local.get(facilities[facility]!) ?? 0;
        stopOption[stop] = option;
        stopFacility[stop] = facility;
        stopShape[stop] = shapes.length === 1 ? shapes[0]! : maker.several(shapes);
        stopKey[stop] =
          (request.basePoints + bonus + pointsRange) * requests.length +
          (requests.length - 1 - drawRank[at]!) +
          (isSeat[option] ? seatBonus : 0);
        isLocal[stop] = bonus === 0 ? 0 : 1;
        stop += 1;
      }
      option += 1;
      optionStop[option] = stop;
    }
    optionStart[at + 1] = option;
  }
  const shapes = maker.finish();
  const listed = {
    instance,
    requests,
    facilities,
    shapes,
    optionStart,
    optionRequest,
    optionStop,
    stopOption,
    stopFacility,
    stopShape,
    stopKey,
    isSeat,
    rank,
    ranked,
    ...readLimits(instance, facilityAt, shapes),
    ...readReserves(instance, requests, facilityAt),
  };
  return { ...listed, ...sortWishes(listed, isLocal) };
}
