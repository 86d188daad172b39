// One hexagon for each place, laid out so that neighbours stay neighbours: every place has the same size, however
// small it is on the ground. Odd rows are shifted by half a tile.

export type Centre = { longitude: number | null; latitude: number | null };
/** Where a tile is: `row` 0 is north; the centre of a tile is at `x`, `y`, in widths of a tile. */
export type Tile = { column: number; row: number; x: number; y: number };

/** Distance between the centres of two rows, in widths of a tile. */
const rowHeight = Math.sqrt(3) / 2;
/** Empty tiles kept around, so that the shape of the town may show. */
const slack = 1.5;

const tileAt = (column: number, row: number): Tile => ({
  column,
  row,
  x: column + (row % 2 === 0 ? 0.5 : 1),
  y: 0.5 + row * rowHeight,
});

/** Ranks from 0 to 1: they spread out places that stand close together. */
function ranks(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const last = Math.max(1, values.length - 1);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 / last);
}

function spread(values: number[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || 1;
  // Half as the crow flies, half by rank: a town is denser in the middle than a grid can be.
  const byRank = ranks(values);
  return values.map((value, index) => ((value - least) / span + byRank[index]!) / 2);
}

/**
 * The cheapest way to give each row its own column (the Hungarian method, by shortest augmenting paths).
 * @param costs a row for each place, at least as many columns as rows
 * @returns the column of each row
 */
function assign(costs: number[][]): number[] {
  const [rows, columns] = [costs.length, costs[0]?.length ?? 0];
  const [rowPrice, columnPrice] = [
    new Array<number>(rows + 1).fill(0),
    new Array<number>(columns + 1).fill(0),
  ];
  const holder = new Array<number>(columns + 1).fill(0);
  for (let row = 1; row <= rows; row++) {
    const least = new Array<number>(columns + 1).fill(Infinity);
    const before = new Array<number>(columns + 1).fill(0);
    const seen = new Array<boolean>(columns + 1).fill(false);
    holder[0] = row;
    let column = 0;
    do {
      seen[column] = true;
      const current = holder[column]!;
      let [step, next] = [Infinity, 0];
      for (let other = 1; other <= columns; other++) {
        if (seen[other]) continue;
        const cost = costs[current - 1]![other - 1]! - rowPrice[current]! - columnPrice[other]!;
        if (cost < least[other]!) [least[other], before[other]] = [cost, column];
        if (least[other]! < step) [step, next] = [least[other]!, other];
      }
      for (let other = 0; other <= columns; other++) {
        if (seen[other]) {
          rowPrice[holder[other]!]! += step;
          columnPrice[other]! -= step;
        } else least[other]! -= step;
      }
      column = next;
    } while (holder[column] !== 0);
    for (; column !== 0; column = before[column]!) holder[column] = holder[before[column]!]!;
  }
  const found = new Array<number>(rows).fill(0);
  for (let column = 1; column <= columns; column++) {
    if (holder[column]) found[holder[column]! - 1] = column - 1;
  }
  return found;
}

/** A tile for each place, in the same order; places whose centre is not known come in rows of their own, below. */
export function layTiles(centres: Centre[]): Tile[] {
  const known = centres.flatMap(({ longitude, latitude }, index) =>
    longitude === null || latitude === null ? [] : [{ index, longitude, latitude }],
  );
  const tiles = new Map<number, Tile>();
  const placed = layKnown(known);
  for (const [rank, { index }] of known.entries()) tiles.set(index, placed[rank]!);
  const columns = Math.max(
    1,
    ...placed.map(({ column }) => column + 1),
    Math.ceil(Math.sqrt(centres.length)),
  );
  const below = placed.length === 0 ? 0 : Math.max(...placed.map(({ row }) => row)) + 2;
  let count = 0;
  return centres.map((_, index) => {
    const tile = tiles.get(index) ?? tileAt(count % columns, below + Math.floor(count / columns));
    if (!tiles.has(index)) count++;
    return tile;
  });
}

function layKnown(known: { longitude: number; latitude: number }[]): Tile[] {
  if (known.length === 0) return [];
  const middle = known.reduce((sum, { latitude }) => sum + latitude, 0) / known.length;
  const shrink = Math.cos((middle * Math.PI) / 180);
  const east = known.map(({ longitude }) => longitude * shrink);
  const south = known.map(({ latitude }) => -latitude);
  const extent = (values: number[]): number => Math.max(...values) - Math.min(...values) || 1e-9;
  const shape = Math.min(4, Math.max(0.25, extent(east) / extent(south)));
  const cells = Math.ceil(known.length * slack);
  const columns = Math.max(1, Math.round(Math.sqrt(cells * shape * rowHeight)));
  const rows = Math.ceil(cells / columns);
  const grid = Array.from({ length: rows * columns }, (_, cell) =>
    tileAt(cell % columns, Math.floor(cell / columns)),
  );
  const [x, y] = [spread(east), spread(south)];
  const costs = known.map((_, index) => {
    const [toX, toY] = [0.75 + x[index]! * (columns - 0.5), 0.5 + y[index]! * (rows - 1) * rowHeight];
    return grid.map((tile) => (tile.x - toX) ** 2 + (tile.y - toY) ** 2);
  });
  return assign(costs).map((cell) => grid[cell]!);
}
