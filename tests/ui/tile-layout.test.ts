import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Centre, type Tile, layTiles } from "#app/ui/tile-layout.ts";
import { zoneRows } from "#app/commands/demo/zones.ts";

const distance = (a: Tile, b: Tile): number => Math.hypot(a.x - b.x, a.y - b.y);
const anyCentre: fc.Arbitrary<Centre> = fc.record({
  longitude: fc.double({ min: 6, max: 6.3, noNaN: true }),
  latitude: fc.double({ min: 49, max: 49.2, noNaN: true }),
});
const unknown: Centre = { longitude: null, latitude: null };

describe("a map of tiles", () => {
  it("gives each place its own tile, and tiles never overlap", () => {
    const anyPlaces = fc.array(
      fc.oneof({ weight: 5, arbitrary: anyCentre }, { weight: 1, arbitrary: fc.constant(unknown) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const tiles = layTiles(places);
        expect(tiles).toHaveLength(places.length);
        expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(places.length);
        for (const [index, tile] of tiles.entries()) {
          expect(tile.x).toBeGreaterThanOrEqual(0.5);
          for (const other of tiles.slice(index + 1)) expect(distance(tile, other)).toBeGreaterThan(0.99);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps the neighbours of Metz neighbours, and its four sides on their sides", () => {
    const zones = zoneRows().map((zone) => ({
      ...zone,
      longitude: zone.longitude!,
      latitude: zone.latitude!,
    }));
    const tiles = layTiles(zones);
    const nearest = zones.map((zone, index) => {
      const byDistance = zones
        .map((other, at) => ({
          at,
          far: Math.hypot((other.longitude - zone.longitude) * 0.65, other.latitude - zone.latitude),
        }))
        .filter(({ at }) => at !== index)
        .sort((a, b) => a.far - b.far);
      return distance(tiles[index]!, tiles[byDistance[0]!.at]!);
    });
    const mean = nearest.reduce((sum, each) => sum + each, 0) / nearest.length;
    expect(mean).toBeLessThan(1.6);
    const place = (by: (index: number) => number): number =>
      zones.map((_, index) => index).sort((a, b) => by(a) - by(b))[0]!;
    const middle = {
      x: tiles.reduce((sum, { x }) => sum + x, 0) / tiles.length,
      y: tiles.reduce((sum, { y }) => sum + y, 0) / tiles.length,
    };
    expect(tiles[place((index) => zones[index]!.longitude)]!.x).toBeLessThan(middle.x);
    expect(tiles[place((index) => -zones[index]!.longitude)]!.x).toBeGreaterThan(middle.x);
    expect(tiles[place((index) => -zones[index]!.latitude)]!.y).toBeLessThan(middle.y);
    expect(tiles[place((index) => zones[index]!.latitude)]!.y).toBeGreaterThan(middle.y);
  });

  it("puts places whose centre is unknown below the others, and lays out a single one", () => {
    const tiles = layTiles([
      { longitude: 6.1, latitude: 49.1 },
      unknown,
      { longitude: 6.2, latitude: 49.2 },
      unknown,
    ]);
    expect(Math.min(tiles[1]!.row, tiles[3]!.row)).toBeGreaterThan(Math.max(tiles[0]!.row, tiles[2]!.row));
    expect(layTiles([unknown])).toHaveLength(1);
    expect(layTiles([])).toEqual([]);
  });
});
