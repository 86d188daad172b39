// From the frozen requests and the places as they are to the file that the engine reads. Pure and whole-numbered: the
// same town gives the same bytes, so that a run can be compared with what stands today.
//
// - A place is held from the first half-hour touched to the last, over the whole of each period that it touches.
// - A seat that a family would leave stays counted until it has left it: an offer is not yet an acceptance. It is freed
//   when the family accepts, and goes to the next family then.
// - Weeks of flexibility beyond the day asked are for the family and the facility to settle.
import type {
  Instance,
  InstanceChild,
  InstanceReserve,
  InstanceRequest,
  InstanceResource,
} from "#app/allocation/rules/instance.ts";
import { usualEnd } from "#app/allocation/rules/usual-end.ts";
import { MeetingCells } from "./facility-cells.ts";
import { periodsOf, touches } from "./facility-periods.ts";
import { type Built, buildFacility, changesOf, groupOf, labelOf } from "./meeting-facility.ts";
import { type PlannedPart, type PlannedRequest, planRequests } from "./meeting-options.ts";
import { pinnedOptions } from "./meeting-pins.ts";
import { codedClasses, maxSharesOf, reservesOf } from "./meeting-quotas.ts";
import type { MeetingTown } from "./meeting-town.ts";

export type BuiltInstance = {
  instance: Instance;
  /** What each option of each request means, in the order of the instance. */
  planned: Map<string, PlannedRequest>;
  /** Classes of each seat that is kept, by its id in the instance. */
  seatClasses: Map<string, readonly string[]>;
  /** Pins that no option answers. */
  impossiblePins: string[];
};

/** Ranks of the draw are for those who ask; seats kept come after, in the order of their ids. */
const seatLottery = 1_000_000_000;

/** Names of patterns, given once for the same cells. */
class Patterns {
  readonly byName: Record<string, number[]> = {};
  private readonly names = new Map<string, string>();
  name(cells: readonly number[]): string {
    const text = cells.join();
    const known = this.names.get(text) ?? `p${this.names.size}`;
    this.names.set(text, known);
    this.byName[known] ??= [...cells];
    return known;
  }
}

function childOf(
  candidate: PlannedRequest["candidates"][number],
  options: PlannedRequest["options"],
  built: Map<string, Built>,
): InstanceChild {
  const section: Record<string, string> = {};
  let staffUnits = 0;
  for (const part of options.flatMap(({ parts }) => parts)) {
    if (part.candidate.id !== candidate.id) continue;
    const { facility, periods, countedAs } = built.get(part.facilityId)!;
    const { sections, staffUnits: units } = countedAs(part);
    staffUnits = Math.max(staffUnits, units);
    for (const [at, period] of periods.entries()) section[period.id] = labelOf(facility, sections[at]!);
  }
  return { id: candidate.number, section, staffUnits };
}

/** Classes of children placed by one request, as the instance calls them. */
export const classesOfRequest = (
  grid: MeetingTown["grid"],
  candidates: PlannedRequest["candidates"],
): string[] =>
  codedClasses(
    grid,
    candidates.flatMap(({ classes }) => classes),
  );

/** Points of children placed by one request: the lowest of them, at each facility. */
export function jointPoints({ candidates, options }: PlannedRequest): {
  basePoints: number;
  localPoints: Record<string, number>;
} {
  const local = (candidate: PlannedRequest["candidates"][number], facilityId: string): number =>
    candidate.localPoints.reduce((sum, one) => sum + (one.facilityId === facilityId ? one.points : 0), 0);
  const basePoints = Math.min(...candidates.map(({ points }) => points));
  const facilities = [
    ...new Set(options.flatMap(({ parts }) => parts.map(({ facilityId }) => facilityId))),
  ].sort();
  const localPoints: Record<string, number> = {};
  for (const id of facilities) {
    const least = Math.min(...candidates.map((each) => each.points + local(each, id))) - basePoints;
    if (least !== 0) localPoints[id] = least;
  }
  return { basePoints, localPoints };
}

function requestOf(
  request: PlannedRequest,
  pinned: number | null,
  built: Map<string, Built>,
  patterns: Patterns,
  grid: MeetingTown["grid"],
): InstanceRequest {
  const { engineId, candidates, options } = request;
  const places = new Map(candidates.map(({ id }, at) => [id, at]));
  return {
    id: engineId,
    children: candidates.map((candidate) => childOf(candidate, options, built)),
    ...jointPoints(request),
    lottery: Math.max(...candidates.map(({ lottery }) => lottery)),
    classes: classesOfRequest(grid, candidates),
    current: pinned === null ? null : 0,
    options: options.map(({ kind, parts }) => ({
      kind: pinned === null ? kind : "current",
      parts: parts.map((part) => ({
        child: places.get(part.candidate.id)!,
        facility: part.facilityId,
        pattern: patterns.name(built.get(part.facilityId)!.cellsOf(part)),
      })),
    })),
  };
}

