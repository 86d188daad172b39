// A result read beside its instance, so that each refusal can be told. Nothing here decides: it finds and counts.
import type { Instance, InstanceOption, InstanceRequest, InstanceResource } from "./instance.ts";
import { type FacilityResources, facilityResources, type Use, usesOf } from "./option-use.ts";
import type { Precedence, RequestLine, ResultKey, ResultLine } from "./result.ts";

/** A request that holds some of a resource. */
export type Holder = { request: string; key: ResultKey; precedence: Precedence } & Use;

export type AllocationBook = {
  instance: Instance;
  /** Fewer holders by points than this, and no threshold is told. */
  smallestCount: number;
  facilityResources: FacilityResources;
  resources: ReadonlyMap<string, InstanceResource>;
  requests: ReadonlyMap<string, InstanceRequest>;
  lines: ReadonlyMap<string, RequestLine>;
  /** The number of each claim, from 1, under "request/option". */
  claims: ReadonlyMap<string, number>;
  /** Units held beyond the capacity of a resource. */
  surnombre: ReadonlyMap<string, number>;
  /** Who holds some of a resource, the best key first. */
  holdersOf: (resource: string) => readonly Holder[];
};

/** Families are never told a threshold over fewer holders by points (allocation.md §5). */
export const defaultSmallestCount = 5;

/** @returns points and draw rank of a request at a facility */
export function keyAt(
  { basePoints, localPoints, lottery }: Pick<InstanceRequest, "basePoints" | "localPoints" | "lottery">,
  facility: string,
): ResultKey {
  const local = Object.hasOwn(localPoints, facility) ? localPoints[facility]! : 0;
  return { points: basePoints + local, lottery };
}

/** Negative when `a` comes first: points high to low, then draw rank low to high. */
export function compareKeys(a: ResultKey, b: ResultKey): number {
  return b.points - a.points || a.lottery - b.lottery;
}

/** @returns the option that a request holds; null when it holds none */
export function heldOption(request: InstanceRequest, line: RequestLine): InstanceOption | null {
  return line.option === null ? null : (request.options[line.option] ?? null);
}

/** The holders of each resource of a facility, counted when first asked for. */
function holdersByResource(
  book: Omit<AllocationBook, "holdersOf">,
  placed: readonly { request: InstanceRequest; option: InstanceOption; precedence: Precedence }[],
  facility: string,
): Map<string, Holder[]> {
  const holders = new Map<string, Holder[]>();
  for (const { request, option, precedence } of placed) {
    const parts = option.parts.filter((part) => part.facility === facility);
    const key = keyAt(request, facility);
    for (const [resource, use] of usesOf(book.instance, book.facilityResources, request, parts)) {
      const own = holders.get(resource) ?? [];
      own.push({ request: request.id, key, precedence, ...use });
      holders.set(resource, own);
    }
  }
  for (const own of holders.values()) own.sort((a, b) => compareKeys(a.key, b.key));
  return holders;
}

/**
 * Opens a result beside the instance it comes from.
 * @param lines of the result, in their order: claims are numbered by it
 */
export function openAllocationBook(
  instance: Instance,
  lines: Iterable<ResultLine>,
  { smallestCount = defaultSmallestCount }: { smallestCount?: number } = {},
): AllocationBook {
  const requestLines = new Map<string, RequestLine>();
  const claims = new Map<string, number>();
  const surnombre = new Map<string, number>();
  for (const line of lines) {
    if ("format" in line) continue;
    if ("claim" in line) claims.set(`${line.claim.request}/${line.claim.option}`, claims.size + 1);
    else if ("surnombre" in line) {
      const { resource, plus } = line.surnombre;
      surnombre.set(resource, (surnombre.get(resource) ?? 0) + plus);
    } else requestLines.set(line.request, line);
  }
  const book = {
    instance,
    smallestCount,
    facilityResources: facilityResources(instance),
    resources: new Map(instance.resources.map((resource) => [resource.id, resource])),
    requests: new Map(instance.requests.map((request) => [request.id, request])),
    lines: requestLines,
    claims,
    surnombre,
  };
  const placed = new Map<string, Parameters<typeof holdersByResource>[1][number][]>();
  for (const line of requestLines.values()) {
    const request = book.requests.get(line.request);
    const option = request && heldOption(request, line);
    if (!request || !option || line.option === null) continue;
    for (const facility of new Set(option.parts.map((part) => part.facility))) {
      const own = placed.get(facility) ?? [];
      own.push({ request, option, precedence: line.precedence });
      placed.set(facility, own);
    }
  }
  const counted = new Map<string, Map<string, Holder[]>>();
  const holdersOf = (id: string): readonly Holder[] => {
    const facility = book.resources.get(id)?.facility;
    if (facility === undefined) return [];
    const known = counted.get(facility) ?? holdersByResource(book, placed.get(facility) ?? [], facility);
    counted.set(facility, known);
    return known.get(id) ?? [];
  };
  return { ...book, holdersOf };
}
