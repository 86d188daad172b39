// What the parts of a grid must be to one another; each problem names the field and says a key of the words.
import { localFacts } from "./facts.ts";
import { listWeights, mostListPoints } from "./list-weights.ts";

type Coded = { code: string };
type Parts = {
  criteria: (Coded & { fact: string; local: boolean; group: string | null; points: number })[];
  gates: (Coded & { unmet: string; fact: string })[];
  seniority: { most: number | null } | null;
  reserves: (Coded & { of: number; places: number })[];
  maxShares: { class: string }[];
  motives: Coded[];
};
export type GridProblem = { path: (string | number)[]; message: string };

function twice(name: string, items: readonly Coded[]): GridProblem[] {
  return items.flatMap(({ code }, index) =>
    items.findIndex((other) => other.code === code) < index
      ? [{ path: [name, index, "code"], message: "commission:grid.error.twice" }]
      : [],
  );
}

/** What is wrong between the parts of a grid, whatever its method; empty when nothing is. */
export function gridProblems(parts: Parts): GridProblem[] {
  const { criteria, gates, reserves, maxShares, motives } = parts;
  const found = [
    ...twice("criteria", criteria),
    ...twice("gates", gates),
    ...twice("reserves", reserves),
    ...twice("motives", motives),
  ];
  criteria.forEach(({ fact, local, group }, index) => {
    if (local !== (localFacts as readonly string[]).includes(fact))
      found.push({ path: ["criteria", index, "local"], message: "commission:grid.error.local" });
    if (local && group !== null)
      found.push({ path: ["criteria", index, "group"], message: "commission:grid.error.localGroup" });
  });
  reserves.forEach(({ of, places }, index) => {
    if (places > of)
      found.push({ path: ["reserves", index, "places"], message: "commission:grid.error.reserve" });
  });
  gates.forEach(({ unmet, fact }, index) => {
    // Only residence has a class of those who do not meet it.
    if (
      unmet === "maxShare" &&
      !(fact === "resident" && maxShares.some((share) => share.class === "nonResident"))
    )
      found.push({ path: ["gates", index, "unmet"], message: "commission:grid.error.gateShare" });
  });
  return found;
}

/** What an ordered list needs besides: an end to seniority, no points taken away, few enough criteria. */
export function listProblems({ criteria, seniority }: Parts): GridProblem[] {
  const found: GridProblem[] = [];
  if (seniority && seniority.most === null)
    found.push({ path: ["seniority", "most"], message: "commission:grid.error.listSeniority" });
  criteria.forEach(({ points }, index) => {
    if (points < 0)
      found.push({ path: ["criteria", index, "points"], message: "commission:grid.error.listNegative" });
  });
  const [first = 0] = listWeights(criteria.length, seniority?.most ?? 0);
  if (first * 2 > mostListPoints)
    found.push({ path: ["criteria"], message: "commission:grid.error.listLong" });
  return found;
}
