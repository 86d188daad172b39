// What would have been different, everybody else's place staying as it is. Told as it was on the day of the
// commission, never as a promise.
import { type AllocationBook, keyAt, ownHolder } from "./allocation-book.ts";
import type { InstanceCell, InstanceOption, InstanceRequest } from "./instance.ts";
import { type Use, usesOf } from "./option-use.ts";
import { compareKeys, firstIndex } from "./ranked-holders.ts";

const capOf = (book: AllocationBook, resource: string): number =>
  (book.resources.get(resource)?.cap ?? 0) + (book.surnombre.get(resource) ?? 0);

/** Units that the others leave. */
function roomOn(book: AllocationBook, request: InstanceRequest, resource: string): number {
  const own = ownHolder(book, request, resource)?.units ?? 0;
  return capOf(book, resource) - book.holdersOf(resource).units + own;
}

/** The weekdays of the patterns of an option, in order. */
export function weekdaysOf(book: AllocationBook, { parts }: InstanceOption): number[] {
  const { cells, patterns } = book.instance;
  const indexes = parts.flatMap(({ pattern }) => patterns[pattern] ?? []);
  return [...new Set(indexes.flatMap((index) => cells[index]?.weekday ?? []))].sort((a, b) => a - b);
}

export type FreeDays = {
  weekdays: number[];
  /** Whether all of these days fit at once. */
  together: boolean;
};

/** The days of a refused option that would fit without displacing anybody. */
export function freeDays(book: AllocationBook, request: InstanceRequest, option: InstanceOption): FreeDays {
  const fits = (only: (cell: InstanceCell) => boolean): boolean => {
    const uses = usesOf(book.instance, book.facilityResources, request, option.parts, only);
    return [...uses].every(([resource, { units }]) => units <= roomOn(book, request, resource));
  };
  const weekdays = weekdaysOf(book, option).filter((day) => fits(({ weekday }) => weekday === day));
  return { weekdays, together: fits(({ weekday }) => weekdays.includes(weekday)) };
}

/** Whether every moment asked for has room, whoever holds the rest: only a limit of the week or of a class refuses. */
export function momentsFree(book: AllocationBook, request: InstanceRequest, option: InstanceOption): boolean {
  const uses = usesOf(book.instance, book.facilityResources, request, option.parts);
  return [...uses].every(
    ([resource, { units }]) =>
      !("cell" in book.resources.get(resource)!) || units <= roomOn(book, request, resource),
  );
}

/** How many more points pass enough holders of a resource, and how many files have the key to pass, or better. */
type Missing = { points: number; files: number };

function missingOn(
  book: AllocationBook,
  request: InstanceRequest,
  resource: string,
  { units: need }: Use,
): Missing | "beyond" {
  const own = keyAt(request, book.resources.get(resource)!.facility);
  const { points, units } = book.holdersOf(resource);
  const self = ownHolder(book, request, resource);
  const ownUnits = self && self.precedence !== "points" ? self.units : 0;
  const room = capOf(book, resource) - (units - points.firsts.at(-1)!.units - ownUnits) - need;
  if (room < 0) return "beyond";
  const last = firstIndex(points.holders.length, (index) => points.firsts[index + 1]!.units > room);
  const toPass = points.holders[last];
  if (!toPass || compareKeys(own, toPass.key) <= 0) return { points: 0, files: Infinity };
  const more = own.lottery < toPass.key.lottery ? 0 : 1;
  return { points: toPass.key.points - own.points + more, files: last + 1 };
}

/**
 * The fewest points at `facility` with which an option would have been accepted by points, local ones included.
 * @returns "beyond" when seats kept and reserved leave no room for any number of points; null when it must not be told
 * (the key to pass is over too few files), or when a reserve could have served this request
 */
export function leastPoints(
  book: AllocationBook,
  request: InstanceRequest,
  option: InstanceOption,
  facility: string,
): number | "beyond" | null {
  const facilities = new Set(option.parts.map((part) => part.facility));
  const reserves = book.instance.rules.reserves.filter((reserve) => facilities.has(reserve.facility));
  if (reserves.some((reserve) => request.classes.includes(reserve.class))) return null;
  const uses = usesOf(book.instance, book.facilityResources, request, option.parts);
  const missing: Missing[] = [];
  for (const [resource, use] of uses) {
    const each = missingOn(book, request, resource, use);
    if (each === "beyond") return "beyond";
    missing.push(each);
  }
  const most = Math.max(0, ...missing.map(({ points }) => points));
  if (most === 0) return null;
  const decisive = missing.filter(({ points }) => points === most);
  if (decisive.some(({ files }) => files < book.smallestCount)) return null;
  return keyAt(request, facility).points + most;
}
