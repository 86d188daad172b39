// A second naive reading of the published rule, in another style than the checker's: maps of resource ids, no index.
import type { Answer, Claim, Result } from "#app/audit/rules/result-file.ts";
import { aResult, type InstanceFile, type RequestFile } from "./small-towns.ts";

type Units = Map<string, number>;
type Key = { points: number; lottery: number };
/** Request id → option held. */
export type Held = Map<string, number>;

/** Half-hours of the cells of one week and period; null stands for all of them. */
function halfHoursIn(
  instance: InstanceFile,
  cells: readonly number[],
  wanted: { week: string | null; period: string | null },
): number {
  let sum = 0;
  for (const { week, period, halfHours } of cells.map((cell) => instance.cells[cell]!)) {
    const isApart = (["week", "period"] as const).some((name) => {
      const own = { week, period }[name];
      return own !== null && wanted[name] !== null && own !== wanted[name];
    });
    if (!isApart) sum += halfHours;
  }
  return sum;
}

function sectionAt(
  instance: InstanceFile,
  child: RequestFile["children"][0],
  cell: number,
): string | undefined {
  return typeof child.section === "string" ? child.section : child.section[instance.cells[cell]!.period!];
}

/** Limit by limit: what the option takes of each. */
export function unitsOf(
  instance: InstanceFile,
  request: RequestFile,
  index: number,
  facility?: string,
): Units {
  const units: Units = new Map();
  const parts = request.options[index]!.parts;
  for (const resource of instance.resources) {
    if (facility && resource.facility !== facility) continue;
    let taken = 0;
    for (const part of parts.filter((each) => each.facility === resource.facility)) {
      const child = request.children[part.child]!;
      const cells = instance.patterns[part.pattern]!;
      if (resource.kind === "weekHours") taken += halfHoursIn(instance, cells, resource);
      else if (resource.kind === "classMax") taken += request.classes.includes(resource.class) ? 1 : 0;
      else if (!cells.includes(resource.cell)) continue;
      else if (resource.kind === "staff") taken += child.staffUnits;
      else if (resource.kind === "total" || resource.section === sectionAt(instance, child, resource.cell))
        taken += 1;
    }
    if (taken > 0) units.set(resource.id, taken);
  }
  return units;
}

export const facilitiesOf = (request: RequestFile, index: number): string[] => [
  ...new Set(request.options[index]!.parts.map(({ facility }) => facility)),
];

export function keyAt(request: RequestFile, facility: string): Key {
  return { points: request.basePoints + (request.localPoints[facility] ?? 0), lottery: request.lottery };
}
export const isBetter = (a: Key, b: Key): boolean =>
  a.points > b.points || (a.points === b.points && a.lottery < b.lottery);

/** A seat in the set that a facility chooses from. */
export type Wish = { request: RequestFile; option: number };
type Taken = Wish & { stage: "maintien" | "reserve" | "points"; reserve: string | null };

function countFor(instance: InstanceFile, { request, option }: Wish, facility: string, unit: string): number {
  const parts = request.options[option]!.parts.filter((part) => part.facility === facility);
  if (unit === "places") return parts.length;
  return parts
    .flatMap(({ pattern }) => instance.patterns[pattern]!)
    .reduce((sum, cell) => sum + instance.cells[cell]!.halfHours, 0);
}

/** The rule of a facility on a set: those accepted, in the order in which it accepts them. */
export function chosen(instance: InstanceFile, facility: string, set: readonly Wish[]): Taken[] {
  const taken: Taken[] = [];
  const room = (wish: Wish): boolean =>
    [...unitsOf(instance, wish.request, wish.option, facility)].every(([id, need]) => {
      const used = taken.reduce(
        (sum, own) => sum + (unitsOf(instance, own.request, own.option, facility).get(id) ?? 0),
        0,
      );
      return used + need <= instance.resources.find((resource) => resource.id === id)!.cap;
    });
  const isTaken = (wish: Wish): boolean => taken.some(({ request }) => request === wish.request);
  const byKey = [...set].sort((a, b) =>
    isBetter(keyAt(a.request, facility), keyAt(b.request, facility)) ? -1 : 1,
  );
  for (const wish of byKey)
    if (wish.option === wish.request.current) taken.push({ ...wish, stage: "maintien", reserve: null });
  for (const reserve of instance.rules.reserves.filter((each) => each.facility === facility))
    for (const wish of byKey) {
      const own = taken.filter(({ request }) => request.classes.includes(reserve.class));
      const met = own.reduce((sum, each) => sum + countFor(instance, each, facility, reserve.unit), 0);
      if (
        met < reserve.target &&
        wish.request.classes.includes(reserve.class) &&
        !isTaken(wish) &&
        room(wish)
      )
        taken.push({ ...wish, stage: "reserve", reserve: reserve.id });
    }
  for (const wish of byKey)
    if (!isTaken(wish) && room(wish)) taken.push({ ...wish, stage: "points", reserve: null });
  return taken;
}

