// The rank of a request that waits, at a facility and in a section.
import { type AllocationBook, heldOption, keyAt } from "./allocation-book.ts";
import { sectionIn } from "./engine-uses.ts";
import type { InstanceOption, InstanceRequest } from "./instance.ts";
import { compareKeys, firstIndex } from "./ranked-holders.ts";
import type { ResultKey } from "./result.ts";

export type WaitingRank = {
  facility: string;
  section: string;
  /** From 1: one more than the waiting requests of a better key there. */
  rank: number;
  /** How many wait there. */
  of: number;
};

type Place = { facility: string; section: string };
const nameOf = ({ facility, section }: Place): string => JSON.stringify([facility, section]);

/** The facilities and sections of an option, each once, in its order. */
function placesOf(book: AllocationBook, { children }: InstanceRequest, option: InstanceOption): Place[] {
  const { cells, patterns } = book.instance;
  const places = option.parts.flatMap(({ child, facility, pattern }) =>
    (patterns[pattern] ?? []).flatMap((index) => {
      const section = sectionIn(children[child]!, cells[index]?.period ?? null);
      return section === undefined ? [] : [{ facility, section }];
    }),
  );
  return [...new Map(places.map((place) => [nameOf(place), place])).values()];
}

/** Facilities and sections where a request was refused, while it holds no wish: it waits there. */
function waitsAt(book: AllocationBook, id: string): Place[] {
  const [request, line] = [book.requests.get(id), book.lines.get(id)];
  if (!request || !line) return [];
  const held = heldOption(request, line);
  if (held && held.kind !== "current") return [];
  const places = line.refused.flatMap(({ option }) => {
    const refused = request.options[option];
    return refused ? placesOf(book, request, refused) : [];
  });
  return [...new Map(places.map((place) => [nameOf(place), place])).values()];
}

/**
 * Counts, once for all, who waits where. A request waits at a facility and in a section when it was refused an option
 * there and holds no place but the one it had before; its key there gives its rank.
 * @returns the ranks of a request, in the order of its wishes; none for a request that was served
 */
export function waitingRanks(book: AllocationBook): (request: string) => WaitingRank[] {
  const waiting = new Map<string, ResultKey[]>();
  for (const id of book.lines.keys()) {
    for (const place of waitsAt(book, id)) {
      const keys = waiting.get(nameOf(place)) ?? [];
      keys.push(keyAt(book.requests.get(id)!, place.facility));
      waiting.set(nameOf(place), keys);
    }
  }
  for (const keys of waiting.values()) keys.sort(compareKeys);
  return (id) =>
    waitsAt(book, id).map((place) => {
      const own = keyAt(book.requests.get(id)!, place.facility);
      const keys = waiting.get(nameOf(place)) ?? [];
      return {
        ...place,
        rank: firstIndex(keys.length, (at) => compareKeys(keys[at]!, own) >= 0) + 1,
        of: keys.length,
      };
    });
}
