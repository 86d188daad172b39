// What would have been different, everybody else's place staying as it is. Told as it was on the day of the
// commission, never as a promise.
import { type AllocationBook, type Holder, compareKeys, keyAt } from "./allocation-book.ts";
import type { InstanceCell, InstanceOption, InstanceRequest } from "./instance.ts";
import { type Use, usesOf } from "./option-use.ts";

const capOf = (book: AllocationBook, resource: string): number =>
  (book.resources.get(resource)?.cap ?? 0) + (book.surnombre.get(resource) ?? 0);

const othersOn = (book: AllocationBook, request: InstanceRequest, resource: string): Holder[] =>
  book.holdersOf(resource).filter((holder) => holder.request !== request.id);

const unitsOf = (holders: readonly Holder[]): number => holders.reduce((all, { units }) => all + units, 0);

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
    return [...uses].every(
      ([resource, { units }]) => unitsOf(othersOn(book, request, resource)) + units <= capOf(book, resource),
    );
  };
  const weekdays = weekdaysOf(book, option).filter((day) => fits(({ weekday }) => weekday === day));
  return { weekdays, together: fits(({ weekday }) => weekdays.includes(weekday)) };
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
  const others = othersOn(book, request, resource);
  const byPoints = others.filter(({ precedence }) => precedence === "points");
  let room =
    capOf(book, resource) - unitsOf(others.filter(({ precedence }) => precedence !== "points")) - need;
  if (room < 0) return "beyond";
  for (const [index, { key, units }] of byPoints.entries()) {
    room -= units;
    if (room >= 0) continue;
    if (compareKeys(own, key) < 0) break;
    return { points: key.points - own.points + (own.lottery < key.lottery ? 0 : 1), files: index + 1 };
  }
  return { points: 0, files: Infinity };
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
