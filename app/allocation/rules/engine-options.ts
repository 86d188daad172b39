// The options of requests as arrays of numbers. A "stop" is an option at one of its facilities.
import type { ShapeMaker } from "./engine-shapes.ts";
import type { InstancePart, InstanceRequest } from "./instance.ts";

export type OptionTables = {
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
};

/** Points of a request, base and local, lie within ± this. */
const pointsRange = 2_000_000;
/** A key is a whole number below this. */
const seatBonus = 2 ** 50;

type Found = { facility: number; shape: number };

/** The facilities of an option, in order of number, with what its parts use there. */
function stopsOf(
  parts: readonly InstancePart[],
  facilityAt: Map<string, number>,
  profiles: readonly number[],
  maker: ShapeMaker,
): Found[] {
  const stops = new Map<number, number[]>();
  for (const { child, facility, pattern } of parts) {
    const at = facilityAt.get(facility)!;
    const shape = maker.single(profiles[child]!, pattern);
    const shapes = stops.get(at);
    if (shapes) shapes.push(shape);
    else stops.set(at, [shape]);
  }
  return [...stops]
    .sort(([a], [b]) => a - b)
    .map(([facility, shapes]) => ({
      facility,
      shape: shapes.length === 1 ? shapes[0]! : maker.several(shapes),
    }));
}

function sizes(requests: readonly InstanceRequest[]): { options: number; parts: number } {
  let [options, parts] = [0, 0];
  for (const request of requests) {
    options += request.options.length;
    for (const option of request.options) parts += option.parts.length;
  }
  return { options, parts };
}

/**
 * @param requests in order of id
 * @param drawRank place of each request in the draw, from 0 on
 * @returns with isLocal, 1 for a stop where the request has local points
 */
export function readOptions(
  requests: readonly InstanceRequest[],
  facilityAt: Map<string, number>,
  drawRank: Int32Array,
  maker: ShapeMaker,
): OptionTables & { isLocal: Uint8Array } {
  const { options, parts } = sizes(requests);
  const optionStart = new Int32Array(requests.length + 1);
  const optionRequest = new Int32Array(options);
  const optionStop = new Int32Array(options + 1);
  const isSeat = new Uint8Array(options);
  const stopOption = new Int32Array(parts);
  const stopFacility = new Int32Array(parts);
  const stopShape = new Int32Array(parts);
  const stopKey = new Float64Array(parts);
  const isLocal = new Uint8Array(parts);
  const localHere = new Int32Array(facilityAt.size);
  let [option, stop] = [0, 0];

  for (let at = 0; at < requests.length; at += 1) {
    const { children, options: wanted, localPoints, basePoints } = requests[at]!;
    const profiles = children.map((child) => maker.profile(child, requests[at]!));
    const locals = Object.keys(localPoints);
    for (const id of locals) localHere[facilityAt.get(id)!] = localPoints[id]!;
    const draw = requests.length - 1 - drawRank[at]!;
    for (const one of wanted) {
      optionRequest[option] = at;
      isSeat[option] = one.kind === "current" ? 1 : 0;
      const [part] = one.parts;
      const first = stop;
      if (one.parts.length === 1 && part) {
        stopFacility[stop] = facilityAt.get(part.facility)!;
        stopShape[stop] = maker.single(profiles[part.child]!, part.pattern);
        stop += 1;
      } else
        for (const { facility, shape } of stopsOf(one.parts, facilityAt, profiles, maker)) {
          stopFacility[stop] = facility;
          stopShape[stop] = shape;
          stop += 1;
        }
      for (let each = first; each < stop; each += 1) {
        const bonus = localHere[stopFacility[each]!]!;
        stopOption[each] = option;
        stopKey[each] =
          (basePoints + bonus + pointsRange) * requests.length + draw + (isSeat[option] ? seatBonus : 0);
        isLocal[each] = bonus === 0 ? 0 : 1;
      }
      option += 1;
      optionStop[option] = stop;
    }
    optionStart[at + 1] = option;
    for (const id of locals) localHere[facilityAt.get(id)!] = 0;
  }
  return {
    optionStart,
    optionRequest,
    optionStop,
    stopOption: stopOption.slice(0, stop),
    stopFacility: stopFacility.slice(0, stop),
    stopShape: stopShape.slice(0, stop),
    stopKey: stopKey.slice(0, stop),
    isSeat,
    isLocal: isLocal.slice(0, stop),
  };
}
