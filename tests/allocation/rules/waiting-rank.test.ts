import { expect, it } from "vitest";
import { openAllocationBook } from "#app/allocation/rules/allocation-book.ts";
import { waitingRanks } from "#app/allocation/rules/waiting-rank.ts";
import { aCommission, aRequest, type Decision, limits, refusedBy } from "./explained-town.ts";

const refused = refusedBy({ resource: "X/M/0", used: 0, need: 1, cap: 0, threshold: null });
const at = (facility: string, kind: "wish" | "current" = "wish") => ({
  kind,
  parts: [{ child: 0, facility, pattern: "p" }],
});
const waiting = (id: string, points: number, more = {}): Decision => [
  aRequest(id, points, { options: [at("X")], ...more }),
  null,
  refused,
];

it("ranks those refused at a facility and in a section, by their key there", () => {
  const older = { children: [{ id: "older", section: "G", staffUnits: 5 }] };
  const moves = aRequest("moves", 44, { options: [at("X"), at("Y", "current")], current: 1 });
  const served = aRequest("served", 90, { options: [at("X"), at("Y")] });
  const { instance, lines } = aCommission({
    resources: [
      ...limits(0, { M: 0 }),
      { id: "Y", facility: "Y", kind: "total", cell: 0, cap: 9, hardCap: 9 },
    ],
    decisions: [
      waiting("first", 30, { localPoints: { X: 20 } }),
      waiting("early draw", 40, { lottery: 7 }),
      waiting("late draw", 40, { lottery: 900 }),
      waiting("last", 5),
      waiting("another section", 99, older),
    ],
  });
  instance.requests.push(moves, served);
  lines.push({ request: "moves", option: 1, precedence: "maintien", refused });
  lines.push({ request: "served", option: 1, precedence: "points", refused });
  const ranks = waitingRanks(openAllocationBook(instance, lines));
  const rank = (id: string) =>
    ranks(id).map(({ facility, section, rank, of }) => [facility, section, rank, of]);
  expect(rank("first")).toEqual([["X", "M", 1, 5]]);
  // Who only keeps the seat held before still waits.
  expect(rank("moves")).toEqual([["X", "M", 2, 5]]);
  expect(rank("early draw")).toEqual([["X", "M", 3, 5]]);
  expect(rank("late draw")).toEqual([["X", "M", 4, 5]]);
  expect(rank("last")).toEqual([["X", "M", 5, 5]]);
  expect(rank("another section")).toEqual([["X", "G", 1, 1]]);
  expect(rank("served")).toEqual([]);
  expect(rank("nobody")).toEqual([]);
});
