// Vectors of uses, each kept once: two children of the same section asking for the same pattern use the same things.
import { type Uses, readUses } from "./engine-uses.ts";
import type { Instance, InstanceChild, InstanceRequest } from "./instance.ts";

export type Shapes = {
  uses: Uses;
  count: number;
  /** Shape s uses `units[k]` of `slots[k]` for k from `start[s]` to `start[s + 1]`. */
  start: Int32Array;
  slots: Int32Array;
  units: Int32Array;
  /** The units of slot t by shape s, at s * uses.count + t. */
  dense: Uint16Array | Int32Array;
  /** Parts, and half-hours of their patterns: what a reserve counts. */
  places: Int32Array;
  halfHours: Float64Array;
};

export type ShapeMaker = {
  /** Children alike have the same profile. */
  profile: (child: InstanceChild, request: InstanceRequest) => number;
  /** The shape of one part. */
  single: (profile: number, pattern: string) => number;
  /** The shape of several parts at one facility. */
  several: (shapes: number[]) => number;
  finish: () => Shapes;
};

/** Shapes are numbered as they are met. */
export function makeShapes(instance: Instance): ShapeMaker {
  const uses = readUses(instance);
  const limitedClasses = new Set(
    instance.resources.flatMap((resource) => (resource.kind === "classMax" ? [resource.class] : [])),
  );
  const patterns = new Map(Object.keys(instance.patterns).map((id, at) => [id, at]));
  const profiles: { child: InstanceChild; classes: string[] }[] = [];
  const [profileIds, singles, combined] = [
    new Map<string, number>(),
    new Map<number, number>(),
    new Map<string, number>(),
  ];
  const [start, slots, units, places, halfHours]: number[][] = [[0], [], [], [], []];
  const vector = new Int32Array(uses.count);

  function keep(placesHeld: number, halfHoursHeld: number): number {
    for (let slot = 0; slot < vector.length; slot += 1)
      if (vector[slot]! > 0) {
        slots!.push(slot);
        units!.push(vector[slot]!);
      }
    start!.push(slots!.length);
    places!.push(placesHeld);
    halfHours!.push(halfHoursHeld);
    return places!.length - 1;
  }

  function profile(child: InstanceChild, request: InstanceRequest): number {
    const classes = request.classes.filter((label) => limitedClasses.has(label)).sort();
    const { section, staffUnits } = child;
    const said = typeof section === "string" ? section : Object.entries(section).sort();
    const key = JSON.stringify([said, staffUnits, classes]);
    let found = profileIds.get(key);
    if (found === undefined) {
      found = profiles.push({ child, classes }) - 1;
      profileIds.set(key, found);
    }
    return found;
  }

  function single(profileId: number, pattern: string): number {
    const key = profileId * patterns.size + patterns.get(pattern)!;
    let found = singles.get(key);
    if (found === undefined) {
      const { child, classes } = profiles[profileId]!;
      vector.fill(0);
      uses.add(vector, pattern, child, classes);
      found = keep(1, uses.halfHours(pattern));
      singles.set(key, found);
    }
    return found;
  }

  function several(parts: number[]): number {
    const key = [...parts].sort((a, b) => a - b).join();
    let found = combined.get(key);
    if (found === undefined) {
      vector.fill(0);
      for (const part of parts)
        for (let at = start![part]!; at < start![part + 1]!; at += 1) vector[slots![at]!]! += units![at]!;
      const sum = (amounts: number[]): number => parts.reduce((total, part) => total + amounts[part]!, 0);
      found = keep(sum(places!), sum(halfHours!));
      combined.set(key, found);
    }
    return found;
  }

  function finish(): Shapes {
    const count = places!.length;
    const most = units!.reduce((max, unit) => Math.max(max, unit), 0);
    const dense = new (most < 65_536 ? Uint16Array : Int32Array)(count * uses.count);
    for (let shape = 0; shape < count; shape += 1)
      for (let at = start![shape]!; at < start![shape + 1]!; at += 1)
        dense[shape * uses.count + slots![at]!] = units![at]!;
    return {
      uses,
      count,
      start: Int32Array.from(start!),
      slots: Int32Array.from(slots!),
      units: Int32Array.from(units!),
      dense,
      places: Int32Array.from(places!),
      halfHours: Float64Array.from(halfHours!),
    };
  }
  return { profile, single, several, finish };
}
