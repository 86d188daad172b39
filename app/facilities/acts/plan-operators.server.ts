import { matchKey } from "#app/platform/files/cell-values.ts";
import type { Note } from "#app/platform/files/import-report.ts";
import type { OrganisationKind } from "../rules/kinds.ts";
import type { KnownOrganisation } from "../store/import.server.ts";
import type { ParsedFacility } from "./parse-facilities.server.ts";

type OperatorRow = { name: string; added: boolean; changed: boolean; problem: Note | null };

export type PlannedOperators = {
  known: KnownOrganisation[];
  added: Omit<KnownOrganisation, "id">[];
  changed: { id: string; kind: OrganisationKind }[];
  /** What becomes of the operator of each line that names one, under the name it is known by. */
  rows: Map<number, OperatorRow>;
};

type Said = { name: string; kind: OrganisationKind; line: number | null; known: KnownOrganisation | null };

/** Operators named by the lines of a file: each once, of one kind. */
export function planOperators(rows: ParsedFacility[], known: KnownOrganisation[]): PlannedOperators {
  const plan: PlannedOperators = { known, added: [], changed: [], rows: new Map() };
  const said = new Map<string, Said>(
    known.map((each) => [matchKey(each.name), { ...each, line: null, known: each }]),
  );
  for (const { line, operator, refused } of rows) {
    if (!operator || refused) continue;
    const earlier = said.get(matchKey(operator.name));
    plan.rows.set(
      line,
      earlier ? again(plan, earlier, operator.kind, line) : first(plan, said, operator, line),
    );
  }
  return plan;
}

function first(
  plan: PlannedOperators,
  said: Map<string, Said>,
  { name, kind }: { name: string; kind: OrganisationKind | null },
  line: number,
): OperatorRow {
  if (!kind) {
    const problem = { code: "operatorKindMissing", values: { name } };
    return { name, added: false, changed: false, problem };
  }
  plan.added.push({ name, kind });
  said.set(matchKey(name), { name, kind, line, known: null });
  return { name, added: true, changed: false, problem: null };
}

function again(
  plan: PlannedOperators,
  earlier: Said,
  kind: OrganisationKind | null,
  line: number,
): OperatorRow {
  const { name } = earlier;
  const row = { name, added: false, changed: false, problem: null };
  if (!kind || kind === earlier.kind) return row;
  if (earlier.line !== null)
    return { ...row, problem: { code: "contradictsLine", values: { line: earlier.line } } };
  plan.changed.push({ id: earlier.known!.id, kind });
  Object.assign(earlier, { kind, line });
  return { ...row, changed: true };
}
