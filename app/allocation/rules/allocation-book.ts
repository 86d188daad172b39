// A result read beside its instance, so that each refusal can be told. Nothing here decides: it finds and counts.
import type { Instance, InstanceOption, InstanceRequest, InstanceResource } from "./instance.ts";
import { type FacilityResources, facilityResources, usesOf } from "./option-use.ts";
import { type Holder, type ResourceHolders, rankHolders } from "./ranked-holders.ts";
import type { Precedence, RequestLine, ResultKey, ResultLine } from "./result.ts";

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
  holdersOf: (resource: string) => ResourceHolders;
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

/** @returns the option that a request holds; null when it holds none */
export function heldOption(request: InstanceRequest, line: RequestLine): InstanceOption | null {
  return line.option === null ? null : (request.options[line.option] ?? null);
}

/** The holders of each resource of a facility, counted when first asked for. */
function holdersByResource(
  book: Omit<AllocationBook, "holdersOf">,
  placed: readonly { request: InstanceRequest; option: InstanceOption; precedence: Precedence }[],
  facility: string,
): Map<string, ResourceHolders> {
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
  return new Map([...holders].map(([resource, own]) => [resource, rankHolders(own)]));
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
  const nobody = rankHolders([]);
  const counted = new Map<string, Map<string, ResourceHolders>>();
  const holdersOf = (id: string): ResourceHolders => {
    const facility = book.resources.get(id)?.facility;
    if (facility === undefined) return nobody;
    const known = counted.get(facility) ?? holdersByResource(book, placed.get(facility) ?? [], facility);
    counted.set(facility, known);
    return known.get(id) ?? nobody;
  };
  return { ...book, holdersOf };
}

/** What a request itself holds of a resource; it never stands in its own way. */
export function ownHolder(
  book: AllocationBook,
  request: InstanceRequest,
  resource: string,
): Holder | undefined {
  const line = book.lines.get(request.id);
  const facility = book.resources.get(resource)?.facility;
  const held = line && heldOption(request, line);
  if (!line || line.option === null || !held?.parts.some((part) => part.facility === facility))
    return undefined;
  return book.holdersOf(resource)[line.precedence].holders.find((holder) => holder.request === request.id);
}
