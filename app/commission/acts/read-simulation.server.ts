import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import { readParameters } from "#app/platform/parameters.server.ts";
import { transitions } from "#app/requests/rules/lifecycle.ts";
import { priorityFacts } from "#app/requests/rules/priority-facts.ts";
import { z } from "#app/zod.ts";
import { localFacts, seenFacts } from "../rules/facts.ts";
import type { Grid } from "../rules/grid.ts";
import { type SimulatedChild, movesOf, tallyBy, tallyOf } from "../rules/simulation.ts";
import { isSmall, shownRows, shownTotal } from "../rules/simulation-disclosure.ts";
import {
  type SimulationAsked,
  simulationFields,
  usualPair,
  windowProblem,
} from "../rules/simulation-form.ts";
import { compareGroups, dimensions, groupsOfRequest } from "../rules/simulation-groups.ts";
import { type SimulatedRun, runWithGrids } from "../rules/simulation-run.ts";
import type { SimulatedGrid, SimulationResult, SimulationView } from "../rules/simulation-view.ts";
import { listRequestsToExamine } from "../store/candidates.server.ts";
import { listQuartersOf } from "../store/facts.server.ts";
import { listGrids } from "../store/grids.server.ts";
import { listSectionsOf } from "../store/town.server.ts";
import { sha256 } from "./compute-run.server.ts";
import { loadPlaces } from "./load-town.server.ts";
import { readRequestFacts } from "./read-request-facts.server.ts";

const publication = z.object({ smallestCount: z.number().int().min(1) });

const gridLine = ({ id, name, version, status, method }: Grid): SimulatedGrid => ({
  id,
  name,
  version,
  status,
  method,
});

/** How many criteria read a fact that the form does not ask for this kind of care, and that the town does not see. */
function notAskedOf({ criteria, careKind }: Grid, rules: z.output<typeof priorityFacts>): number {
  const asked = rules.filter(({ careKinds }) => careKinds.includes(careKind)).map(({ code }) => code);
  const known = new Set<string>([...asked, ...seenFacts, ...localFacts]);
  return criteria.filter(({ fact }) => !known.has(fact)).length;
}

async function compare(
  { db, today }: SignedVisit,
  [a, b]: [Grid, Grid],
  asked: SimulationAsked,
  sectionIds: string[],
): Promise<SimulationResult> {
  const begun = performance.now();
  const {
    "time-bands": bands,
    "priority-facts": rules,
    publication: publishing,
  } = await readParameters(db, today, {
    "time-bands": timeBands,
    "priority-facts": priorityFacts,
    publication,
  });
  const { careKind, startFrom, startTo } = asked;
  // Classes of the places held are read when either grid has a reserve or a share.
  const both = {
    ...a,
    reserves: [...a.reserves, ...b.reserves],
    maxShares: [...a.maxShares, ...b.maxShares],
  };
  const meeting = { sectionIds, startFrom, startTo, surnombreMax: 0 as const, heldOn: today };
  const places = await loadPlaces(db, meeting, both);
  const requests = await listRequestsToExamine(db, {
    careKind,
    startTo,
    facilityIds: places.facilities.map(({ id }) => id),
    // Those that a meeting under way looks at are demand all the same.
    also: [transitions.examine.to],
  });
  const ids = requests.map(({ id }) => id);
  const facts = await readRequestFacts(db, ids, today);
  const quarters = await listQuartersOf(db, ids);
  // The same pair of grids always draws alike, whichever of them comes first.
  const seed = `simulation ${[a.id, b.id].sort().join(" ")}`;
  const demand = { requests, facts, places, day: today, drawOf: (text: string) => sha256(`${seed}:${text}`) };
  const [withA, withB] = runWithGrids([a, b], demand) as [SimulatedRun, SimulatedRun];
  const stateWith = ({ states }: SimulatedRun, id: string): string => states.get(id)!;
  const examined = ids.flatMap((id, at): SimulatedChild[] => {
    if (stateWith(withA, id) !== "included" && stateWith(withB, id) !== "included") return [];
    const request = requests[at]!;
    const quarter = quarters.get(id) ?? null;
    return [
      {
        groups: groupsOfRequest({ ...request, quarter }, facts.get(id)!, { bands, startFrom }),
        fewerDaysFirst: request.fewerDaysFirst,
        a: withA.placings.get(id) ?? null,
        b: withB.placings.get(id) ?? null,
      },
    ];
  });
  const { smallestCount } = publishing;
  const small = (count: number): boolean => isSmall(count, smallestCount);
  const unlessSmall = (count: number): number | null => (small(count) ? null : count);
  const barredBy = (run: SimulatedRun): number => ids.filter((id) => stateWith(run, id) === "gate").length;
  const moves = movesOf(examined);
  return {
    a: gridLine(a),
    b: gridLine(b),
    smallestCount,
    facilities: places.facilities.length,
    total: shownTotal(tallyOf(examined), smallestCount),
    moves: Object.values(moves).some(small) ? null : moves,
    notAsked: { a: notAskedOf(a, rules), b: notAskedOf(b, rules) },
    barred: { a: unlessSmall(barredBy(withA)), b: unlessSmall(barredBy(withB)) },
    tables: dimensions.map((dimension) => ({
      dimension,
      rows: shownRows(tallyBy(examined, dimension), smallestCount).sort((one, other) =>
        compareGroups(dimension)(one.group, other.group),
      ),
    })),
    ms: Math.round(performance.now() - begun),
  };
}

/**
 * Two grids on the same demand, places and draw. Nothing is moved nor kept but a line of the access log; nobody is
 * named. @throws 404 when the visit does not cover the whole town
 */
export async function readSimulation(visit: SignedVisit, asked: SimulationAsked): Promise<SimulationView> {
  const { db, today, scope } = visit;
  if (!scope.town) throw notFound();
  const grids = (await listGrids(db)).filter(({ careKind }) => careKind === asked.careKind);
  const sections = await listSectionsOf(db, asked.careKind);
  const facilities = [...new Map(sections.map(({ facility }) => [facility.id, facility])).values()];
  const usual = usualPair(grids, today);
  const [a, b] = (["a", "b"] as const).map((side) =>
    asked[side] === null ? usual[side] : grids.find(({ id }) => id === asked[side]),
  );
  const view: SimulationView = {
    asked: { ...asked, a: asked.a ?? a?.id ?? null, b: asked.b ?? b?.id ?? null },
    today,
    grids: grids.map(gridLine),
    facilities: facilities.map(({ id, name }) => ({ id, name })),
    errors: {},
    result: null,
  };
  if (!asked.compare) return view;
  const problem = windowProblem(asked, today);
  if (problem) view.errors[simulationFields[problem.field]] = problem.error;
  if (!a) view.errors[simulationFields.a] = "commission:simulation.error.grid";
  if (!b) view.errors[simulationFields.b] = "commission:simulation.error.grid";
  const { facilityIds } = asked;
  const chosen = sections.filter(
    ({ facility }) => facilityIds.length === 0 || facilityIds.includes(facility.id),
  );
  if (chosen.length === 0)
    view.errors[simulationFields.facilityIds] = "commission:simulation.error.noFacility";
  if (!a || !b || Object.keys(view.errors).length > 0) return view;
  const sectionIds = chosen.map(({ id }) => id);
  await logFileRead(visit, "grid", `${a.id} ${b.id}`, "compare");
  return { ...view, result: await compare(visit, [a, b], asked, sectionIds) };
}
