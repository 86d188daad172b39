// Why each option better than the one held is refused: the resources that those who stand above fill.
import { type Standing, missingAt, standingsOf } from "./engine-choice.ts";
import { type State, stopHeldAt } from "./engine-state.ts";
import type { Tables } from "./engine-tables.ts";
import type { Binding, ResultKey } from "./result.ts";

/** Up to this many options in an instance, every binding resource is listed; above, the first `fewest` of the file. */
export const detailedOptions = 50_000;
export const fewest = 8;

/** How many binding resources are listed for one option, at most. */
export function bindingLimit({ optionRequest }: Tables): number {
  return optionRequest.length <= detailedOptions ? Number.POSITIVE_INFINITY : fewest;
}

function keyOf(
  { requests, stopOption, optionRequest, facilities, stopFacility }: Tables,
  stop: number,
): ResultKey {
  const request = requests[optionRequest[stopOption[stop]!]!]!;
  const facility = facilities[stopFacility[stop]!]!;
  const local = Object.hasOwn(request.localPoints, facility) ? request.localPoints[facility]! : 0;
  return { points: request.basePoints + local, lottery: request.lottery };
}

/** The key of the last holder above that uses a slot, seats left aside. */
function threshold({ tables }: State, { stops, own, above }: Standing, slot: number): ResultKey | null {
  const { shapes, stopShape, slots, isSeat, stopOption } = tables;
  for (let at = above - 1; at >= 0; at -= 1) {
    const stop = stops[at]!;
    if (stop === own || isSeat[stopOption[stop]!]) continue;
    if (shapes.dense[stopShape[stop]! * slots + slot]! > 0) return keyOf(tables, stop);
  }
  return null;
}

/**
 * The resources that refuse an option at one of its facilities, where the newcomer was first looked at: for a reserved
 * class, in the first reserve whose target was not met when its turn came, else by points. Empty when it is accepted.
 */
function bindingAt(state: State, stop: number): { order: number; binding: Binding }[] {
  const { tables } = state;
  const { shapes, stopShape, stopFacility, stopOption, optionRequest, slots, instance } = tables;
  const facility = stopFacility[stop]!;
  const own = stopHeldAt(state, optionRequest[stopOption[stop]!]!, facility);
  const shape = stopShape[stop]!;
  const short: number[] = [];
  for (let at = shapes.start[shape]!; at < shapes.start[shape + 1]!; at += 1)
    if (missingAt(state, stop, own, at) > 0) short.push(at);
  if (short.length === 0) return [];
  const standing = standingsOf(state, stop)[0]!;
  const { stops, above } = standing;
  const found: { order: number; binding: Binding }[] = [];
  for (const at of short) {
    const slot = shapes.slots[at]!;
    const place = facility * slots + slot;
    const need = shapes.units[at]!;
    let used = state.used[place]! - (own < 0 ? 0 : shapes.dense[stopShape[own]! * slots + slot]!);
    for (let below = above; below < stops.length; below += 1)
      if (stops[below] !== own) used -= shapes.dense[stopShape[stops[below]!]! * slots + slot]!;
    const cap = state.cap[place]!;
    if (used + need <= cap) continue;
    const order = tables.resourceAt[place]!;
    const resource = instance.resources[order]!.id;
    found.push({
      order,
      binding: { resource, used, need, cap, threshold: threshold(state, standing, slot) },
    });
  }
  return found;
}

/** The binding resources of a refused option, in the order of the file, at most `limit`; none when it is a claim. */
export function bindingOf(state: State, option: number, limit: number): Binding[] {
  const { optionStop } = state.tables;
  const found: { order: number; binding: Binding }[] = [];
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1)
    found.push(...bindingAt(state, stop));
  found.sort((a, b) => a.order - b.order);
  return found.slice(0, limit).map(({ binding }) => binding);
}
