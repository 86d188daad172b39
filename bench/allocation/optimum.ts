// The most hours that any plan could give, points forgotten: HiGHS, in this process.
import loadHighs from "highs";
import type { Plan } from "./grievances.ts";
import type { Seat, Tables } from "./tables.ts";

type Highs = Awaited<ReturnType<typeof loadHighs>>;

export interface Optimum {
  /** Of the best plan found. */
  halfHours: number;
  /** No plan gives more. */
  bound: number;
  proved: boolean;
  seconds: number;
}

/** A model of 0/1 or bounded columns, filled column by column. */
class Columns {
  private readonly costs: number[] = [];
  private readonly uppers: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];
  constructor(readonly rowUpper: number[]) {}

  add(cost: number, upper: number, entries: readonly (readonly [row: number, value: number])[]): void {
    this.costs.push(cost);
    this.uppers.push(upper);
    for (const [row, value] of entries) {
      this.indices.push(row);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
  }

  /** The best value, the bound that is proved, and whether they meet. */
  solve(highs: Highs, options: { whole: boolean; seconds: number; rowLower?: number[]; start?: number[] }) {
    const numCols = this.costs.length;
    const numRows = this.rowUpper.length;
    if (numCols === 0) return { value: 0, bound: 0, proved: true };
    const model = {
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.maximize,
      colCost: Float64Array.from(this.costs),
      colLower: new Float64Array(numCols),
      colUpper: Float64Array.from(this.uppers),
      rowLower: Float64Array.from(options.rowLower ?? this.rowUpper.map(() => -highs.infinity)),
      rowUpper: Float64Array.from(this.rowUpper),
      matrix: {
        format: "csc" as const,
        numRows,
        numCols,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
      ...(options.whole && { integrality: new Int32Array(numCols).fill(1) }),
    };
    return highs.withModel(model, (solver) => {
      solver.options.set({ output_flag: false, time_limit: options.seconds });
      if (options.start) solver.setSolution({ colValue: Float64Array.from(options.start) });
      solver.run();
      const proved = solver.getModelStatus() === highs.constants.modelStatus.optimal;
      const value = solver.getObjectiveValue();
      if (!options.whole && !proved) throw new Error("a linear programme was not solved to its end");
      return { value, bound: options.whole ? Number(solver.info.get("mip_dual_bound")) : value, proved };
    });
  }
}

const entriesOf = (seat: Seat, firstRow: number) =>
  Array.from(seat.resources, (resource, index) => [firstRow + resource, seat.units[index]!] as const);

/** Every family at most one option, who has a seat at least that one; the search starts from `from`. */
export async function mostHalfHours(tables: Tables, from: Plan, seconds: number): Promise<Optimum> {
  const highs = await loadHighs();
  const rowUpper = tables.choices.map(() => 1);
  const rowLower = tables.choices.map((choices) => (choices.at(-1)?.current ? 1 : -highs.infinity));
  const firstRows = tables.caps.map((caps) => {
    const first = rowUpper.length;
    for (const cap of caps) {
      rowUpper.push(cap);
      rowLower.push(-highs.infinity);
    }
    return first;
  });
  const columns = new Columns(rowUpper);
  const start: number[] = [];
  for (const [request, choices] of tables.choices.entries())
    for (const [option, { seats, halfHours }] of choices.entries()) {
      const uses = seats.flatMap((seat) => entriesOf(seat, firstRows[seat.facility]!));
      columns.add(halfHours, 1, [[request, 1], ...uses]);
      start.push(from[request] === option ? 1 : 0);
    }
  const before = performance.now();
  const { value, bound, proved } = columns.solve(highs, { whole: true, seconds, rowLower, start });
  return {
    halfHours: Math.round(value),
    bound: Math.floor(bound + 1e-6),
    proved,
    seconds: (performance.now() - before) / 1000,
  };
}

/** By facility: the requests that ask the same seats there, and how many they are. */
function groupsAt(tables: Tables): Map<string, { seats: Seat[]; count: number }>[] {
  const groups = tables.caps.map(() => new Map<string, { seats: Seat[]; count: number }>());
  const names = new Map<Seat, string>();
  const nameOf = (seat: Seat) => {
    const name = names.get(seat) ?? `${seat.resources.join()}:${seat.units.join()}:${seat.halfHours}`;
    names.set(seat, name);
    return name;
  };
  for (const choices of tables.choices) {
    const here = new Map<number, Map<string, Seat>>();
    for (const seat of choices.flatMap(({ seats }) => seats)) {
      const seats = here.get(seat.facility) ?? new Map<string, Seat>();
      here.set(seat.facility, seats.set(nameOf(seat), seat));
    }
    for (const [facility, seats] of here) {
      const key = [...seats.keys()].sort().join("|");
      const group = groups[facility]!.get(key);
      if (group) group.count++;
      else groups[facility]!.set(key, { seats: [...seats.values()], count: 1 });
    }
  }
  return groups;
}

/** Each facility filled at best by all who ask for it, as if nobody else did: no plan gives more. */
export async function upperBound(tables: Tables): Promise<{ halfHours: number; seconds: number }> {
  const highs = await loadHighs();
  const before = performance.now();
  let sum = 0;
  for (const [facility, groups] of groupsAt(tables).entries()) {
    const caps = [...tables.caps[facility]!];
    const columns = new Columns([...caps, ...[...groups.values()].map(({ count }) => count)]);
    [...groups.values()].forEach(({ seats, count }, index) => {
      for (const seat of seats)
        columns.add(seat.halfHours, count, [...entriesOf(seat, 0), [caps.length + index, 1]]);
    });
    sum += columns.solve(highs, { whole: false, seconds: 60 }).bound;
  }
  return { halfHours: sum, seconds: (performance.now() - before) / 1000 };
}
