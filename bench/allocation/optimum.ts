// The most hours that any plan could give, points forgotten: HiGHS, in this process.
import loadHighs from "highs";
import type { Plan } from "./grievances.ts";
import type { Tables } from "./tables.ts";

type Highs = Awaited<ReturnType<typeof loadHighs>>;

export interface Optimum {
  plan: Plan;
  /** Of the best plan found. */
  halfHours: number;
  /** No plan gives more. */
  bound: number;
  proved: boolean;
  seconds: number;
}

/** A model of yes-or-no columns, one for each option. */
class Columns {
  private readonly costs: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  add(cost: number, entries: readonly (readonly [row: number, value: number])[]): void {
    this.costs.push(cost);
    for (const [row, value] of entries) {
      this.indices.push(row);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
  }

  model(highs: Highs, rowLower: readonly number[], rowUpper: readonly number[]) {
    const [numCols, numRows] = [this.costs.length, rowUpper.length];
    return {
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(this.costs),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(1),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      matrix: {
        format: "csc" as const,
        numRows,
        numCols,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
      integrality: new Int32Array(numCols).fill(1),
    };
  }
}

/** Rows: each family at most one option, who has a seat at least that one; then what each facility has. */
function rowsOf(tables: Tables, infinity: number) {
  const upper = tables.choices.map(() => 1);
  const lower = tables.choices.map((choices) => (choices.at(-1)?.current ? 1 : -infinity));
  const firstOf = tables.caps.map((caps) => {
    upper.push(...caps);
    lower.push(...Array.from(caps, () => -infinity));
    return upper.length - caps.length;
  });
  return { upper, lower, firstOf };
}

/** The search starts from the plan `from` and stops after so many seconds, with what it then knows. */
export async function mostHalfHours(tables: Tables, from: Plan, seconds: number): Promise<Optimum> {
  const highs = await loadHighs();
  const rows = rowsOf(tables, highs.infinity);
  const columns = new Columns();
  const start: number[] = [];
  for (const [request, choices] of tables.choices.entries())
    for (const [option, { seats, halfHours }] of choices.entries()) {
      const uses = seats.flatMap(({ facility, resources, units }) =>
        Array.from(resources, (at, index) => [rows.firstOf[facility]! + at, units[index]!] as const),
      );
      columns.add(halfHours, [[request, 1], ...uses]);
      start.push(from[request] === option ? 1 : 0);
    }
  const before = performance.now();
  return highs.withModel(columns.model(highs, rows.lower, rows.upper), (solver) => {
    solver.options.set({ output_flag: false, time_limit: seconds });
    solver.setSolution({ colValue: Float64Array.from(start) });
    solver.run();
    const chosen = solver.getSolution().colValue;
    let column = 0;
    const plan = Int32Array.from(tables.choices, (choices) => {
      const first = column;
      column += choices.length;
      return choices.findIndex((_, option) => chosen[first + option]! > 0.5);
    });
    return {
      plan,
      halfHours: Math.round(solver.getObjectiveValue()),
      bound: Math.floor(Number(solver.info.get("mip_dual_bound")) + 1e-6),
      proved: solver.getModelStatus() === highs.constants.modelStatus.optimal,
      seconds: (performance.now() - before) / 1000,
    };
  });
}

/** Half-hours open, or asked when they are fewer: no plan of any kind gives more. */
export function halfHoursAtMost({ instance, choices }: Tables): number {
  const { cells, resources } = instance;
  const byFacility = new Map(instance.facilities.map(({ id }) => [id, { week: 0, total: 0 }]));
  for (const resource of resources) {
    const sums = byFacility.get(resource.facility)!;
    if (resource.kind === "total") sums.total += resource.cap * cells[resource.cell]!.halfHours;
    if (resource.kind === "weekHours") sums.week += resource.cap;
  }
  const open = [...byFacility.values()].reduce((sum, { week, total }) => sum + Math.min(week, total), 0);
  const asked = choices.reduce(
    (sum, options) => sum + Math.max(0, ...options.map((one) => one.halfHours)),
    0,
  );
  return Math.min(open, asked);
}
