// The document's rule, said again without tables, masks or shortcuts: what the engine is held against on tiny towns.
import type { AllocationResult } from "#app/allocation/rules/engine.ts";
import type { Instance, InstanceRequest } from "#app/allocation/rules/instance.ts";

/** Who holds what: the index of an option, or null, by request. */
export type Holding = Map<string, number | null>;

type Stop = { request: InstanceRequest; option: number };

/** Units of each resource of a facility that an option uses. */
export function useAt(instance: Instance, { request, option }: Stop, facility: string): Map<string, number> {
  const use = new Map<string, number>();
  const parts = request.options[option]!.parts.filter((part) => part.facility === facility);
  for (const resource of instance.resources.filter((one) => one.facility === facility))
    for (const { child, pattern } of parts) {
      const { section, staffUnits } = request.children[child]!;
      const add = (units: number): void => void use.set(resource.id, (use.get(resource.id) ?? 0) + units);
      if (resource.kind === "classMax" && request.classes.includes(resource.class)) add(1);
      for (const at of instance.patterns[pattern]!) {
        const cell = instance.cells[at]!;
        const here = typeof section === "string" ? section : section[cell.period!];
        if (resource.kind === "total" && resource.cell === at) add(1);
        if (resource.kind === "staff" && resource.cell === at) add(staffUnits);
        if (resource.kind === "section" && resource.cell === at && resource.section === here) add(1);
        if (resource.kind === "weekHours") {
          const isWeek = resource.week === null || cell.week === null || resource.week === cell.week;
          const isPeriod =
            resource.period === null || cell.period === null || resource.period === cell.period;
          if (isWeek && isPeriod) add(cell.halfHours);
        }
      }
    }
  return use;
}

const goesTo = ({ request, option }: Stop, facility: string): boolean =>
  request.options[option]!.parts.some((part) => part.facility === facility);

/** Best key first. */
const byKey =
  (facility: string) =>
  (a: Stop, b: Stop): number =>
    b.request.basePoints +
      (b.request.localPoints[facility] ?? 0) -
      (a.request.basePoints + (a.request.localPoints[facility] ?? 0)) ||
    a.request.lottery - b.request.lottery;

/** Ch_f(S): those accepted, in the order in which they are. */
export function choose(instance: Instance, caps: Map<string, number>, facility: string, all: Stop[]): Stop[] {
  const left = new Map(caps);
  const accepted: Stop[] = [];
  const fits = (stop: Stop): boolean =>
    [...useAt(instance, stop, facility)].every(([id, units]) => units <= left.get(id)!);
  const accept = (stop: Stop): void => {
    for (const [id, units] of useAt(instance, stop, facility)) left.set(id, left.get(id)! - units);
    accepted.push(stop);
  };
  const ordered = [...all].sort(byKey(facility));
  for (const stop of ordered) if (stop.request.current === stop.option) accept(stop);
  for (const reserve of instance.rules.reserves.filter((one) => one.facility === facility)) {
    const weight = ({ request, option }: Stop): number =>
      request.options[option]!.parts.filter((part) => part.facility === facility).reduce(
        (sum, { pattern }) =>
          sum +
          (reserve.unit === "places"
            ? 1
            : instance.patterns[pattern]!.reduce((hours, at) => hours + instance.cells[at]!.halfHours, 0)),
        0,
      );
    const isOf = (stop: Stop): boolean => stop.request.classes.includes(reserve.class);
    let met = accepted.filter(isOf).reduce((sum, stop) => sum + weight(stop), 0);
    for (const stop of ordered)
      if (met < reserve.target && isOf(stop) && !accepted.includes(stop) && fits(stop)) {
        accept(stop);
        met += weight(stop);
      }
  }
  for (const stop of ordered) if (!accepted.includes(stop) && fits(stop)) accept(stop);
  return accepted;
}

export const holdingOf = (result: AllocationResult): Holding =>
  new Map([...result.lines].map(({ request, option }) => [request, option]));

/** Caps of the file, and what the result adds. */
export function capsOf(
  instance: Instance,
  surnombre: AllocationResult["surnombre"] = [],
): Map<string, number> {
  const caps = new Map(instance.resources.map(({ id, cap }) => [id, cap]));
  for (const { resource, plus } of surnombre) caps.set(resource, caps.get(resource)! + plus);
  return caps;
}

const stopsAt = (instance: Instance, holding: Holding, facility: string): Stop[] =>
  instance.requests
    .map((request) => ({ request, option: holding.get(request.id) ?? null }))
    .filter((stop): stop is Stop => stop.option !== null && goesTo(stop as Stop, facility));

/** True when no resource is used beyond its cap. */
export function isFeasible(instance: Instance, holding: Holding, caps: Map<string, number>): boolean {
  return instance.facilities.every(({ id }) => {
    const used = new Map<string, number>();
    for (const stop of stopsAt(instance, holding, id))
      for (const [resource, units] of useAt(instance, stop, id))
        used.set(resource, (used.get(resource) ?? 0) + units);
    return [...used].every(([resource, units]) => units <= caps.get(resource)!);
  });
}

/** Every option better than the one held that all its facilities would accept, with those it would displace. */
export function claimsOf(
  instance: Instance,
  holding: Holding,
  caps: Map<string, number>,
): { request: string; option: number; type: "waste" | "envy"; against: string[] }[] {
  const claims = [];
  for (const request of [...instance.requests].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const held = holding.get(request.id) ?? request.options.length;
    for (let option = 0; option < held; option += 1) {
      const wanted = { request, option };
      const facilities = [...new Set(request.options[option]!.parts.map((part) => part.facility))];
      const outcomes = facilities.map((facility) => {
        const others = stopsAt(instance, holding, facility).filter((stop) => stop.request !== request);
        const accepted = choose(instance, caps, facility, [...others, wanted]);
        return { isIn: accepted.includes(wanted), lost: others.filter((stop) => !accepted.includes(stop)) };
      });
      if (!outcomes.every(({ isIn }) => isIn)) continue;
      const against = [
        ...new Set(outcomes.flatMap(({ lost }) => lost.map((stop) => stop.request.id))),
      ].sort();
      claims.push({ request: request.id, option, type: against.length ? "envy" : "waste", against } as const);
    }
  }
  return claims;
}

/** Every way of giving each request one of its options or nothing. */
export function* everyHolding(requests: readonly InstanceRequest[]): Generator<Holding> {
  const [first, ...rest] = requests;
  if (!first) return yield new Map();
  for (const others of everyHolding(rest))
    for (let option = -1; option < first.options.length; option += 1)
      yield new Map([...others, [first.id, option < 0 ? null : option]]);
}
