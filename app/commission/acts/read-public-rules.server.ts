import type { Visit } from "#app/access/visit.server.ts";
import { careKinds } from "#app/facilities/rules/kinds.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { priorityFacts } from "#app/requests/rules/priority-facts.ts";
import { type TownSettings, townSettings } from "#app/territory/rules/town.ts";
import { localFacts, seenFacts } from "../rules/facts.ts";
import type { GridView } from "../rules/grid-view.ts";
import { findGridInForce } from "../store/grids.server.ts";
import { fingerprintOf } from "./read-fingerprint.server.ts";

/** The grids in force, as anyone may read them. */
export async function readPublicGrids({ db, today }: Pick<Visit, "db" | "today">): Promise<GridView[]> {
  const rules = await readParameter(db, "priority-facts", today, priorityFacts);
  const views: GridView[] = [];
  for (const careKind of careKinds) {
    const grid = await findGridInForce(db, careKind, today);
    if (!grid) continue;
    const asked = rules.filter((rule) => rule.careKinds.includes(careKind)).map(({ code }) => code);
    const known = new Set<string>([...asked, ...seenFacts, ...localFacts]);
    views.push({
      grid,
      asked,
      proofs: [],
      notAsked: grid.criteria.filter(({ fact }) => !known.has(fact)).map(({ code }) => code),
      ...{ adoptedBy: null, createdBy: null, meetings: 0, inForce: true, until: null },
      ...{ mayChange: false, today, seen: fingerprintOf(grid) },
    });
  }
  return views;
}

/** Who answers for the decisions, and who hears an appeal. */
export async function readAppeal({
  db,
  today,
}: Pick<Visit, "db" | "today">): Promise<{ service: string; address: string; email: string; court: string }> {
  const { service, court }: TownSettings = await readParameter(db, "town", today, townSettings);
  return { service: service.name, address: service.address, email: service.email, court };
}