type KeptSeat = { key: string; classes: readonly string[]; request: (id: string) => InstanceRequest };

/** The places held, as requests that keep them. A file that is handed out says no agreement: they are numbered. */
function seatRequests(
  built: Iterable<Built>,
  patterns: Patterns,
  grid: MeetingTown["grid"],
): { requests: InstanceRequest[]; classes: Map<string, readonly string[]> } {
  const seats = [...built].flatMap(({ facility, periods, seats: held, cellsOf }) =>
    held.flatMap(({ seat, presences }): KeptSeat[] => {
      const cells = [...new Set(presences.flatMap(cellsOf))].sort((a, b) => a - b);
      if (cells.length === 0) return [];
      const section: Record<string, string> = {};
      for (const [at, period] of periods.entries()) {
        const own = presences.find((presence) => touches(period, presence)) ?? presences[0]!;
        section[period.id] = labelOf(facility, own.sections[at]!);
      }
      const part = { child: 0, facility: facility.id, pattern: patterns.name(cells) };
      const staffUnits = Math.max(...presences.map((each) => each.staffUnits));
      const request = (id: string): InstanceRequest => ({
        ...{ id, children: [{ id, section, staffUnits }] },
        ...{ basePoints: 0, lottery: 0, classes: codedClasses(grid, seat.classes) },
        ...{ localPoints: {}, current: 0, options: [{ kind: "current", parts: [part] }] },
      });
      return [{ key: `${seat.id}:${facility.id}`, classes: seat.classes, request }];
    }),
  );
  seats.sort((a, b) => (a.key < b.key ? -1 : 1));
  const idOf = (at: number): string =>
    `held:${String(at + 1).padStart(Math.max(4, String(seats.length).length), "0")}`;
  return {
    requests: seats.map(({ request }, at) => ({ ...request(idOf(at)), lottery: seatLottery + at })),
    classes: new Map(seats.map(({ classes }, at) => [idOf(at), classes])),
  };
}

/** Builds the instance of a meeting: valid for `readInstance`, unless a pin does not fit. */
export function buildInstance(town: MeetingTown): BuiltInstance {
  const { requests, pinned, impossible } = pinnedOptions(planRequests(town), town.adjustments);
  const parts = requests.flatMap(({ options }) => options.flatMap((option) => option.parts));
  const built = new Map<string, Built>();
  const resources: InstanceResource[] = [];
  const facilities = [...town.facilities].sort((a, b) => (a.id < b.id ? -1 : 1));
  const partsAt = new Map(facilities.map(({ id }): [string, PlannedPart[]] => [id, []]));
  for (const part of parts) partsAt.get(part.facilityId)!.push(part);
  const groups = [...new Set(facilities.map(groupOf))];
  const all = new MeetingCells();
  const periodsOfGroups = groups.map((group, at) => {
    const own = facilities.filter((facility) => groupOf(facility) === group);
    const changes = own.flatMap((facility) => changesOf(facility, partsAt.get(facility.id)!));
    return periodsOf(at === 0 ? "" : `/${at + 1}`, town.startFrom, usualEnd(town.startTo), changes);
  });
  for (const facility of facilities) {
    const periods = periodsOfGroups[groups.indexOf(groupOf(facility))]!;
    const one = buildFacility(facility, partsAt.get(facility.id)!, town, periods, all);
    built.set(facility.id, one);
    resources.push(...one.resources);
  }
  const patterns = new Patterns();
  const asked = requests.map((request) =>
    requestOf(request, pinned.get(request.engineId) ?? null, built, patterns, town.grid),
  );
  const kept = seatRequests(built.values(), patterns, town.grid);
  const held = [...asked, ...kept.requests];
  const reserves: InstanceReserve[] = reservesOf(town);
  resources.push(...maxSharesOf(town, held));
  return {
    instance: {
      format: "guichet-allocation/1",
      rules: {
        version: `${town.grid.code}-${town.grid.version}`,
        ...{ displacements: 4, repairRounds: 8, surnombreMax: town.surnombreMax, reserves },
      },
      cells: all.cells,
      patterns: patterns.byName,
      facilities: facilities.map(({ id, sections }) => ({ id, sections: sections.map(({ name }) => name) })),
      resources,
      requests: held.sort((a, b) => (a.id < b.id ? -1 : 1)),
    },
    planned: new Map(requests.map((request) => [request.engineId, request])),
    seatClasses: kept.classes,
    impossiblePins: impossible,
  };
}