function holders(instance: InstanceFile, held: Held, facility: string, but?: RequestFile): Wish[] {
  return instance.requests.flatMap((request) => {
    const option = held.get(request.id);
    if (request === but || option === undefined || !facilitiesOf(request, option).includes(facility))
      return [];
    return { request, option };
  });
}

/** The lemma of the certificate: who stands above a refused option, told without trying it. */
export function above(instance: InstanceFile, held: Held, wish: Wish, facility: string): Taken[] {
  const taken = chosen(instance, facility, holders(instance, held, facility, wish.request));
  const own = keyAt(wish.request, facility);
  const outranks = (other: Wish): boolean => isBetter(keyAt(other.request, facility), own);
  const before = taken.filter(({ stage }) => stage === "maintien");
  for (const reserve of instance.rules.reserves.filter((each) => each.facility === facility)) {
    const here = taken.filter((each) => each.reserve === reserve.id);
    const sooner = [...before, ...here.filter(outranks)];
    const met = sooner
      .filter(({ request }) => request.classes.includes(reserve.class))
      .reduce((sum, each) => sum + countFor(instance, each, facility, reserve.unit), 0);
    if (wish.request.classes.includes(reserve.class) && met < reserve.target) return sooner;
    before.push(...here);
  }
  return [...before, ...taken.filter((each) => each.stage === "points" && outranks(each))];
}

function bindingAt(
  instance: InstanceFile,
  held: Held,
  wish: Wish,
  facility: string,
): Answer["refused"][0]["binding"] {
  const seats = above(instance, held, wish, facility);
  const takes = (seat: Wish, id: string): number =>
    unitsOf(instance, seat.request, seat.option, facility).get(id) ?? 0;
  return [...unitsOf(instance, wish.request, wish.option, facility)].flatMap(([resource, need]) => {
    const used = seats.reduce((sum, seat) => sum + takes(seat, resource), 0);
    const { cap } = instance.resources.find(({ id }) => id === resource)!;
    if (used + need <= cap) return [];
    const last = seats.filter((seat) => takes(seat, resource) > 0).at(-1);
    const threshold = last && last.stage !== "maintien" ? keyAt(last.request, facility) : null;
    return { resource, used, need, cap, threshold };
  });
}

function claimOf(instance: InstanceFile, held: Held, wish: Wish): Claim | null {
  const against = new Set<string>();
  for (const facility of facilitiesOf(wish.request, wish.option)) {
    const others = holders(instance, held, facility, wish.request);
    const taken = chosen(instance, facility, [...others, wish]);
    if (!taken.some(({ request }) => request === wish.request)) return null;
    for (const { request } of others)
      if (!taken.some((each) => each.request === request)) against.add(request.id);
  }
  const type = against.size === 0 ? "waste" : "envy";
  return { request: wish.request.id, option: wish.option, type, against: [...against] };
}

/** The whole result of an assignment, honestly told: its reasons, and its claims when it has some. */
export function honestResult(instance: InstanceFile, held: Held): Result {
  const claims: Claim[] = [];
  const answers = instance.requests.map((request): Answer => {
    const option = held.get(request.id) ?? null;
    const better = request.options
      .slice(0, option ?? undefined)
      .map((_, index) => ({ request, option: index }));
    const refused = better.map((wish) => {
      const claim = claimOf(instance, held, wish);
      if (claim) claims.push(claim);
      const facilities = facilitiesOf(request, wish.option);
      return {
        option: wish.option,
        binding: facilities.flatMap((id) => bindingAt(instance, held, wish, id)),
      };
    });
    if (option === null) return { request: request.id, option, refused };
    const facility = facilitiesOf(request, option)[0]!;
    const seat = chosen(instance, facility, holders(instance, held, facility)).find(
      (own) => own.request === request,
    );
    return { request: request.id, option, precedence: seat?.stage ?? "points", refused };
  });
  answers.sort((a, b) => (a.request < b.request ? -1 : 1));
  return aResult({ answers, claims });
}
