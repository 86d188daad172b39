import { expect, it } from "vitest";
import { nearestBox } from "#app/ui/arrow-keys.ts";

const box = (column: number, row: number) => ({ left: column * 100, top: row * 50, width: 90, height: 20 });
const grid = [box(0, 0), box(1, 0), box(2, 0), box(0, 1), box(1, 1), box(2, 1)];

it("an arrow leads to the nearest link that way", () => {
  const from = (index: number, key: string) => nearestBox(grid[index]!, grid, key);
  expect(from(0, "ArrowRight")).toBe(1);
  expect(from(2, "ArrowLeft")).toBe(1);
  expect(from(1, "ArrowDown")).toBe(4);
  expect(from(5, "ArrowUp")).toBe(2);
});

it("at the edge, or for another key, it leads nowhere", () => {
  expect(nearestBox(grid[0]!, grid, "ArrowUp")).toBe(-1);
  expect(nearestBox(grid[0]!, grid, "ArrowLeft")).toBe(-1);
  expect(nearestBox(grid[0]!, grid, "Enter")).toBe(-1);
});
