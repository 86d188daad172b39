import { scopeOf } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { priorityFacts } from "#app/requests/rules/priority-facts.ts";
import { localFacts, seenFacts } from "../rules/facts.ts";
import type { GridView } from "../rules/grid-view.ts";
import { findGrid, listGrids, readGridHistory } from "../store/grids.server.ts";
import { fingerprintOf } from "./read-fingerprint.server.ts";
import { lastDayOf } from "./read-grids.server.ts";

/** One version of a grid with what may be done with it. @throws 404 when there is none */
export async function readGridPage(visit: SignedVisit, id: string): Promise<GridView> {
  const { db, today } = visit;
  const grid = await findGrid(db, id);
  if (!grid) throw notFound();
  const rules = await readParameter(db, "priority-facts", today, priorityFacts);
  const ofKind = rules.filter(({ careKinds }) => careKinds.includes(grid.careKind));
  const asked = ofKind.map(({ code }) => code);
  const known = new Set<string>([...asked, ...seenFacts, ...localFacts]);
  const all = await listGrids(db);
  const until = grid.status === "adopted" ? lastDayOf(grid, all) : null;
  const { adoptedBy, createdBy, meetings } = await readGridHistory(db, id);
  return {
    grid,
    asked,
    proofs: [...new Set(rules.map(({ proof }) => proof).filter((proof) => proof !== "none"))],
    notAsked: grid.criteria.filter(({ fact }) => !known.has(fact)).map(({ code }) => code),
    adoptedBy,
    createdBy,
    meetings,
    inForce: grid.status === "adopted" && grid.validFrom <= today && (until === null || until >= today),
    until,
    mayChange: scopeOf(visit.actor, "grid:change") !== null,
    today,
    seen: fingerprintOf(grid),
  };
}
