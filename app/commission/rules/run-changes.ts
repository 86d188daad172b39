// Who gains and who loses between two runs, each by its own order of wishes.
import type { HeldPlace } from "./held-by-run.ts";
import type { HeldByRun, RunChange } from "./meeting-view.ts";

type Wishing = {
  id: string;
  number: string;
  points: number;
  request: { wishes: readonly { rank: number; facilityId: string }[] };
};

/** A place as a page shows it: the facility, and which wish it is. */
export function heldView(
  { request }: Pick<Wishing, "request">,
  held: HeldPlace | undefined,
  facilities: Readonly<Record<string, string>>,
): HeldByRun | null {
  if (!held) return null;
  const { facilityId, partial } = held;
  const wishRank = request.wishes.find((wish) => wish.facilityId === facilityId)?.rank ?? null;
  return { facility: { id: facilityId, name: facilities[facilityId] ?? facilityId }, wishRank, partial };
}

/** Lower is better; no place is the worst. */
const worth = (held: HeldByRun | null): number =>
  held === null ? Infinity : (held.wishRank ?? 0) + (held.partial ? 0.5 : 0);

export function compareHeld(
  candidates: readonly Wishing[],
  before: ReadonlyMap<string, HeldPlace>,
  after: ReadonlyMap<string, HeldPlace>,
  facilities: Readonly<Record<string, string>>,
): { gains: RunChange[]; loses: RunChange[]; unchanged: number } {
  const changes = candidates.map((candidate) => {
    const { id, number, points } = candidate;
    const [was, is] = [before, after].map((held) => heldView(candidate, held.get(number), facilities)) as [
      HeldByRun | null,
      HeldByRun | null,
    ];
    const [one, other] = [worth(was), worth(is)];
    const change = one === other ? null : one > other ? ("gains" as const) : ("loses" as const);
    return { candidate: { id, number, points }, before: was, after: is, change };
  });
  const of = (kind: "gains" | "loses"): RunChange[] =>
    changes.flatMap(({ change, ...each }) => (change === kind ? [{ ...each, change }] : []));
  return {
    gains: of("gains"),
    loses: of("loses"),
    unchanged: changes.filter(({ change }) => change === null).length,
  };
}
